import { addMonths, compareDates } from '../calendar.ts';
import type { CalendarDate } from '../facts.ts';
import { type ListReason, listReason } from './reasons.ts';

/** How old a list may be before a quote warns, unless the partner's setting says otherwise. */
export const DEFAULT_MAX_AGE_MONTHS = 12;

/**
 * What a quote says about the age of the list it rests on, if anything: older than `maxAgeMonths`, not yet valid, or of
 * unknown date. A list is a year old on its anniversary, and over a year old the day after.
 */
export function judgeListAge(
  listDate: CalendarDate | undefined,
  today: CalendarDate,
  maxAgeMonths: number = DEFAULT_MAX_AGE_MONTHS,
): ListReason | undefined {
  if (listDate === undefined) return listReason('list-date-unknown', {});
  if (compareDates(listDate, today) > 0) return listReason('list-date-ahead', { date: listDate });
  if (compareDates(today, addMonths(listDate, maxAgeMonths)) <= 0) return undefined;
  return listReason('list-old', { date: listDate, months: maxAgeMonths });
}
