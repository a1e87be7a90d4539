import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import type { CalendarDate } from '../../../src/core/facts.ts';
import { type Month, type Move, monthAfter, monthOf, monthWeeks, moved, weekday } from '../../../src/core/month.ts';

const day = (date: string): CalendarDate => date as CalendarDate;
const month = (text: string): Month => text as Month;

test.each([
  ['2026-11-27', 5],
  ['2024-02-29', 4],
  ['2023-12-31', 7],
  ['1900-01-01', 1],
])('%s is day %i of the week', (date, number) => expect(weekday(day(date))).toBe(number));

describe('the weeks of a month', () => {
  test.each([
    ['2026-11', 1, '2026-10-26', '2026-12-06', 6],
    ['2026-11', 7, '2026-11-01', '2026-12-05', 5],
    ['2026-02', 7, '2026-02-01', '2026-02-28', 4],
    ['2026-08', 6, '2026-08-01', '2026-09-04', 5],
    ['2026-12', 1, '2026-11-30', '2027-01-03', 5],
  ])('%s, week from day %i', (name, firstDay, first, last, count) => {
    const weeks = monthWeeks(month(name), firstDay);
    expect(weeks).toHaveLength(count);
    expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([first, last]);
  });

  test('hold every day once, begin on the first day of the week, and touch the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 7 }), (after, firstDay) => {
        const name = monthAfter(month('1900-01'), after);
        const weeks = monthWeeks(name, firstDay);
        const days = weeks.flat();
        expect(days.every((date, i) => i === 0 || date === addDays(days[i - 1] as CalendarDate, 1))).toBe(true);
        for (const week of weeks) {
          expect(weekday(week[0] as CalendarDate)).toBe(firstDay);
          expect(week.some((date) => monthOf(date) === name)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test.each<[Move, string, string]>([
  ['day-before', '2026-03-01', '2026-02-28'],
  ['day-after', '2026-12-31', '2027-01-01'],
  ['week-before', '2026-03-01', '2026-02-22'],
  ['week-after', '2026-02-25', '2026-03-04'],
  ['week-start', '2026-11-27', '2026-11-23'],
  ['week-end', '2026-11-27', '2026-11-29'],
  ['month-before', '2026-03-31', '2026-02-28'],
  ['month-after', '2026-01-31', '2026-02-28'],
  ['year-before', '2024-02-29', '2023-02-28'],
  ['year-after', '2026-11-27', '2027-11-27'],
  ['day-after', '2999-12-31', '2999-12-31'],
  ['year-before', '1900-06-01', '1900-06-01'],
])('%s of %s is %s', (move, from, to) => expect(moved(day(from), move, 1)).toBe(to));
