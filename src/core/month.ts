import * as v from 'valibot';
import { addDays, addMonths, daysBetween } from './calendar.ts';
import { CalendarDate } from './facts.ts';

/** A calendar month, `yyyy-mm`; the years that a calendar can be leafed through. */
export const Month = v.pipe(v.string(), v.regex(/^(19|2\d)\d\d-(0[1-9]|1[0-2])$/), v.brand('Month'));
export type Month = v.InferOutput<typeof Month>;

export const monthOf = (date: CalendarDate): Month => date.slice(0, 7) as Month;

export const firstOf = (month: Month): CalendarDate => `${month}-01` as CalendarDate;

/** `month` plus `count` (negative: before), also beyond the years of {@link Month}. */
export const monthAfter = (month: Month, count: number): Month => monthOf(addMonths(firstOf(month), count));

/** 1 for Monday to 7 for Sunday. @throws RangeError where the date does not exist. */
export const weekday = (date: CalendarDate): number => modulo(daysBetween(A_MONDAY, date), 7) + 1;

/** The weeks that a month touches, each of seven days; the first and the last one may hold days of its neighbours. */
export function monthWeeks(month: Month, firstDay: number): readonly (readonly CalendarDate[])[] {
  const weeks: CalendarDate[][] = [];
  const end = firstOf(monthAfter(month, 1));
  for (let start = weekStart(firstOf(month), firstDay); start < end; start = addDays(start, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(start, i)));
  return weeks;
}

/** What a key of {@link moved} does to the day that is chosen. */
export type Move = 'day-before' | 'day-after' | 'week-before' | 'week-after' | 'week-start' | 'week-end' | MonthMove;
type MonthMove = 'month-before' | 'month-after' | 'year-before' | 'year-after';

/** The day that a move leads to; the same where it would leave the years of {@link Month}. `firstDay`: as {@link weekday}. */
export function moved(date: CalendarDate, move: Move, firstDay: number): CalendarDate {
  const next = MOVES[move](date, firstDay);
  return v.is(CalendarDate, next) && v.is(Month, monthOf(next)) ? next : date;
}

const MOVES: Readonly<Record<Move, (date: CalendarDate, firstDay: number) => CalendarDate>> = {
  'day-before': (date) => addDays(date, -1),
  'day-after': (date) => addDays(date, 1),
  'week-before': (date) => addDays(date, -7),
  'week-after': (date) => addDays(date, 7),
  'week-start': (date, firstDay) => weekStart(date, firstDay),
  'week-end': (date, firstDay) => addDays(weekStart(date, firstDay), 6),
  'month-before': (date) => addMonths(date, -1),
  'month-after': (date) => addMonths(date, 1),
  'year-before': (date) => addMonths(date, -12),
  'year-after': (date) => addMonths(date, 12),
};

const weekStart = (date: CalendarDate, firstDay: number): CalendarDate =>
  addDays(date, -modulo(weekday(date) - firstDay, 7));

const A_MONDAY = '2024-01-01' as CalendarDate;

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
