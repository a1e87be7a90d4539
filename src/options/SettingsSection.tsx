import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { Settings } from '../core/settings.ts';
import { reasonText, t } from '../platform/i18n.ts';
import { ask } from '../platform/send.ts';
import { failureOf, useAnswer } from '../platform/use-answer.ts';

const MARKS = ['page', 'point', 'comma'] as const;

/** Each setting is kept when it is changed; what cannot be kept says so, and the field shows what holds. */
export function SettingsSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('settings', () => ask('settings.get', {}));
  const [said, setSaid] = useState('');
  const settings = value?.settings;

  async function keep(change: Partial<Settings>): Promise<void> {
    const next = v.safeParse(Settings, { ...settings, ...change });
    if (!next.success) {
      setSaid(t('options_not_valid'));
      return;
    }
    try {
      await ask('settings.set', { settings: next.output });
      setSaid(t('options_kept'));
    } catch (error) {
      setSaid(reasonText(failureOf(error)));
    }
    again();
  }

  return (
    <section aria-labelledby="settings-title">
      <h2 id="settings-title">{t('options_settings')}</h2>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {settings && (
        <div class="fields">
          <label for="largest-batch">{t('options_largest_batch')}</label>
          <input
            id="largest-batch"
            type="number"
            min={1}
            max={2000}
            required
            value={settings.largestBatch}
            onChange={(event) => keep({ largestBatch: event.currentTarget.valueAsNumber })}
          />
          <p class="soft">{t('options_largest_batch_why')}</p>
          <label for="decimal-mark">{t('options_decimal_mark')}</label>
          <select
            id="decimal-mark"
            value={settings.decimalMark}
            onChange={(event) =>
              keep({ decimalMark: MARKS.find((mark) => mark === event.currentTarget.value) ?? 'page' })
            }
          >
            {MARKS.map((mark) => (
              <option key={mark} value={mark}>
                {t(`options_decimal_mark_${mark}`)}
              </option>
            ))}
          </select>
          <p class="soft">{t('options_decimal_mark_why')}</p>
        </div>
      )}
      <p role="status" class="soft">
        {said}
      </p>
    </section>
  );
}
