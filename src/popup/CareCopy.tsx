import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { careText } from '../core/care-text.ts';
import type { RunRecord } from '../core/records/run.ts';
import { careWords } from '../platform/care-words.ts';
import { t } from '../platform/i18n.ts';

/** The text for Customer Care of devices that are not shown, to copy and to read first. Nothing where there is none. */
export function CareCopy({ run }: { run: RunRecord }): JSX.Element | null {
  const [said, setSaid] = useState('');
  const text = careText(run, careWords());
  if (text === undefined) return null;
  const whole = `${text.subject}\n\n${text.body}`;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(whole);
      setSaid(t('care_copied'));
    } catch {
      setSaid(t('check_copy_failed'));
    }
  }

  return (
    <div class="care">
      <button type="button" onClick={copy}>
        {t('care_copy')}
      </button>
      <span role="status" class="soft">
        {said}
      </span>
      <details>
        <summary>{t('care_show')}</summary>
        <pre data-testid="care-text">{whole}</pre>
      </details>
    </div>
  );
}
