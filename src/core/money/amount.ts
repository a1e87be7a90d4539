import { type CurrencyReading, commonCurrency, currencyAt } from './currency.ts';
import { type DecimalMark, readDigits } from './digits.ts';

/**
 * An amount as a page or a file prints it. `decimal` is plain: `-1234.5`, no grouping, no needless zeros.
 * `ambiguous` holds both readings by the decimal mark they suppose.
 */
export type AmountReading =
  | { readonly kind: 'ok'; readonly decimal: string; readonly mark?: DecimalMark; readonly currency: CurrencyReading }
  | { readonly kind: 'ambiguous'; readonly point: string; readonly comma: string; readonly currency: CurrencyReading }
  | { readonly kind: 'malformed'; readonly why: 'empty' | 'no-number' | 'digits' | 'sign' | 'text' };

const MINUS = /^[-\u2212\u2010\u2011\u2013\ufe63\uff0d]/;
const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
/** `12.–`, `12,-`, `12,--`: no decimals, the Swiss and Dutch way. */
const NO_DECIMALS = /^([.,])[-\u2013\u2014\u2212]{1,2}/;

/**
 * Reads one printed amount with its currency, sign or parentheses. Any other word in it makes it malformed.
 * @param mark the decimal mark to suppose where the text does not show it (the column's, or the partner's setting).
 */
export function parseAmount(text: string, mark?: DecimalMark): AmountReading {
  const clean = text.replaceAll(BIDI, '').trim();
  if (clean === '') return { kind: 'malformed', why: 'empty' };
  const match = clean.length > 100 ? null : /^(\D*)(\d(?:.*\d)?)(\D*)$/su.exec(clean);
  if (match === null) return { kind: 'malformed', why: 'no-number' };
  const [, before = '', core = '', after = ''] = match;
  const dash = NO_DECIMALS.exec(after);
  const dashMark = dash === null ? undefined : dash[1] === '.' ? 'point' : 'comma';
  const post = surroundings(after.slice(dash?.[0].length ?? 0));
  // "Fr.12" ends in a currency's point, ".12" in the number's own.
  const pre = surroundings(before);
  const marked = pre === undefined && /[.,]$/.test(before) ? surroundings(before.slice(0, -1)) : undefined;
  const left = pre ?? marked;
  if (left === undefined || post === undefined) return { kind: 'malformed', why: 'text' };
  const sign = signOf(left, post);
  if (sign === undefined) return { kind: 'malformed', why: 'sign' };
  const digits = readDigits((pre === undefined ? before.slice(-1) : '') + core);
  const currency = commonCurrency([...left.currencies, ...post.currencies]);
  if (digits.kind === 'malformed') return { kind: 'malformed', why: 'digits' };
  const supposed = dashMark ?? mark;
  if (digits.kind === 'ok') {
    if (dashMark !== undefined && digits.decimal.includes('.')) return { kind: 'malformed', why: 'digits' };
    const shown = digits.mark ?? dashMark;
    return {
      kind: 'ok',
      decimal: signed(sign, digits.decimal),
      ...(shown === undefined ? {} : { mark: shown }),
      currency,
    };
  }
  if (supposed === undefined)
    return { kind: 'ambiguous', point: signed(sign, digits.point), comma: signed(sign, digits.comma), currency };
  // With `1.234,-` the comma is the decimal mark, so `1.234` cannot hold another.
  return {
    kind: 'ok',
    decimal: signed(sign, digits[supposed]),
    ...(dashMark === undefined ? {} : { mark: dashMark }),
    currency,
  };
}

interface Surroundings {
  readonly minus: number;
  readonly plus: number;
  readonly open: number;
  readonly close: number;
  readonly currencies: readonly (readonly string[])[];
}

/** The signs, parentheses and currencies beside a number; `undefined` where there is anything else. */
function surroundings(text: string): Surroundings | undefined {
  const seen = { minus: 0, plus: 0, open: 0, close: 0, currencies: [] as (readonly string[])[] };
  for (let rest = text.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const currency = currencyAt(rest);
    if (currency !== undefined) seen.currencies.push(currency.candidates);
    else if (MINUS.test(rest)) seen.minus++;
    else if (rest.startsWith('+')) seen.plus++;
    else if (rest.startsWith('(')) seen.open++;
    else if (rest.startsWith(')')) seen.close++;
    else return undefined;
    rest = rest.slice(currency?.length ?? 1);
  }
  return seen;
}

/** 1 or −1; `undefined` for a sign given twice or a parenthesis without its other half. */
function signOf(left: Surroundings, right: Surroundings): 1 | -1 | undefined {
  const [minus, plus] = [left.minus + right.minus, left.plus + right.plus];
  const parentheses = left.open;
  if (left.close > 0 || right.open > 0 || left.open !== right.close) return undefined;
  if (minus + plus + parentheses > 1) return undefined;
  return minus + parentheses === 1 ? -1 : 1;
}

const signed = (sign: 1 | -1, decimal: string): string => (sign === -1 && decimal !== '0' ? `-${decimal}` : decimal);
