import type { MoneyHints } from '../../core/money/money.ts';
import type { Settings } from '../../core/settings.ts';

/** How the partner said that doubtful amounts of WMP's pages are read. Kept here, so that a press can be read at once. */
let said: MoneyHints = {};

export const moneyHints = (): MoneyHints => said;

export function setMoneyHints({ decimalMark, pageCurrency }: Pick<Settings, 'decimalMark' | 'pageCurrency'>): void {
  said = {
    mark: decimalMark === 'page' ? undefined : decimalMark,
    ...(pageCurrency !== '' && { currency: pageCurrency, currencySaid: true }),
  };
}
