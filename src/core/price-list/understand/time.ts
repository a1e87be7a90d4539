import type { Duration } from '../../facts.ts';
import { normalise } from './normalise.ts';

/** What a price covers: one month, one year, or the whole term. */
export type Span = 'month' | 'year' | 'term';

/** What a header or a cell says about time. `months` is any length in months, also one that HWaaS does not offer. */
export interface TimeReading {
  readonly months?: number;
  readonly unit?: Span;
}

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ one: 1, ein: 1, eine: 1, einen: 1, un: 1, uno: 1, une: 1, una: 1, een: 1, a: 1 },
  ...{ two: 2, zwei: 2, due: 2, deux: 2, dos: 2, twee: 2, three: 3, drei: 3, tre: 3, trois: 3, tres: 3, drie: 3 },
  ...{ five: 5, funf: 5, fuenf: 5, cinque: 5, cinq: 5, cinco: 5, vijf: 5 },
};
const MONTHS = 'months|month|mths|mth|mo|monate|monaten|monats|monat|mesi|mese|mois|meses|mes|maanden|maand|m';
const YEARS = 'years|year|yrs|yr|jahre|jahren|jahres|jahr|anni|anno|ans|an|annees|annee|anos|ano|jaren|jaar|y|j';
const MONTHLY =
  'monthly|monatlich|monatliche|monatlicher|monatspreis|mensile|mensili|mensuel|mensuelle|mensual|maandelijks|maandelijkse|maandprijs';
const YEARLY =
  'yearly|annual|annually|jahrlich|jaehrlich|jahrliche|jahrespreis|annuale|annuali|annuo|annuel|annuelle|anual|jaarlijks|jaarlijkse|jaarprijs';
const FIVE_YEARLY = 'quinquennale|quinquennal|quinquennale|quinquenal|funfjahrig|vijfjaarlijks';
const PER = '(?:per|pro|je|al|all|a l|par|por|p|/|each|ogni|cada|elke|chaque|jede[nrs]?)';
const WHOLE_TERM =
  /(^| )(per term|for the (whole|full|entire) term|whole term|total|upfront|one off|pro laufzeit|gesamt|gesamtpreis|gesamtlaufzeit|intera durata|per l intera durata|totale|pour la duree|duree totale|periodo completo|todo el periodo|hele looptijd|totaal)( |$)/;

/** A cell of a spreadsheet may hold 32,767 characters; what says a time is a header or a sentence. */
const LONGEST_TEXT = 500;

interface Found {
  readonly months: number;
  /** `per month`, `monthly`: may be what the price covers and not how long the contract lasts. */
  readonly rate: boolean;
  /** `per 5 years`: the price of the whole of it. */
  readonly whole: boolean;
}

const COUNT = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`;
const COUNTED = new RegExp(`(?<= |^)(?:(${PER}) )?(?:${COUNT} ?)?(${MONTHS}|${YEARS})(?= |$)`, 'g');
const ADJECTIVE = new RegExp(`(?<= |^)(${MONTHLY})|(?<= |^)(${YEARLY})|(?<= |^)(${FIVE_YEARLY})`, 'g');

function find(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(COUNTED)) {
    const [, per, count, unit = ''] = match;
    // A bare letter is a unit only right behind a number: "1 y", never the "m" of a model.
    if (unit.length === 1 && count === undefined) continue;
    const number = count === undefined ? 1 : (NUMBERS[count] ?? Number(count));
    const year = new RegExp(`^(${YEARS})$`).test(unit);
    found.push({
      months: number * (year ? 12 : 1),
      rate: per !== undefined && number === 1,
      whole: per !== undefined && number > 1,
    });
  }
  for (const [, month, year] of text.matchAll(ADJECTIVE)) {
    found.push({ months: month ? 1 : year ? 12 : 60, rate: Boolean(month ?? year), whole: false });
  }
  return found;
}

/**
 * Reads what a text says about time, in the six languages: `1 Jahr`, `canone mensile 5 anni`, `Preis pro Monat`, `P5Y`.
 * Of several lengths the longest is the term, and one that reads "per …" or "…ly" and is shorter is what the price
 * covers: "monthly, 1 year". A rate that stands alone names the term: "price per year" beside "price per month".
 */
export function readTime(text: string): TimeReading {
  if (text.length > LONGEST_TEXT) return {};
  const iso = /\bP(\d{1,2})([MY])\b/.exec(text);
  if (iso) return { months: Number(iso[1]) * (iso[2] === 'Y' ? 12 : 1) };
  // `1x`, `12M` and `5Y` are glued in many headers.
  const normalised = normalise(text).replace(/(\d)([a-z])/g, '$1 $2');
  const found = find(normalised);
  const whole = WHOLE_TERM.test(normalised) || found.some((each) => each.whole) ? ({ unit: 'term' } as const) : {};
  if (found.length === 0) return whole;
  const months = Math.max(...found.map((each) => each.months));
  const rates = found.filter((each) => each.rate && each.months < months).map((each) => each.months);
  const rate = Math.min(...rates);
  if (rate === 1) return { months, unit: 'month' };
  if (rate === 12) return { months, unit: 'year' };
  // "per year" alone is the price of that year; of a month there is nothing else it could be.
  const alone = found.every((each) => each.rate) ? ({ unit: months === 1 ? 'month' : 'term' } as const) : whole;
  return { months, ...alone };
}

/** A length in months as a Duration, where HWaaS offers it (R1). */
export function toDuration(months: number): Duration | undefined {
  return months === 1 ? 'P1M' : months === 12 ? 'P1Y' : months === 60 ? 'P5Y' : undefined;
}
