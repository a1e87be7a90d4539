import type { JSX } from 'preact';
import { t } from '../platform/i18n.ts';

/** What was done, and how to take it back where that can be. */
export interface Said {
  readonly words: string;
  readonly undo?: () => void;
}

export const SaidLine = ({ words, undo }: Said): JSX.Element => (
  <p role="status" class="soft said">
    {words}
    {undo && (
      <button type="button" ref={focusOnce} onClick={undo}>
        {t('options_undo')}
      </button>
    )}
  </p>
);

/** The button that had the focus is gone with what was removed. */
const focusOnce = (button: HTMLButtonElement | null): void => button?.focus();
