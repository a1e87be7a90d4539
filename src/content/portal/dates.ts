import type { CalendarDate } from '../../core/facts.ts';
import { labelKey } from './vocabulary/label.ts';

/** Which of two leading numbers is the day. `unknown` where nothing on the page says. */
export type DateOrder = 'day-first' | 'month-first' | 'unknown';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl'];
const NUMERIC = /^(\d{1,2})([./\-\s]{1,2})(\d{1,2})\2(\d{4}|\d{2})(?:[,\s].*)?$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s,].*)?$/;
const NAMED =
  /^(?:\p{L}+\.?,?\s+)?(?:(\d{1,2})(?:\.|º|er|st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})|(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}))(?:[,\s].*)?$/u;

const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) =>
      ['long', 'numeric'].flatMap((day) =>
        Array.from({ length: 12 }, (_, index): [string, number] => {
          const parts = new Intl.DateTimeFormat(language, {
            month,
            ...(day === 'numeric' ? { day: 'numeric' } : {}),
            timeZone: 'UTC',
          });
          const name = parts.formatToParts(Date.UTC(2024, index, 2)).find((part) => part.type === 'month')?.value ?? '';
          return [labelKey(name), index + 1];
        }),
      ),
    ),
  ),
);

/** Whether a text has the form of a date at all, whichever way its numbers are read. */
export const looksLikeDate = (text: string): boolean => ISO.test(text) || NUMERIC.test(text) || NAMED.test(text);

/**
 * How a column's numeric dates are to be read: by a value that allows only one way, by dots (always day first), by the
 * page's language where that has one custom; English has two.
 */
export function dateOrder(texts: readonly string[], language: string): DateOrder {
  let [dayFirst, monthFirst] = [false, false];
  for (const text of texts) {
    const match = NUMERIC.exec(text);
    if (match === null) continue;
    if (Number(match[1]) > 12 || match[2]?.includes('.') === true) dayFirst = true;
    else if (Number(match[3]) > 12) monthFirst = true;
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first';
  if (dayFirst) return 'unknown';
  const tag = language.toLowerCase();
  if (/^(de|es|fr|it|nl|en-(gb|ie|au|nz|za|in))\b/.test(tag)) return 'day-first';
  return tag === 'en-us' ? 'month-first' : 'unknown';
}

/** The calendar date a text prints, or `undefined` where it is none or can be read two ways. */
export function parseDate(text: string, order: DateOrder): CalendarDate | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const year = fullYear(numeric[4] ?? '');
    if (first === second) return calendarDate(year, first, second);
    if (order === 'unknown') return undefined;
    return order === 'day-first' ? calendarDate(year, second, first) : calendarDate(year, first, second);
  }
  const named = NAMED.exec(text);
  if (named === null) return undefined;
  const month = MONTHS.get(labelKey(named[2] ?? named[4] ?? ''));
  return month === undefined
    ? undefined
    : calendarDate(fullYear(named[3] ?? named[6] ?? ''), month, Number(named[1] ?? named[5]));
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1990 && year < 2100 ? (date.toISOString().slice(0, 10) as CalendarDate) : undefined;
}
