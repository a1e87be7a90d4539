import type { JSX } from 'preact';
import { language, t } from '../platform/i18n.ts';

interface Props {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Those that come first: nearly every partner has one of them. The rest stands below by its code. */
const FIRST = ['EUR', 'CHF', 'GBP', 'USD'];
const REST = Intl.supportedValuesOf('currency').filter((code) => !FIRST.includes(code));

/** The currency of WMP's prices where the page leaves it open. */
export function CurrencyField({ value, onChange }: Props): JSX.Element {
  const names = new Intl.DisplayNames(language(), { type: 'currency' });
  const option = (code: string) => (
    <option key={code} value={code}>
      {t('options_page_currency_one', code, names.of(code) ?? code)}
    </option>
  );
  return (
    <>
      <label for="page-currency">{t('options_page_currency')}</label>
      <select id="page-currency" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('options_page_currency_page')}</option>
        {FIRST.map(option)}
        <hr />
        {REST.map(option)}
      </select>
      <p class="soft">{t('options_page_currency_why')}</p>
    </>
  );
}
