import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { plus, ratio, ratioOf, times, toDecimal } from '../../../../../src/core/money/ratio.ts';
import { effectAt } from '../../../../../src/core/rules/discount/effect.ts';
import { breakHints } from '../../../../../src/core/rules/discount/hints.ts';
import { DiscountSchedule, scheduleFor } from '../../../../../src/core/rules/discount/schedule.ts';

const schedule = (over: Record<string, unknown>): DiscountSchedule =>
  v.parse(DiscountSchedule, {
    id: 'S',
    scope: { kind: 'order' },
    model: 'volume',
    source: 'settings',
    tiers: [{ from: 1 }],
    ...over,
  });

/** Total of `units` at a list price. */
const total = (one: DiscountSchedule, units: number, list = '10'): string => {
  const { factor, amount } = effectAt(one, units);
  return toDecimal(times(plus(times(ratioOf(list), factor), amount), ratio(units)), 2);
};

const volume = schedule({
  tiers: [
    { from: 1, price: '2.00', flat: '10' },
    { from: 101, price: '1.00' },
    { from: 201, price: '0.50', flat: '50' },
  ],
});
const graduated = schedule({
  model: 'graduated',
  tiers: [
    { from: 1, price: '10', flat: '2' },
    { from: 11, price: '5', flat: '3' },
    { from: 21, price: '5', flat: '3' },
  ],
});
const packs = schedule({ model: 'pack', packSize: 1000, tiers: [{ from: 1, price: '7' }] });

describe('worked figures of the field (PRICING-CONVENTIONS.md)', () => {
  it.each([
    [100, '210.00'],
    [101, '101.00'],
    [200, '200.00'],
    [210, '155.00'],
    [300, '200.00'],
  ])('volume, %i units: %s', (units, expected) => expect(total(volume, units)).toBe(expected));
  it.each([
    [10, '102.00'],
    [11, '110.00'],
    [12, '115.00'],
    [21, '163.00'],
  ])('graduated, %i units: %s', (units, expected) => expect(total(graduated, units)).toBe(expected));
  it('4,500 units are 5 packs of 1,000', () => expect(total(packs, 4500)).toBe('35.00'));
});

describe('percentages', () => {
  const tiers = [
    { from: 5, percent: '10' },
    { from: 10, percent: '12.5' },
  ];
  it.each([
    [4, '40.00'],
    [5, '45.00'],
    [10, '87.50'],
  ])('volume, %i at 10: %s', (units, expected) => expect(total(schedule({ tiers }), units)).toBe(expected));
  it.each([
    [4, '40.00'],
    [5, '49.00'],
    [10, '93.75'],
  ])('graduated, %i at 10: %s', (units, expected) =>
    // 10: four at list, five at 9.00, one at 8.75.
    expect(total(schedule({ model: 'graduated', tiers }), units)).toBe(expected),
  );
  it('100 % is free', () => expect(total(schedule({ tiers: [{ from: 1, percent: '100' }] }), 3)).toBe('0.00'));
});

describe('a schedule', () => {
  it.each([
    ['more than 100 %', { tiers: [{ from: 1, percent: '100.5' }] }],
    ['a negative price', { tiers: [{ from: 1, price: '-1' }] }],
    ['percentage and price', { tiers: [{ from: 1, price: '1', percent: '1' }] }],
    [
      'tiers that do not rise',
      {
        tiers: [
          { from: 5, percent: '1' },
          { from: 5, percent: '2' },
        ],
      },
    ],
    ['no tiers', { tiers: [] }],
    ['packs without size', { model: 'pack', tiers: [{ from: 1, price: '1' }] }],
    ['packs without price', { model: 'pack', packSize: 2, tiers: [{ from: 1, percent: '1' }] }],
    ['a size without packs', { packSize: 2 }],
  ])('is refused with %s', (_, over) => expect(() => schedule(over)).toThrow());

  it('is chosen by the narrowest scope, and never of two alike', () => {
    const bySku = schedule({ id: 'sku', scope: { kind: 'sku', sku: 'A' } });
    const byCategory = schedule({ id: 'category', scope: { kind: 'category', category: 'phones' } });
    const forAll = schedule({ id: 'all' });
    const yearly = schedule({ id: 'yearly', duration: 'P1Y' });
    const all = [forAll, byCategory, bySku, yearly];
    expect(scheduleFor({ sku: 'A', category: 'phones' }, all, 'P1Y')).toBe(bySku);
    expect(scheduleFor({ sku: 'B', category: 'phones' }, all, 'P1Y')).toBe(byCategory);
    // A partner's spelling is not always the page's.
    expect(scheduleFor({ sku: 'B', category: ' Phones' }, all, 'P1Y')).toBe(byCategory);
    expect(scheduleFor({ sku: 'a ' }, all, 'P1Y')).toBe(bySku);
    expect(scheduleFor({ sku: 'B' }, all, 'P1Y')).toBe(yearly);
    expect(scheduleFor({ sku: 'B' }, all, 'P1M')).toBe(forAll);
    expect(scheduleFor({ sku: 'B' }, [bySku], 'P1M')).toBeUndefined();
    expect(scheduleFor({ sku: 'B' }, [forAll, schedule({ id: 'other' })], 'P1M')).toBe('contradictory');
    expect(scheduleFor({ sku: 'A' }, [forAll, schedule({ id: 'other' }), bySku], 'P1M')).toBe(bySku);
  });
});

describe('breakHints', () => {
  const hint = (one: DiscountSchedule, quantity: number, decimal = '10'): unknown =>
    breakHints({
      lines: [{ sku: 'A', quantity, price: { decimal, currency: 'EUR', per: 'term' } }],
      schedules: [one],
      duration: 'P1Y',
      currency: 'EUR',
    })[0];
  const saves = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

  it('says where one more costs less', () => {
    expect(hint(volume, 100)).toEqual({
      sku: 'A',
      next: { more: 1, from: 101 },
      cheaper: { more: 1, saves: saves(10900) },
    });
    expect(hint(volume, 101)).toEqual({ sku: 'A', next: { more: 100, from: 201 } });
    expect(hint(volume, 200)).toEqual({
      sku: 'A',
      next: { more: 1, from: 201 },
      cheaper: { more: 1, saves: saves(4950) },
    });
    expect(hint(volume, 210)).toEqual({ sku: 'A' });
  });

  it('says where a begun pack has room', () => {
    expect(hint(packs, 4500)).toEqual({ sku: 'A', cheaper: { more: 500, saves: saves(0) } });
    expect(hint(packs, 5000)).toEqual({ sku: 'A' });
  });

  it('names the fewest units among equal totals', () => {
    const free = [
      { from: 10, percent: '100' },
      { from: 20, percent: '100' },
    ];
    expect(hint(schedule({ tiers: free }), 8)).toMatchObject({ cheaper: { more: 2, saves: saves(8000) } });
  });

  it('agrees with trying every larger quantity', () => {
    const tiers = schedule({
      tiers: [
        { from: 10, percent: '5' },
        { from: 20, percent: '30' },
        { from: 40, percent: '31' },
      ],
    });
    const cents = (units: number): number => Math.round(Number(total(tiers, units)) * 100);
    for (let units = 1; units < 45; units++) {
      let best = { more: 0, cost: cents(units) };
      for (let more = 1; more < 60; more++)
        if (cents(units + more) < best.cost) best = { more, cost: cents(units + more) };
      const found = hint(tiers, units) as { cheaper?: { more: number; saves: { amountMinor: number } } };
      // A tie is told too: more units for the same money.
      if (best.more > 0)
        expect([units, found.cheaper]).toEqual([units, { more: best.more, saves: saves(cents(units) - best.cost) }]);
      else expect(found.cheaper?.saves.amountMinor ?? 0).toBe(0);
    }
  });

  it('agrees with trying every larger quantity, for tiers of every model', () => {
    const cents = fc.nat(9_999).map((n) => (n / 100).toFixed(2));
    const froms = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    const effect = fc.record({ price: cents, flat: cents }, { requiredKeys: ['price'] });
    const percent = fc.nat(1000).map((n) => ({ percent: `${n / 10}` }));
    const anySchedule = fc.oneof(
      fc.record({
        model: fc.constantFrom('volume', 'graduated'),
        froms,
        effects: fc.array(fc.oneof(effect, percent), { minLength: 4, maxLength: 4 }),
      }),
      fc.record({
        model: fc.constant('pack'),
        packSize: fc.integer({ min: 1, max: 12 }),
        froms,
        effects: fc.array(effect, { minLength: 4, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(
        anySchedule,
        fc.integer({ min: 1, max: 45 }),
        cents,
        ({ froms: at, effects, ...rest }, units, list) => {
          const tiers = at.sort((a, b) => a - b).map((from, i) => ({ from, ...effects[i] }));
          const one = schedule({ ...rest, tiers });
          const of = (count: number): number => Math.round(Number(total(one, count, list)) * 100);
          let best = { more: 0, cost: of(units) };
          for (let more = 1; more < 90; more++)
            if (of(units + more) < best.cost) best = { more, cost: of(units + more) };
          const found = hint(one, units, list) as { cheaper?: { more: number; saves: { amountMinor: number } } };
          expect(found.cheaper?.saves.amountMinor ?? 0).toBe(of(units) - best.cost);
          if (best.more > 0) expect(found.cheaper?.more).toBe(best.more);
        },
      ),
    );
  });

  it('counts the units of the whole scope', () => {
    const price = { decimal: '100', currency: 'EUR', per: 'month' } as const;
    const hints = breakHints({
      lines: [
        { sku: 'A', quantity: 6, price },
        { sku: 'B', quantity: 3, price },
        { sku: 'C', quantity: 1 },
      ],
      schedules: [
        schedule({ scope: { kind: 'category', category: 'x' } }),
        schedule({ id: 'o', tiers: [{ from: 11, percent: '20' }] }),
      ],
      duration: 'P1Y',
      currency: 'EUR',
    });
    expect(hints.map((one) => one?.next)).toEqual([
      { more: 1, from: 11 },
      { more: 1, from: 11 },
      { more: 1, from: 11 },
    ]);
    expect(hints[0]?.cheaper).toBeUndefined();
  });
});
