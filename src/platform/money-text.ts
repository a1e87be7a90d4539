import type { Money } from '../core/facts.ts';
import { language, t } from './i18n.ts';

/** An amount in the reader's language. How many minor units make one is the currency's own matter. */
export function amountText({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** The same, with what makes it an estimate: that its currency is the partner's setting. */
export const moneyText = (money: Money): string =>
  money.currencySaid ? t('money_currency_said', amountText(money)) : amountText(money);
