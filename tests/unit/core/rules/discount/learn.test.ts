import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../../src/core/facts.ts';
import { learnTiers, scheduleOf } from '../../../../../src/core/rules/discount/learn.ts';
import {
  type DiscountObservation,
  observeRecalculation,
  percentRange,
  plainestPercent,
} from '../../../../../src/core/rules/discount/observe.ts';
import { DiscountSchedule } from '../../../../../src/core/rules/discount/schedule.ts';

const on = '2024-06-15' as CalendarDate;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const seen = (
  quantity: number,
  before: number,
  after: number,
  over: Partial<DiscountObservation> = {},
): DiscountObservation => ({
  sku: 'A',
  duration: 'P1Y',
  quantity,
  cartQuantity: quantity,
  before: eur(before),
  after: eur(after),
  on,
  ...over,
});

describe('observeRecalculation', () => {
  it('compares line by line and says what it could not learn from', () => {
    const lesson = observeRecalculation(
      [
        { sku: 'A', quantity: 4, total: eur(4000) },
        { sku: 'A', quantity: 6, total: eur(6000) },
        { sku: 'gone', quantity: 1, total: eur(100) },
        { sku: 'free', quantity: 1, total: eur(0) },
        { sku: 'up', quantity: 1, total: eur(100) },
        { sku: 'more', quantity: 1, total: eur(100) },
        { sku: 'swiss', quantity: 1, total: eur(100) },
      ],
      [
        { sku: 'A', quantity: 10, total: eur(9000) },
        { sku: 'free', quantity: 1, total: eur(0) },
        { sku: 'up', quantity: 1, total: eur(101) },
        { sku: 'more', quantity: 2, total: eur(200) },
        { sku: 'swiss', quantity: 1, total: { amountMinor: 100, currency: 'CHF' } },
      ],
      { duration: 'P1Y', on },
    );
    expect(lesson.observations).toEqual([seen(10, 10000, 9000, { cartQuantity: 15 })]);
    expect(lesson.unlearned).toEqual([
      { sku: 'gone', why: 'not-in-both' },
      { sku: 'free', why: 'no-list-total' },
      { sku: 'up', why: 'dearer' },
      { sku: 'more', why: 'quantity-changed' },
      { sku: 'swiss', why: 'currency-changed' },
    ]);
  });
});

describe('the percentage behind printed totals', () => {
  it('is always among those that the rounding allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10_000_000 }), fc.integer({ min: 0, max: 1000 }), (before, tenths) => {
        const after = Math.round((before * (1000 - tenths)) / 1000);
        const { least, most } = percentRange({ before: eur(before), after: eur(after) });
        expect(Number(least.n) / Number(least.d)).toBeLessThanOrEqual(tenths / 10 + 1e-9);
        expect(Number(most.n) / Number(most.d)).toBeGreaterThanOrEqual(tenths / 10 - 1e-9);
      }),
    );
  });

  it('is given in its plainest form', () => {
    expect(plainestPercent(percentRange(seen(10, 10000, 9000)))).toBe('10');
    expect(plainestPercent(percentRange(seen(10, 333333, 291666)))).toBe('12.5');
    expect(plainestPercent(percentRange(seen(10, 10000, 10000)))).toBe('0');
    expect(plainestPercent(percentRange(seen(10, 10000, 0)))).toBe('100');
  });
});

describe('learnTiers', () => {
  it('offers what at least two observations agree on', () => {
    const [learned] = learnTiers([
      seen(30, 30000, 25500),
      seen(10, 10000, 9000),
      seen(2, 2000, 2000),
      seen(12, 11999, 10799),
      seen(3, 3000, 3000),
    ]);
    expect(learned?.tiers).toMatchObject([
      { from: 2, notBefore: 0, percent: '0' },
      { from: 10, notBefore: 3, percent: '10' },
    ]);
    expect(learned?.single).toMatchObject([{ from: 30, notBefore: 12, percent: '15' }]);
    expect(learned?.contradictions).toEqual([]);
  });

  it('shows contradictions and averages nothing', () => {
    const [a, b] = [seen(10, 10000, 9000), seen(10, 10000, 8000, { on: '2025-01-01' as CalendarDate })];
    const [learned] = learnTiers([a, b, seen(20, 20000, 16000), seen(21, 21000, 16800)]);
    expect(learned?.contradictions).toEqual([[a, b]]);
    expect(learned?.tiers).toMatchObject([{ from: 20, notBefore: 10, percent: '20' }]);
    expect(JSON.stringify(learned)).not.toContain('"percent":"15"');
  });

  it('keeps products and Durations apart', () => {
    const learned = learnTiers(
      [seen(10, 10000, 9000), seen(10, 10000, 8000, { duration: 'P1M' }), seen(10, 10000, 7000, { sku: 'B' })],
      1,
    );
    expect(learned.map((one) => [one.sku, one.duration, one.tiers[0]?.percent])).toEqual([
      ['A', 'P1Y', '10'],
      ['A', 'P1M', '20'],
      ['B', 'P1Y', '30'],
    ]);
  });

  it('finds the tiers that a portal applies', () => {
    const tiers = [
      { from: 1, percent: 0 },
      { from: 10, percent: 5 },
      { from: 50, percent: 12 },
    ];
    const quantities = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(quantities, fc.integer({ min: 2000, max: 50000 }), (orders, unit) => {
        const percentAt = (quantity: number): number =>
          tiers.filter((tier) => tier.from <= quantity).at(-1)?.percent ?? 0;
        const observations = orders.map((quantity) =>
          seen(quantity, unit * quantity, Math.round((unit * quantity * (100 - percentAt(quantity))) / 100)),
        );
        const [learned] = learnTiers(observations, 1);
        expect(learned?.contradictions).toEqual([]);
        for (const tier of learned?.tiers ?? []) {
          expect(Number(tier.percent)).toBe(percentAt(tier.from));
          const truth = tiers.find((one) => one.percent === Number(tier.percent))?.from ?? 0;
          expect(truth).toBeLessThanOrEqual(tier.from);
          if (tier.notBefore > 0) expect(truth).toBeGreaterThan(tier.notBefore);
        }
      }),
    );
  });

  it('becomes a schedule marked as learned', () => {
    const [learned] = learnTiers([seen(10, 10000, 9000), seen(11, 11000, 9900)]);
    const schedule = learned && scheduleOf(learned);
    expect(v.parse(DiscountSchedule, schedule)).toMatchObject({
      source: 'learned',
      duration: 'P1Y',
      tiers: [{ from: 10, percent: '10' }],
    });
    expect(scheduleOf({ sku: 'A', duration: 'P1Y', tiers: [], single: [], contradictions: [] })).toBeUndefined();
  });
});
