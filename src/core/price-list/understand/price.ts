import type { Money } from '../../facts.ts';
import { parseAmount } from '../../money/amount.ts';
import { minorDigits } from '../../money/currency.ts';
import type { DecimalMark } from '../../money/digits.ts';
import { moneyOf, parseMoney, roundedMoney } from '../../money/money.ts';
import { MAX_SHOWN } from '../limits.ts';
import { type ListReason, listReason } from '../reasons.ts';
import type { Cell } from '../table.ts';
import { currencyIn } from './currency.ts';
import { type PricedPer, pricedPer } from './per-period.ts';

/** One price cell. `absent`: the list has no price there, which is no error. */
export type PriceReading =
  | { readonly kind: 'ok'; readonly money: Money; readonly rounded: boolean; readonly per?: 'month' | 'year' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'problem'; readonly reason: ListReason };

/** What is known of a price besides its cell. */
export interface PriceContext {
  /** The column's letters, for the reason. */
  readonly column: string;
  readonly mark?: DecimalMark | undefined;
  /** What the row's currency cell or the column's header prints; the cell must not contradict it. */
  readonly stated?: string | undefined;
  /** What the list's title or the partner's setting says; only where nothing else does. */
  readonly supposed?: string | undefined;
}

/** What lists print where there is no price. */
const NO_PRICE = /^([-–—./]+|n\.? ?[av]\.?|n\/[av]|n\.? ?d\.?|k\. ?a\.?|s\. ?o\.?|nvt|n\.v\.t\.)$/i;

/** Below this a difference is a float's noise in a computed cell, not a price of more places. */
const NOISE = 1e-7;

function toMoney(decimal: string, currency: string): { money: Money; rounded: boolean } | undefined {
  try {
    const exact = moneyOf(decimal, currency);
    if (exact) return { money: exact, rounded: false };
    const money = roundedMoney(decimal, currency);
    return { money, rounded: Math.abs(Number(decimal) - money.amountMinor / 10 ** minorDigits(currency)) > NOISE };
  } catch {
    return undefined;
  }
}

/** The currency that a number format prints: a code, or a symbol of one or of several currencies. */
function formatCurrency(cell: Cell, hint: string | undefined): string | undefined {
  if (cell.currency === undefined) return undefined;
  const printed = parseAmount(`${cell.currency} 1`);
  if (printed.kind !== 'ok') return currencyIn(cell.currency);
  if (printed.currency.kind === 'ok') return printed.currency.currency;
  return printed.currency.kind === 'ambiguous' && printed.currency.candidates.includes(hint ?? '') ? hint : undefined;
}

/** Reads one cell of a price column. */
export function readPrice(cell: Cell, context: PriceContext): PriceReading {
  const { column } = context;
  const text = cell.text.slice(0, MAX_SHOWN);
  const problem = (reason: ListReason): PriceReading => ({ kind: 'problem', reason });
  if (cell.kind === 'empty' || NO_PRICE.test(text)) return { kind: 'absent' };
  if (cell.kind === 'formula') return problem(listReason('list-price-formula', { column }));
  if (cell.kind === 'error') return problem(listReason('list-price-error', { column, text }));
  const read = cell.kind === 'number' ? fromNumber(cell, context) : fromText(cell, context);
  if ('code' in read) return problem(read);
  const { decimal, printed, per } = read;
  if (decimal.startsWith('-')) return problem(listReason('list-price-negative', { column, text }));
  if (printed !== undefined && context.stated !== undefined && printed !== context.stated) {
    return problem(listReason('list-price-currency-differs', { column, text, currency: context.stated }));
  }
  const currency = printed ?? context.stated ?? context.supposed;
  if (currency === undefined) return problem(listReason('list-price-currency-unknown', { column, text }));
  const value = toMoney(decimal, currency);
  return value
    ? { kind: 'ok', ...value, ...(per && { per }) }
    : problem(listReason('list-price-too-large', { column, text }));
}

type Read =
  | { readonly decimal: string; readonly printed: string | undefined; readonly per?: PricedPer['per'] }
  | ListReason;

function fromNumber(cell: Cell, { column, stated, supposed }: PriceContext): Read {
  if (!/^-?\d+(\.\d+)?$/.test(cell.text)) return listReason('list-price-malformed', { column, text: cell.text });
  return { decimal: cell.text, printed: formatCurrency(cell, stated ?? supposed) };
}

function fromText({ text }: Cell, { column, mark, stated, supposed }: PriceContext): Read {
  const { amount: own, per } = pricedPer(text);
  const said = per && { per };
  const amount = parseAmount(own, mark);
  if (amount.kind === 'malformed') return listReason('list-price-malformed', { column, text });
  if (amount.kind === 'ambiguous') return listReason('list-price-ambiguous', { column, text });
  if (amount.currency.kind === 'none') return { decimal: amount.decimal, printed: undefined, ...said };
  // A shared symbol is settled by what is stated or supposed, and by nothing else.
  const settled = parseMoney(own, { mark, currency: stated ?? supposed });
  if (settled.kind === 'ambiguous') return listReason('list-price-currency-unknown', { column, text });
  const printed = amount.currency.kind === 'ok' ? amount.currency.currency : (stated ?? supposed);
  return { decimal: amount.decimal, printed, ...said };
}
