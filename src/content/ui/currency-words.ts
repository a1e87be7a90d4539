import { t } from '../../platform/i18n.ts';
import type { UnclearCurrency } from '../portal/amounts.ts';

/** Why WMP's amounts are not read, and which setting says what they leave open; or that they are read by it. */
export function currencyWords({ sign, said, fits }: UnclearCurrency): string {
  const setting = t('options_page_currency');
  if (said !== undefined)
    return fits ? t('price_currency_assumed', said) : t('price_currency_other', sign, said, setting);
  return sign === '' ? t('price_currency_none', setting) : t('price_currency_sign', sign, setting);
}
