import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { CalendarDate, Money } from '../../../../../src/core/facts.ts';
import { learnTiers, scheduleOf } from '../../../../../src/core/rules/discount/learn.ts';
import { type DiscountObservation, observeRecalculation } from '../../../../../src/core/rules/discount/observe.ts';
import { percentRange, plainestPercent } from '../../../../../src/core/rules/discount/percent-range.ts';
import { DiscountSchedule } from '../../../../../src/core/rules/discount/schedule.ts';
import type { SeenLine } from '../../../../../src/core/rules/discount/seen-lines.ts';

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

const line = (sku: string, quantity: number, total: Money, over: Partial<SeenLine> = {}): SeenLine => ({
  sku,
  quantity,
  total,
  unit: eur(1000),
  ...over,
});

describe('observeRecalculation', () => {
  it('compares line by line and says what it could not learn from', () => {
    const lesson = observeRecalculation(
      [
        line('A', 4, eur(4000)),
        line('A', 6, eur(6000)),
        line('gone', 1, eur(100)),
        line('free', 1, eur(0)),
        line('up', 1, eur(100)),
        line('more', 1, eur(100)),
        line('swiss', 1, eur(100)),
      ],
      [
        line('A', 10, eur(9000)),
        line('free', 1, eur(0)),
        line('up', 1, eur(101)),
        line('more', 2, eur(200)),
        line('swiss', 1, { amountMinor: 100, currency: 'CHF' }),
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

describe('a recalculation teaches only what the page shows for certain', () => {
  const none = { kind: 'none' } as const;
  const amount = (amountMinor: number) => ({ kind: 'amount', money: eur(amountMinor) }) as const;
  const lesson = (before: Partial<SeenLine>, after: Partial<SeenLine>) => {
    const { observations, unlearned } = observeRecalculation(
      [line('A', 10, eur(10000), before)],
      [line('A', 10, eur(9000), after)],
      { duration: 'P1Y', on },
    );
    return observations.length > 0 ? 'observed' : unlearned[0]?.why;
  };
  const percent = (text: string) => ({ kind: 'percent', percent: text }) as const;

  it.each<[string, Partial<SeenLine>, Partial<SeenLine>, string]>([
    ['a printed amount agrees', { discount: none }, { discount: amount(-1000) }, 'observed'],
    ['a printed percentage agrees', { discount: none }, { discount: percent('10') }, 'observed'],
    ['a printed percentage is rounded', { discount: none }, { discount: percent('9.9996') }, 'observed'],
    ['a printed percentage differs', { discount: none }, { discount: percent('12') }, 'discount-disagrees'],
    ['the total before is of another quantity', { discount: none }, { discount: amount(450) }, 'discount-disagrees'],
    ['nothing is printed of a lower total', { discount: none }, { discount: none }, 'discount-disagrees'],
    ['it had a discount before', { discount: amount(100) }, { discount: amount(1000) }, 'discounted-before'],
    ['the discount is not readable', { discount: none }, { discount: { kind: 'unreadable' } }, 'discount-unreadable'],
    ['the column went', { discount: none }, {}, 'discount-unreadable'],
    ['the unit price makes up the total', {}, {}, 'observed'],
    ['the unit price fell too', {}, { unit: eur(900) }, 'list-total-unknown'],
    ['the unit price does not make up the total', { unit: eur(999) }, { unit: eur(999) }, 'list-total-unknown'],
    ['there is neither unit price nor discount', { unit: undefined }, { unit: undefined }, 'list-total-unknown'],
    [
      'totals are prorated and the discount is not',
      { discount: none, unit: eur(2000) },
      { discount: amount(-2000), unit: eur(2000) },
      'observed',
    ],
    [
      'more is taken off than there was',
      { discount: none, unit: eur(1000) },
      { discount: amount(15_000), unit: eur(1000), total: eur(0) },
      'discount-disagrees',
    ],
  ])('%s', (_, before, after, outcome) => {
    expect(lesson(before, after)).toBe(outcome);
  });

  it('nothing where no total changed: the press may not have been taken', () => {
    const cart = [line('A', 2, eur(2000), { discount: none })];
    const { observations, unlearned } = observeRecalculation(cart, cart, { duration: 'P1Y', on });
    expect([observations, unlearned]).toEqual([[], [{ sku: 'A', why: 'nothing-changed' }]]);
  });

  it('that there is no discount, where another line shows that the press was taken', () => {
    const { observations } = observeRecalculation(
      [line('A', 10, eur(10000), { discount: none }), line('B', 1, eur(1000), { discount: none })],
      [line('A', 10, eur(9000), { discount: amount(1000) }), line('B', 1, eur(1000), { discount: none })],
      { duration: 'P1Y', on },
    );
    expect(observations.map(({ sku, after }) => [sku, after.amountMinor])).toEqual([
      ['A', 9000],
      ['B', 1000],
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
