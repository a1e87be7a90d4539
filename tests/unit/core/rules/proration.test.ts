import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../src/core/calendar.ts';
import type { CalendarDate, Duration } from '../../../../src/core/facts.ts';
import { type Rounding, ratio, ratioOf, times, toDecimal } from '../../../../src/core/money/ratio.ts';
import { CONVENTIONS, type Convention, DEFAULT_PRORATION, prorate } from '../../../../src/core/rules/proration.ts';
import { charge } from '../../../../src/core/rules/quote/amounts.ts';
import { actualTerms, monthsAndDays, startedMonths } from '../../../../src/core/rules/shares.ts';

const d = (text: string): CalendarDate => text as CalendarDate;
const value = ({ n, d: below }: { n: number | bigint; d: number | bigint }): number => Number(n) / Number(below);

describe('worked figures of the field (PRICING-CONVENTIONS.md)', () => {
  it.each([
    ['10.00', 15, 31, '4.84'],
    ['31.00', 17, 31, '17.00'],
    ['100.00', 14, 30, '46.67'],
    ['100.00', 14, 31, '45.16'],
    ['-10.00', 881_112, 2_419_200, '-3.64'],
    ['19.95', 8, 30, '5.32'],
    ['19.95', 22, 30, '14.63'],
  ])('%s × %i/%i = %s', (price, n, of, expected) =>
    expect(toDecimal(times(ratioOf(price), ratio(n, of)), 2)).toBe(expected),
  );

  it('4.00/30 × 29 × 2 seats: 7.74 unit-first, 7.73 line-first', () => {
    const cents = (roundEach: 'unit' | 'line', rounding: Rounding = 'half-up'): bigint =>
      charge(ratio(400), 2, ratio(29, 30), { roundEach, rounding });
    expect([cents('unit'), cents('line')]).toEqual([774n, 773n]);
  });

  it.each<[string, string, Duration, string, number]>([
    ['2010-06-17', '2010-07-25', 'P1M', '2010-06-17', 1 + 8 / 31],
    ['2012-02-01', '2012-02-15', 'P1M', '2012-02-01', 14 / 29],
    ['2011-01-10', '2012-03-04', 'P1Y', '2011-01-17', 7 / 365 + 1 + 47 / 366],
    ['2011-01-31', '2012-01-15', 'P1Y', '2011-01-31', 349 / 365],
  ])('actual days, %s → %s by %s from %s', (from, until, duration, anchor, expected) => {
    expect(value(actualTerms(d(from), d(until), duration, d(anchor)))).toBeCloseTo(expected, 12);
  });

  it('15 Jan → 10 Apr 2019, months and days = 2 + 27/31', () => {
    // The figure's source counts its last day, so the half-open span ends a day later.
    expect(value(monthsAndDays(d('2019-01-15'), addDays(d('2019-04-10'), 1)))).toBeCloseTo(2 + 27 / 31, 12);
  });

  it('1 Jan 2017 → 10 Jan 2018 = 13 started months', () => {
    expect(startedMonths(d('2017-01-01'), d('2018-01-10'))).toBe(13);
    expect(startedMonths(d('2017-01-01'), d('2018-01-01'))).toBe(12);
  });

  it('the vendor’s example: a yearly PBX until May 2021, a service added in August 2020 (R3)', () => {
    const coTerm = { duration: 'P1Y', expiration: d('2021-05-01') } as const;
    expect(prorate(d('2020-08-01'), coTerm, 'actual-days')).toEqual({
      convention: 'actual-days',
      from: '2020-08-01',
      until: '2021-05-01',
      days: 273,
      termDays: 365,
      fraction: { n: 273, d: 365 },
      position: 'within-term',
      estimate: true,
    });
    expect(value(prorate(d('2020-08-01'), coTerm, 'months-and-days').fraction)).toBe(0.75);
    expect(value(prorate(d('2020-08-01'), coTerm, 'started-months').fraction)).toBe(0.75);
    expect(prorate(d('2020-08-01'), coTerm, 'inclusive-days')).toMatchObject({
      days: 274,
      fraction: { n: 274, d: 365 },
    });
    expect(value(prorate(d('2020-08-01'), coTerm, 'thirty-day-month').fraction)).toBeCloseTo(273 / 360, 12);
  });
});

describe('prorate', () => {
  const coTerm = { duration: 'P1M', expiration: d('2024-03-15') } as const;
  const share = (from: string, convention: Convention): number => value(prorate(d(from), coTerm, convention).fraction);

  it.each(CONVENTIONS)('%s: nothing is left on the expiration day or after it', (convention) => {
    for (const from of ['2024-03-15', '2024-03-16', '2030-01-01'])
      expect(prorate(d(from), coTerm, convention)).toMatchObject({
        position: 'expired',
        days: 0,
        fraction: { n: 0, d: 1 },
      });
  });

  it.each(CONVENTIONS)('%s: a whole term costs its price, and a term before it another', (convention) => {
    expect(share('2024-02-15', convention)).toBe(1);
    expect(share('2024-01-15', convention)).toBe(2);
    expect(prorate(d('2024-02-14'), coTerm, convention).position).toBe('before-term');
    expect(share('2024-02-14', convention)).toBeGreaterThan(1);
  });

  it('follows the anniversary where the expiration alone misleads', () => {
    const clamped = { duration: 'P1M', expiration: d('2023-02-28') } as const;
    expect(prorate(d('2023-01-31'), clamped, 'actual-days')).toMatchObject({
      termDays: 31,
      fraction: { n: 28, d: 31 },
    });
    expect(prorate(d('2023-01-31'), { ...clamped, anchor: d('2022-12-31') }, 'actual-days')).toMatchObject({
      fraction: { n: 1, d: 1 },
    });
  });

  it('by default counts actual days and rounds the line half up', () => {
    expect(DEFAULT_PRORATION).toEqual({ convention: 'actual-days', roundEach: 'line', rounding: 'half-up' });
  });

  it('never asks more for fewer days, whatever the term and convention', () => {
    // Adjacent days across month-ends, leap days and anniversaries; five years once, since its terms are the same kind.
    const ends = ['2024-02-29', '2023-02-28', '2024-03-01', '2024-03-31', '2024-07-15'].map(d);
    const spans = [
      ...ends.map((end) => ['P1M', end, -3] as const),
      ...ends.map((end) => ['P1Y', end, -13] as const),
      ['P5Y', d('2024-03-31'), -15] as const,
    ];
    for (const [duration, expiration, months] of spans) {
      for (const convention of CONVENTIONS) {
        let earlier = Number.POSITIVE_INFINITY;
        const start = addMonths(expiration, months);
        for (let from = start; from <= expiration; from = addDays(from, 1)) {
          const now = value(prorate(from, { duration, expiration }, convention).fraction);
          expect(now <= earlier, `${convention} ${duration} ${from} → ${expiration}: ${now} after ${earlier}`).toBe(
            true,
          );
          earlier = now;
        }
      }
    }
  }, 60_000);

  it('agrees with counting the days of the term one by one', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(d('2000-01-01'), n));
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(1_900),
        fc.constantFrom<Duration>('P1M', 'P1Y', 'P5Y'),
        (expiration, ahead, duration) => {
          const from = addDays(expiration, -ahead);
          const months = { P1M: 1, P1Y: 12, P5Y: 60 }[duration];
          // Each day costs one over the length of the term it lies in.
          let expected = 0;
          let [k, end, start] = [1, expiration, addMonths(expiration, -months)];
          let length = 0;
          for (let day = start; day < end; day = addDays(day, 1)) length++;
          for (let day = addDays(expiration, -1); day >= from; day = addDays(day, -1)) {
            if (day < start) {
              k++;
              [end, start] = [start, addMonths(expiration, -months * k)];
              length = 0;
              for (let one = start; one < end; one = addDays(one, 1)) length++;
            }
            expected += 1 / length;
          }
          const { fraction, days } = prorate(from, { duration, expiration }, 'actual-days');
          expect(value(fraction)).toBeCloseTo(expected, 8);
          expect(days).toBe(ahead);
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);
});
