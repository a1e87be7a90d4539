import { daysBetween } from '../calendar.ts';
import type { CalendarDate } from '../facts.ts';

/**
 * How many calendar days ago something was seen: 0 today, 1 yesterday, whatever the hour. A day that lies ahead (a clock
 * that was set back) counts as today.
 */
export const ageInDays = (seen: CalendarDate, today: CalendarDate): number => Math.max(0, daysBetween(seen, today));
