import { parseAmount } from '../../money/amount.ts';
import { readTime } from './time.ts';

/** A price's text without what it says of the period it covers: `EUR 3.10 / month`. */
export interface PricedPer {
  readonly amount: string;
  readonly per?: 'month' | 'year';
}

/** Behind the last digit and a currency: a slash or a word, and at most one word more. */
const PERIOD = /\s*\/\s*\p{L}+\.?(?:\s\p{L}+\.?)?$|\s\p{L}+[.’']?\s?\p{L}*\.?$/u;

/** Longer texts are no prices. */
const LONGEST = 60;

/** Parts the period from the amount. Anything else that stands beside the amount stays there, for the reader to refuse. */
export function pricedPer(text: string): PricedPer {
  const digit = text.length > LONGEST ? -1 : text.search(/\d\D*$/u);
  if (digit < 0) return { amount: text };
  for (let at = digit + 1; at < text.length; at++) {
    const said = text.slice(at);
    const { index } = PERIOD.exec(said) ?? {};
    if (index !== 0 || parseAmount(text.slice(0, at)).kind === 'malformed') continue;
    const { months, unit } = readTime(said);
    if (unit === 'month' || (unit === 'term' && months === 12))
      return { amount: text.slice(0, at).trim(), per: unit === 'month' ? 'month' : 'year' };
  }
  return { amount: text };
}
