import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { CHOICES, Settings } from '../core/settings.ts';
import { reasonText, t } from '../platform/i18n.ts';
import { ask } from '../platform/send.ts';
import { failureOf, useAnswer } from '../platform/use-answer.ts';
import { ConversionFields } from './ConversionFields.tsx';
import { CurrencyField } from './CurrencyField.tsx';
import { EstimateFields, OverdueFields } from './EstimateFields.tsx';
import { OrdersSettings } from './orders/OrdersSettings.tsx';
import { ChoiceField, MailField } from './setting-fields.tsx';

/** Each setting is kept when it is changed; what cannot be kept says so, and the field shows what holds. */
export function SettingsSection(): JSX.Element {
  const [{ value, failure }] = useAnswer('settings', () => ask('settings.get', {}));
  const [said, setSaid] = useState('');
  const [kept, setKept] = useState<Settings>();
  const settings = kept ?? value?.settings;
  const last = useRef(Promise.resolve());

  /** One after the other: of two changes at once, neither may write over the other's. */
  function keep(change: Partial<Settings>): Promise<void> {
    last.current = last.current.then(() => keepNext(change));
    return last.current;
  }

  async function keepNext(change: Partial<Settings>): Promise<void> {
    try {
      // Another tab may have changed the others meanwhile.
      const { settings: now } = await ask('settings.get', {});
      const next = v.safeParse(Settings, { ...now, ...change });
      setKept(next.success ? (await ask('settings.set', { settings: next.output })).settings : now);
      setSaid(t(next.success ? 'options_kept' : 'options_not_valid'));
    } catch (error) {
      setSaid(reasonText(failureOf(error)));
    }
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
        <>
          <div class="fields">
            <ChoiceField
              id="decimal-mark"
              label={t('options_decimal_mark')}
              why={t('options_decimal_mark_why')}
              choices={CHOICES.decimalMark}
              words="options_decimal_mark"
              value={settings.decimalMark}
              onChange={(decimalMark) => keep({ decimalMark })}
            />
            <CurrencyField value={settings.pageCurrency} onChange={(pageCurrency) => keep({ pageCurrency })} />
            <MailField
              id="area-manager"
              label={t('options_area_manager')}
              why={t('options_area_manager_why')}
              value={settings.areaManagerMail}
              onChange={(areaManagerMail) => keep({ areaManagerMail })}
            />
          </div>
          <ConversionFields settings={settings} keep={keep} />
          <OrdersSettings settings={settings} keep={keep} />
          <EstimateFields settings={settings} keep={keep} />
          <OverdueFields settings={settings} keep={keep} />
        </>
      )}
      <p role="status" class="soft">
        {said}
      </p>
    </section>
  );
}
