import type { CalendarDate } from '../../core/facts.ts';
import { firstOf, type Month } from '../../core/month.ts';
import { language } from '../../platform/i18n.ts';

/** The time zone is fixed on both sides, so the day cannot move. */
const format = (date: CalendarDate, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language(), { ...options, calendar: 'gregory', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );

export const longDate = (date: CalendarDate): string =>
  format(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const monthText = (month: Month): string => format(firstOf(month), { month: 'long', year: 'numeric' });
export const shortMonth = (month: Month): string => format(firstOf(month), { month: 'short', year: '2-digit' });
export const dayNumber = (date: CalendarDate): string => format(date, { day: 'numeric' });
export const weekdayText = (date: CalendarDate, weekday: 'short' | 'long'): string => format(date, { weekday });
