import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, Duration } from './facts.ts';

const MONTHS: Readonly<Record<Duration, number>> = { P1M: 1, P1Y: 12, P5Y: 60 };

/** Months in a term: 1, 12 or 60. */
export const monthsOf = (duration: Duration): number => MONTHS[duration];

/**
 * A `yyyy-mm-dd` text as a date that exists. `undefined` for any other form and for days such as 31 February.
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return iso(Temporal.PlainDate.from(text));
  } catch {
    return undefined;
  }
}

/** −1, 0 or 1. Four-digit ISO dates sort as text. */
export const compareDates = (a: CalendarDate, b: CalendarDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whole days from `from` to `to`, half-open: equal dates give 0, an earlier `to` a negative number.
 * @throws RangeError where a date does not exist.
 */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  plain(from).until(plain(to), { largestUnit: 'day' }).days;

/** `date` plus `days` (negative: before). @throws RangeError where the date does not exist. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => iso(plain(date).add({ days }));

/**
 * `anchor` plus `months`, clamped to the month's last day: always count from the anchor, never from a clamped date, and
 * 31 Jan → 28 Feb → 31 Mar comes back. @throws RangeError where the date does not exist.
 */
export const addMonths = (anchor: CalendarDate, months: number): CalendarDate => iso(plain(anchor).add({ months }));

/** The `count`-th anniversary of `anchor` by whole terms (negative: before it), month-ends as in {@link addMonths}. */
export const addTerm = (anchor: CalendarDate, duration: Duration, count = 1): CalendarDate =>
  addMonths(anchor, MONTHS[duration] * count);

/** One term, half-open: `end` is the expiration and is not part of it. `days` is its length. */
export interface TermSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly days: number;
}

/**
 * The current term of a PBX: from its expiration minus one term to its expiration (R3).
 * `billingDay` (1-31) is the day of month the subscription began on, where known: a PBX of the 31st that expires on
 * 28 Feb began its month on 31 Jan, which the expiration alone cannot tell.
 * @throws RangeError where the expiration does not exist.
 */
export function currentTerm(expiration: CalendarDate, duration: Duration, billingDay?: number): TermSpan {
  const end = plain(expiration);
  const back = end.subtract({ months: MONTHS[duration] });
  const start = billingDay === undefined ? back : back.with({ day: billingDay });
  return { start: iso(start), end: expiration, days: start.until(end, { largestUnit: 'day' }).days };
}

/** Whole months from `from` to `until`, counted from `from` with month-end clamping; 0 where `until` is not later. */
export function wholeMonths(from: CalendarDate, until: CalendarDate): number {
  if (until <= from) return 0;
  let months = plain(from).until(plain(until), { largestUnit: 'month' }).months;
  while (addMonths(from, months + 1) <= until) months++;
  return months;
}

/** The terms that `[from, until)` touches, whose anniversaries are those of `anchor`, each with the days it shares. */
export function termsTouched(
  from: CalendarDate,
  until: CalendarDate,
  duration: Duration,
  anchor: CalendarDate,
): readonly (TermSpan & { readonly shared: number })[] {
  const terms: (TermSpan & { shared: number })[] = [];
  const guess = Math.trunc(plain(anchor).until(plain(from), { largestUnit: 'month' }).months / MONTHS[duration]) - 1;
  for (let count = guess, start = addTerm(anchor, duration, count); start < until; count++) {
    const end = addTerm(anchor, duration, count + 1);
    const shared = daysBetween(start < from ? from : start, end < until ? end : until);
    if (shared > 0) terms.push({ start, end, days: daysBetween(start, end), shared });
    start = end;
  }
  return terms;
}

function plain(date: CalendarDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

function iso(date: Temporal.PlainDate): CalendarDate {
  return date.toString() as CalendarDate;
}
