import type { ColumnUse, PriceUnit } from '../mapping.ts';
import { IGNORE } from '../mapping.ts';
import { currencyIn } from './currency.ts';
import { hasPhrase, normalise } from './normalise.ts';
import { readTime, type TimeReading, toDuration } from './time.ts';
import { type NamedRole, OTHER_NUMBER_WORDS, PRICE_WORDS, ROLE_WORDS } from './words.ts';

/** What one header says its column is, and how strongly. */
export interface HeaderReading {
  readonly use: ColumnUse;
  /** Higher wins where several columns claim one role. 0: nothing was recognised. */
  readonly strength: number;
  /** A length that HWaaS does not offer, such as the 3 years of a rental. */
  readonly otherMonths?: number;
  /** A price per month or per year, where the header names no other length. */
  readonly rate?: 'month' | 'year';
  /** The header says what the column is, and it is nothing of use here: stock, discount, weight. */
  readonly leave?: true;
}

const NOTHING: HeaderReading = { use: IGNORE, strength: 0 };
const ROLES = Object.keys(ROLE_WORDS) as readonly NamedRole[];

/** Headers are short; what is longer is a sentence that happens to hold such words. */
const LONGEST_HEADER = 80;

function named(text: string): { role: NamedRole; strength: number; length: number } | undefined {
  let best: { role: NamedRole; strength: number; length: number } | undefined;
  for (const role of ROLES) {
    ROLE_WORDS[role].forEach((word, rank) => {
      if (!hasPhrase(text, word)) return;
      const exact = text === word;
      // A longer phrase says more: "product code" is no product. Among columns of one role the earlier word wins.
      const length = word.length + (exact ? 100 : 0);
      if (!best || length > best.length) best = { role, strength: (exact ? 1000 : 500) - rank, length };
    });
  }
  return best;
}

const hasAny = (text: string, words: readonly string[]): boolean => words.some((word) => hasPhrase(text, word));

/** A price per period, unless the length is one that is not offered. */
function price(time: TimeReading, currency: string | undefined, strength: number): HeaderReading {
  const duration = time.months === undefined ? undefined : toDuration(time.months);
  if (time.months !== undefined && duration === undefined)
    return { use: IGNORE, strength, otherMonths: time.months, leave: true };
  // A month's price covers the month, which is also the whole term.
  const unit: PriceUnit =
    duration === 'P1M' ? 'month' : duration === 'P1Y' && time.unit === 'year' ? 'term' : (time.unit ?? 'unknown');
  const use: ColumnUse = { role: 'price', unit, ...(duration && { duration }), ...(currency && { currency }) };
  const rate =
    time.unit === undefined
      ? undefined
      : time.months === 1
        ? 'month'
        : time.months === 12 && time.unit === 'term'
          ? 'year'
          : undefined;
  return { use, strength, ...(rate && { rate }) };
}

/** Reads one column header in any of the six languages. */
export function classifyHeader(header: string): HeaderReading {
  const text = normalise(header);
  if (text === '' || text.length > LONGEST_HEADER) return NOTHING;
  const currency = currencyIn(header);
  const time = readTime(header);
  const isPrice = hasAny(text, PRICE_WORDS) || text.split(' ').some((word) => /preis$|prijs$/.test(word));
  const role = named(text);
  if (!isPrice && hasAny(text, OTHER_NUMBER_WORDS) && (role === undefined || role.length < 100)) {
    // "Art. no." holds "no", but as part of a longer phrase that is known.
    if (role?.role !== 'sku' && role?.role !== 'duration') return { ...NOTHING, leave: true };
  }
  const counted = /\d/.test(text) || time.unit !== undefined;
  if (isPrice && role?.role === 'duration' && time.months === undefined) return price(time, currency, 400);
  if (isPrice && role?.role !== 'sku' && role?.role !== 'currency') return price(time, currency, 800);
  if (role && !(role.role === 'duration' && counted)) return { use: { role: role.role }, strength: role.strength };
  if (time.months !== undefined) return price(time, currency, 600);
  return currency !== undefined && text.length <= 12 ? price(time, currency, 300) : NOTHING;
}
