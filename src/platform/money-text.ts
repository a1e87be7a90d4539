import type { Money } from '../core/facts.ts';
import { language } from './i18n.ts';

/** An amount in the reader's language. How many minor units make one is the currency's own matter. */
export function moneyText({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
