import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addTerm,
  compareDates,
  currentTerm,
  daysBetween,
  parseCalendarDate,
  wholeMonths,
} from '../../../src/core/calendar.ts';
import { CalendarDate, type Duration } from '../../../src/core/facts.ts';

const d = (text: string): CalendarDate => text as CalendarDate;
const anyDate = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => d(date.toISOString().slice(0, 10)));
const anyDuration = fc.constantFrom<Duration>('P1M', 'P1Y', 'P5Y');

/** The oracle counts by hand: Gregorian leap years, no calendar library. */
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
const parts = (date: string): [number, number, number] => date.split('-').map(Number) as [number, number, number];
function dayNumber(date: string): number {
  const [year, month, day] = parts(date);
  let count = day;
  for (let y = 1900; y < year; y++) count += leap(y) ? 366 : 365;
  for (let m = 1; m < month; m++) count += lengthOf(year, m);
  return count;
}

describe('parseCalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31'])('takes %s', (text) => expect(parseCalendarDate(text)).toBe(text));
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '24-01-01',
    '2024-01-01T00:00Z',
    '',
    '+002024-01-01',
  ])('refuses %j', (text) => expect(parseCalendarDate(text)).toBeUndefined());
});

describe('the schema of a date', () => {
  it.each(['2024-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) =>
    expect(v.is(CalendarDate, text)).toBe(true),
  );
  it.each(['2023-02-29', '2024-04-31', '2024-02-30', '2024-13-01', '2024-1-1', 'soon'])('refuses %s', (text) =>
    expect(v.is(CalendarDate, text)).toBe(false),
  );
  it('agrees with the calendar on every day there could be', () => {
    for (const year of ['1900', '2000', '2023', '2024', '2100'])
      for (let month = 1; month <= 12; month++)
        for (let day = 1; day <= 31; day++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect([text, v.is(CalendarDate, text)]).toEqual([text, parseCalendarDate(text) !== undefined]);
        }
  });
});

describe('adding terms', () => {
  it('clamps to the month-end and comes back', () => {
    expect([0, 1, 2, 3].map((n) => addTerm(d('2023-01-31'), 'P1M', n))).toEqual([
      '2023-01-31',
      '2023-02-28',
      '2023-03-31',
      '2023-04-30',
    ]);
    expect([1, 2, 3, 4].map((n) => addTerm(d('2020-02-29'), 'P1Y', n))).toEqual([
      '2021-02-28',
      '2022-02-28',
      '2023-02-28',
      '2024-02-29',
    ]);
    expect(addTerm(d('2020-02-29'), 'P5Y')).toBe('2025-02-28');
    expect(addTerm(d('2024-03-31'), 'P1M', -1)).toBe('2024-02-29');
  });

  it('agrees with month arithmetic done by hand', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const [year, month, day] = parts(date);
        const index = year * 12 + (month - 1) + months;
        const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
        const expected = `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, lengthOf(y, m))).padStart(2, '0')}`;
        expect(addMonths(date, months)).toBe(expected);
      }),
    );
  });
});

describe('daysBetween', () => {
  it.each([
    ['2020-08-01', '2021-05-01', 273],
    ['2011-01-31', '2012-01-15', 349],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2024-05-05', '2024-05-05', 0],
    ['2024-05-05', '2024-05-01', -4],
  ])('%s → %s = %i', (from, to, days) => expect(daysBetween(d(from), d(to))).toBe(days));

  it('agrees with counting days one by one', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(daysBetween(a, b)).toBe(dayNumber(b) - dayNumber(a));
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(compareDates(a, b)).toBe(Math.sign(dayNumber(a) - dayNumber(b)));
      }),
    );
  });
});

describe('wholeMonths', () => {
  it.each([
    ['2023-01-31', '2023-02-28', 1],
    ['2023-01-31', '2023-02-27', 0],
    ['2024-01-31', '2024-02-28', 0],
    ['2020-02-29', '2021-02-28', 12],
    ['2024-05-05', '2024-05-01', 0],
  ])('%s → %s = %i', (from, until, months) => expect(wholeMonths(d(from), d(until))).toBe(months));

  it('is the last anniversary that is reached', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(3_000), (from, days) => {
        const until = addDays(from, days);
        let months = 0;
        while (addMonths(from, months + 1) <= until) months++;
        expect(wholeMonths(from, until)).toBe(months);
      }),
    );
  });
});

describe('currentTerm', () => {
  it('runs from expiration minus one term', () => {
    expect(currentTerm(d('2021-05-01'), 'P1Y')).toEqual({ start: '2020-05-01', end: '2021-05-01', days: 365 });
    expect(currentTerm(d('2024-03-01'), 'P1M')).toEqual({ start: '2024-02-01', end: '2024-03-01', days: 29 });
    expect(currentTerm(d('2025-02-28'), 'P5Y')).toEqual({ start: '2020-02-28', end: '2025-02-28', days: 1827 });
  });

  it('comes back to the billing day where it is known', () => {
    expect(currentTerm(d('2023-02-28'), 'P1M')).toMatchObject({ start: '2023-01-28' });
    expect(currentTerm(d('2023-02-28'), 'P1M', 31)).toEqual({ start: '2023-01-31', end: '2023-02-28', days: 28 });
    expect(currentTerm(d('2024-03-31'), 'P1M', 31)).toMatchObject({ start: '2024-02-29' });
  });

  it('is as long as the days in it', () => {
    fc.assert(
      fc.property(anyDate, anyDuration, (end, duration) => {
        const term = currentTerm(end, duration);
        expect(term.days).toBe(dayNumber(end) - dayNumber(term.start));
        expect(term.days).toBeGreaterThanOrEqual({ P1M: 28, P1Y: 365, P5Y: 1825 }[duration]);
      }),
    );
  });
});
