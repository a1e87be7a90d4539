import * as v from 'valibot';
import { addDays, daysBetween, monthsOf, termsTouched } from '../calendar.ts';
import type { CalendarDate, Duration } from '../facts.ts';
import { compareRatios, ONE, plus, type Ratio, ratio, reduced, times } from '../money/ratio.ts';
import { monthsAndDays, startedMonths } from './shares.ts';

/**
 * How a price is shared out over part of a term. The vendor's own formula is not published (R3), so this is a setting.
 * `actual-days` is the default: days left over days in the term, the order day counted, the expiration day not.
 */
export const CONVENTIONS = [
  'actual-days',
  'inclusive-days',
  'thirty-day-month',
  'months-and-days',
  'started-months',
] as const;

export const ProrationSettings = v.object({
  convention: v.optional(v.picklist(CONVENTIONS), 'actual-days'),
  /** Round the line's amount, or the unit's before it is multiplied. */
  roundEach: v.optional(v.picklist(['line', 'unit']), 'line'),
  rounding: v.optional(v.picklist(['half-up', 'half-even']), 'half-up'),
});
export type ProrationSettings = v.InferOutput<typeof ProrationSettings>;
export type Convention = ProrationSettings['convention'];

export const DEFAULT_PRORATION: ProrationSettings = v.parse(ProrationSettings, {});

/** What part of a term's price is charged first, until the PBX's expiration. Plain data, fit for a message. */
export interface Proration {
  readonly convention: Convention;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** Days charged: `[from, until)`; with inclusive days `until` too. */
  readonly days: number;
  /** Length of the term that `from` lies in. */
  readonly termDays: number;
  /** Of one term's price; above 1 where `from` lies before the current term. */
  readonly fraction: Fraction;
  /** `before-term`: the PBX was renewed early. `expired`: nothing is left to charge. */
  readonly position: 'within-term' | 'before-term' | 'expired';
  /** Always: the convention is ours, not a published formula of the vendor. */
  readonly estimate: true;
}

/** n/d in plain numbers. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

/** The subscription that a new service joins. */
export interface CoTerm {
  readonly duration: Duration;
  readonly expiration: CalendarDate;
  /** Any anniversary of the subscription, where known: tells a PBX of the 31st that expires on 28 Feb. */
  readonly anchor?: CalendarDate;
}

/**
 * The share of a term's price from the day `from` to the expiration (R3). Whole terms count 1 each and the begun one its
 * part by the convention, never more than 1, so that a later order is never dearer. From the expiration day on the PBX has
 * expired, and nothing is left under any convention. @throws RangeError where a date does not exist.
 */
export function prorate(from: CalendarDate, coTerm: CoTerm, convention: Convention): Proration {
  const { duration, expiration, anchor = expiration } = coTerm;
  const [begun, ...whole] = termsTouched(from, expiration, duration, anchor);
  const open = { convention, from, until: expiration, estimate: true } as const;
  if (begun === undefined) {
    const [last] = termsTouched(addDays(expiration, -1), expiration, duration, anchor);
    return { ...open, days: 0, termDays: last?.days ?? 0, fraction: { n: 0, d: 1 }, position: 'expired' };
  }
  const part = begun.start === from ? ONE : partOf(begun.shared, begun.days, convention, duration, from, begun.end);
  const fraction = whole.reduce(
    (sum, term) => plus(sum, ratio(term.shared, term.days)),
    compareRatios(part, ONE) > 0 ? ONE : part,
  );
  return {
    ...open,
    days: daysBetween(from, expiration) + (convention === 'inclusive-days' ? 1 : 0),
    termDays: begun.days,
    fraction: plain(fraction),
    position: whole.length === 0 ? 'within-term' : 'before-term',
  };
}

/** The part `[from, end)` of a begun term. */
function partOf(
  days: number,
  termDays: number,
  convention: Convention,
  duration: Duration,
  from: CalendarDate,
  end: CalendarDate,
): Ratio {
  const month = ratio(1, monthsOf(duration));
  switch (convention) {
    case 'actual-days':
      return ratio(days, termDays);
    case 'inclusive-days':
      return ratio(days + 1, termDays);
    case 'thirty-day-month':
      return times(ratio(days, 30), month);
    case 'months-and-days':
      return times(monthsAndDays(from, end), month);
    case 'started-months':
      return times(ratio(startedMonths(from, end)), month);
  }
}

/** @throws RangeError where a part is too large for an exact number; no span of years comes near. */
function plain(value: Ratio): Fraction {
  const { n, d } = reduced(value);
  if (n > Number.MAX_SAFE_INTEGER || d > Number.MAX_SAFE_INTEGER) throw new RangeError('fraction too large');
  return { n: Number(n), d: Number(d) };
}
