import type { JSX } from 'preact';
import { numberText, t } from './i18n.ts';

interface Props {
  /** What is being worked on. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

/** How far a long piece of work is, and a way to stop it. */
export const ProgressLine = ({ label, done, total, onStop }: Props): JSX.Element => (
  <>
    <progress max={total || 1} value={done} aria-label={label} />
    <span class="soft">{t('data_working', numberText(done), numberText(total))}</span>
    <button type="button" onClick={onStop}>
      {t('data_stop')}
    </button>
  </>
);
