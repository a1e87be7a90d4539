import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';

/** Copies a text. Where the browser does not allow it, the text stands beside it to be marked by hand. */
export function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState<{ text: string; words: string }>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid({ text, words: t('copy_done') }),
      () => setSaid({ text, words: t('copy_failed') }),
    );
  return (
    <div class="buttons start">
      <button type="button" onClick={() => void copy()}>
        {t('copy_text')}
      </button>
      <span role="status" class="muted">
        {said?.text === text ? said.words : ''}
      </span>
    </div>
  );
}
