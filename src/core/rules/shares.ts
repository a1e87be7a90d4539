import { addMonths, daysBetween, termsTouched, wholeMonths } from '../calendar.ts';
import type { CalendarDate, Duration } from '../facts.ts';
import { plus, type Ratio, ratio, ZERO } from '../money/ratio.ts';

/**
 * The field's ways to measure `[from, until)` in terms or in months (PRICING-CONVENTIONS.md). All are exact and all give
 * 0 where `until` is not later than `from`. @throws RangeError where a date does not exist.
 */

/** In terms, actual/actual: days shared with each term over that term's days. Terms begin on anniversaries of `anchor`. */
export const actualTerms = (from: CalendarDate, until: CalendarDate, duration: Duration, anchor: CalendarDate): Ratio =>
  termsTouched(from, until, duration, anchor).reduce((sum, term) => plus(sum, ratio(term.shared, term.days)), ZERO);

/** In months: whole months from `from`, then days of the part month over its length. */
export function monthsAndDays(from: CalendarDate, until: CalendarDate): Ratio {
  if (until <= from) return ZERO;
  const months = wholeMonths(from, until);
  const start = addMonths(from, months);
  return plus(ratio(months), ratio(daysBetween(start, until), daysBetween(start, addMonths(from, months + 1))));
}

/** In months, a started one counted as one. */
export function startedMonths(from: CalendarDate, until: CalendarDate): number {
  if (until <= from) return 0;
  const months = wholeMonths(from, until);
  return addMonths(from, months) < until ? months + 1 : months;
}
