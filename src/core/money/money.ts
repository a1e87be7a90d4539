import type { Money } from '../facts.ts';
import { parseAmount } from './amount.ts';
import { minorDigits } from './currency.ts';
import type { DecimalMark } from './digits.ts';
import { type Ratio, type Rounding, ratio, ratioOf, roundRatio, times, toDecimal } from './ratio.ts';

/** @throws RangeError beyond ±2^53 minor units, where a number would no longer be exact. */
export function money(amountMinor: bigint | number, currency: string): Money {
  const amount = Number(amountMinor) + 0;
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an exact amount: ${amountMinor}`);
  return { amountMinor: amount, currency };
}

/**
 * A plain decimal as money; `undefined` where it has more places than the currency, e.g. a unit price of 0.125 EUR, or is
 * too large to be exact.
 */
export function moneyOf(decimal: string, currency: string): Money | undefined {
  const minor = times(ratioOf(decimal), scale(currency));
  const amount = minor.n / minor.d;
  return minor.n % minor.d === 0n && isExact(amount) ? money(amount, currency) : undefined;
}

/** A plain decimal as money, rounded to the currency's minor unit. */
export const roundedMoney = (decimal: string, currency: string, rounding: Rounding = 'half-up'): Money =>
  money(roundRatio(times(ratioOf(decimal), scale(currency)), rounding), currency);

/** `1234.50` for 123450 EUR. */
export const decimalOf = ({ amountMinor, currency }: Money): string => {
  const digits = minorDigits(currency);
  return toDecimal(ratio(amountMinor, 10n ** BigInt(digits)), digits);
};

/** In the reader's own form, exact at any size. */
export const formatMoney = (value: Money, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency }).format(
    decimalOf(value) as Intl.StringNumericLiteral,
  );

/** A printed amount as money. `ambiguous` by its decimal mark, or by its currency; `unfit`: more decimals than the currency has, or too large. */
export type MoneyReading =
  | { readonly kind: 'ok'; readonly money: Money }
  | { readonly kind: 'ambiguous'; readonly about: 'number'; readonly readings: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly about: 'currency'; readonly readings: readonly string[] }
  | { readonly kind: 'no-currency'; readonly decimal: string }
  | { readonly kind: 'unfit'; readonly decimal: string; readonly currency: string }
  | { readonly kind: 'malformed' };

/** What the partner's settings, or the column around a text, say about how it is to be read. */
export interface MoneyHints {
  readonly mark?: DecimalMark | undefined;
  /** Where the text names none, or one of several that share its symbol. */
  readonly currency?: string | undefined;
  /** `currency` is the partner's setting, and nothing that stands around the text. */
  readonly currencySaid?: true | undefined;
}

/** Reads one printed amount. Hints settle what the text leaves open; they never overrule what it says. */
export function parseMoney(text: string, hints: MoneyHints = {}): MoneyReading {
  const amount = parseAmount(text, hints.mark);
  if (amount.kind === 'malformed') return { kind: 'malformed' };
  if (amount.kind === 'ambiguous')
    return { kind: 'ambiguous', about: 'number', readings: [amount.point, amount.comma] };
  const printed = amount.currency;
  if (printed.kind === 'ambiguous' && !printed.candidates.includes(hints.currency ?? ''))
    return { kind: 'ambiguous', about: 'currency', readings: printed.candidates };
  const currency = printed.kind === 'ok' ? printed.currency : hints.currency;
  if (currency === undefined) return { kind: 'no-currency', decimal: amount.decimal };
  const value = moneyOf(amount.decimal, currency);
  if (value === undefined) return { kind: 'unfit', decimal: amount.decimal, currency };
  const said = printed.kind !== 'ok' && hints.currencySaid === true;
  return { kind: 'ok', money: said ? { ...value, currencySaid: true } : value };
}

/** Whether two amounts are the same one, wherever their currency is known from. */
export const sameMoney = (a: Money | undefined, b: Money | undefined): boolean =>
  a?.amountMinor === b?.amountMinor && a?.currency === b?.currency;

/** The sum of amounts of one currency; `undefined` for none or for several currencies. @throws RangeError as {@link money}. */
export function sumMoney(values: readonly Money[]): Money | undefined {
  const [first] = values;
  if (first === undefined || values.some((value) => value.currency !== first.currency)) return undefined;
  return money(
    values.reduce((sum, value) => sum + BigInt(value.amountMinor), 0n),
    first.currency,
  );
}

const isExact = (amountMinor: bigint): boolean => Number.isSafeInteger(Number(amountMinor));

const scale = (currency: string): Ratio => ratio(10n ** BigInt(minorDigits(currency)));
