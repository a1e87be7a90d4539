import { addMonths, daysBetween } from '../calendar.ts';
import type { CalendarDate, DeviceFacts, Money } from '../facts.ts';
import { minorDigits } from '../money/currency.ts';
import { money } from '../money/money.ts';
import { compareRatios, type Ratio, ratio, ratioOf, times } from '../money/ratio.ts';
import type { Judgement, Reason } from '../outcome.ts';
import { judge } from './judgement.ts';
import type { Convention, ProrationSettings } from './proration.ts';
import { charge, LEAST_MONTHS } from './quote/amounts.ts';
import { reason } from './reasons.ts';
import { actualTerms, monthsAndDays, startedMonths } from './shares.ts';

/** Can HWaaS be cancelled from this page (R10)? Only at PBX level. `level` absent: the page does not show which it is. */
export function canCancel(
  device: Pick<DeviceFacts, 'contract'>,
  level: 'customer' | 'pbx' | undefined,
): Judgement<'not-hwaas' | 'contract-unknown' | 'cancel-at-pbx-level'> {
  const elsewhere: Reason<'cancel-at-pbx-level'>[] = level === 'pbx' ? [] : [reason('cancel-at-pbx-level', 'R10', {})];
  const unknown = device.contract === 'unknown';
  const other = !unknown && device.contract !== 'hwaas';
  return judge<'not-hwaas' | 'contract-unknown' | 'cancel-at-pbx-level'>({
    against: [...(other ? [reason('not-hwaas', 'R10', {})] : []), ...(level === 'customer' ? elsewhere : [])],
    missing: [...(unknown ? [reason('contract-unknown', 'R10', {})] : []), ...(level === undefined ? elsewhere : [])],
  });
}

/** What is known about one device's use. */
export interface HwaasUse {
  /** Since when it has been HWaaS. */
  readonly start?: CalendarDate;
  /** Charged already up to this day, not including it, e.g. the PBX's expiration where a term is paid at its start. */
  readonly paidUntil?: CalendarDate;
  /** What the device costs a month, as a plain decimal. */
  readonly monthly?: { readonly decimal: string; readonly currency: string };
}

export interface CancellationCharge
  extends Judgement<'charged-until' | 'hwaas-start-unknown' | 'hwaas-start-in-future'> {
  /** From this day on a cancellation costs nothing more. */
  readonly freeFrom?: CalendarDate;
  /** Days and months still charged, `[from, freeFrom)`. */
  readonly from?: CalendarDate;
  readonly days?: number;
  /** Estimated by the partner's convention; absent where the price is not known. */
  readonly charge?: Money;
  readonly estimate: true;
}

/**
 * Is a cancellation on the day `on` free of further charges (R10)? A device used for less than 6 months is charged until 6
 * months are reached. @throws RangeError for a malformed price or date.
 */
export function cancellationCharge(use: HwaasUse, on: CalendarDate, settings: ProrationSettings): CancellationCharge {
  const { start, paidUntil, monthly } = use;
  if (start === undefined)
    return { verdict: 'unknown', reasons: [reason('hwaas-start-unknown', 'R10', {})], estimate: true };
  if (start > on)
    return { verdict: 'unknown', reasons: [reason('hwaas-start-in-future', 'R10', { date: start })], estimate: true };
  const freeFrom = addMonths(start, LEAST_MONTHS);
  const from = paidUntil !== undefined && paidUntil > on ? paidUntil : on;
  if (from >= freeFrom) return { verdict: 'yes', reasons: [], freeFrom, days: 0, estimate: true };
  const days = daysBetween(from, freeFrom);
  const most = ratio(LEAST_MONTHS);
  const counted = monthsCharged(from, freeFrom, start, days, settings.convention);
  const months = compareRatios(counted, most) > 0 ? most : counted;
  return {
    verdict: 'no',
    reasons: [reason('charged-until', 'R10', { date: freeFrom, days })],
    freeFrom,
    from,
    days,
    ...(monthly && { charge: chargeOf(monthly, months, settings) }),
    estimate: true,
  };
}

function monthsCharged(
  from: CalendarDate,
  until: CalendarDate,
  start: CalendarDate,
  days: number,
  convention: Convention,
): Ratio {
  switch (convention) {
    case 'actual-days':
    case 'inclusive-days': // The day on which 6 months are reached is free by R10, so there is no second end to count.
      return actualTerms(from, until, 'P1M', start);
    case 'thirty-day-month':
      return ratio(days, 30);
    case 'months-and-days':
      return monthsAndDays(from, until);
    case 'started-months':
      return ratio(startedMonths(from, until));
  }
}

function chargeOf(
  { decimal, currency }: NonNullable<HwaasUse['monthly']>,
  months: Ratio,
  settings: ProrationSettings,
): Money {
  const unit = times(ratioOf(decimal), ratio(10n ** BigInt(minorDigits(currency))));
  return money(charge(unit, 1, months, settings), currency);
}
