import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate, Instant } from '../../../../src/core/facts.ts';
import { figuresOf, mergeFigures, recurringSeries, waitsOf } from '../../../../src/core/orders/figures.ts';
import { ORDER_STATES, type OrderRecord } from '../../../../src/core/records/order.ts';

const AT = '2026-11-23T10:00:00.000Z' as Instant;
const day = (date: string): CalendarDate => date as CalendarDate;
const order = (more: Partial<OrderRecord> = {}): OrderRecord => ({
  id: 'number:1',
  revision: 1,
  updatedAt: AT,
  updatedBy: 'page',
  contract: 'hwaas',
  duration: 'P1Y',
  date: day('2026-11-01'),
  lines: [{ product: 'WP490 G2', sku: 'HW-1', quantity: 3 }],
  total: { amountMinor: 120_000, currency: 'EUR' },
  state: 'processing',
  evidence: 'listed',
  seen: { at: AT, url: 'https://my.wildix.com/?#!orders' },
  history: [],
  ...more,
});
const without = (...keys: (keyof OrderRecord)[]): OrderRecord => {
  const one: Record<string, unknown> = order();
  for (const key of keys) delete one[key];
  return one as unknown as OrderRecord;
};
const shipped = (days: number, more: Partial<OrderRecord> = {}): OrderRecord =>
  order({
    state: 'shipped',
    date: day('2026-11-01'),
    shipmentDate: day(`2026-11-${String(1 + days).padStart(2, '0')}`),
    ...more,
  });

test('orders are counted by state; those that were never placed are not among them', () => {
  const orders = [
    order(),
    order({ state: 'shipped' }),
    order(),
    order({ evidence: 'refused' }),
    order({ evidence: 'abandoned' }),
  ];
  const figures = figuresOf(orders, 4, 'term');
  expect(figures).toMatchObject({ orders: 5, unreadable: 4, notPlaced: 2 });
  expect(figures.states).toEqual([
    { of: 'processing', count: 2 },
    { of: 'shipped', count: 1 },
  ]);
});

describe('waiting time', () => {
  test('is the median of shipped orders, halved where two share the middle; each order counts once for a product', () => {
    const twice = [
      { product: 'WP490 G2', sku: 'HW-1', quantity: 1 },
      { product: 'wp490 g2', sku: 'hw-1', quantity: 9 },
      { product: 'W-AIR', quantity: 1 },
    ];
    const orders = [shipped(10, { lines: twice }), shipped(1), shipped(3, { state: 'delivered' }), shipped(4), order()];
    expect(waitsOf(figuresOf(orders, 0, 'term'))).toEqual([
      { key: 'hw-1', name: 'WP490 G2', median: 3.5, orders: 4 },
      { key: 'w-air', name: 'W-AIR', median: 10, orders: 1 },
    ]);
  });

  test('is not known of orders that lack a date or products, or were shipped before they were made', () => {
    const { date: _, ...undated } = shipped(2);
    const orders = [
      undated,
      order({ state: 'shipped' }),
      shipped(1, { date: day('2026-11-09') }),
      shipped(1, { lines: [] }),
    ];
    const figures = figuresOf(orders, 0, 'term');
    expect(figures.waits).toEqual([]);
    expect(figures.waitLeft.map(({ of }) => of)).toEqual([
      'no-order-date',
      'no-shipment-date',
      'shipped-before',
      'no-products',
    ]);
  });
});

describe('recurring amounts', () => {
  test.each([
    ['P1M', 'term', 1000],
    ['P1Y', 'term', 83],
    ['P5Y', 'term', 17],
    ['P5Y', 'month', 1000],
  ] as const)('%s, total for the %s: 10.00 makes %i minor units a month', (duration, covers, amountMinor) => {
    const figures = figuresOf([order({ duration, total: { amountMinor: 1000, currency: 'EUR' } })], 0, covers);
    expect(figures.recurring).toEqual([{ currency: 'EUR', month: '2026-11', amountMinor, orders: 1 }]);
  });

  test('are rounded half-up for each order, before they are added', () => {
    const half = order({ total: { amountMinor: 6, currency: 'EUR' } });
    expect(figuresOf([half, half], 0, 'term').recurring[0]?.amountMinor).toBe(2);
  });

  test('CAPEX and Rental are none; others are left out with their reason', () => {
    const orders = [
      order({ contract: 'capex' }),
      order({ contract: 'rental' }),
      order({ contract: 'unknown' }),
      order({ state: 'unknown', evidence: 'asked' }),
      order({ state: 'cancelled' }),
      without('total'),
      without('duration'),
      without('date'),
    ];
    const figures = figuresOf(orders, 0, 'term');
    expect(figures.recurring).toEqual([]);
    expect(figures.recurringLeft).toEqual(
      ['contract-unknown', 'outcome-unknown', 'cancelled', 'no-total', 'no-period', 'no-date'].map((of) => ({
        of,
        count: 1,
      })),
    );
  });

  test('currencies stay apart, months have no gaps, and what is earlier is told', () => {
    const orders = [
      order({ date: day('2025-11-30') }),
      order({ date: day('2026-09-01') }),
      order({ date: day('2026-11-01') }),
      order({ date: day('2026-11-30'), total: { amountMinor: 1200, currency: 'CHF' } }),
    ];
    const [eur, chf] = recurringSeries(figuresOf(orders, 0, 'term'), 3);
    expect(chf?.months).toEqual([{ month: '2026-11', amountMinor: 100, orders: 1, runningMinor: 100 }]);
    expect(eur?.months).toEqual([
      { month: '2026-09', amountMinor: 10_000, orders: 1, runningMinor: 20_000 },
      { month: '2026-10', amountMinor: 0, orders: 0, runningMinor: 20_000 },
      { month: '2026-11', amountMinor: 10_000, orders: 1, runningMinor: 30_000 },
    ]);
    expect(eur?.before).toEqual({ amountMinor: 10_000, orders: 1 });
  });

  test('an amount that a number cannot hold is left out and counted', () => {
    const huge = order({ total: { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, duration: 'P1M' });
    const figures = figuresOf([huge, huge], 0, 'term');
    expect(figures.recurring).toMatchObject([{ amountMinor: Number.MAX_SAFE_INTEGER, orders: 1 }]);
    expect(figures.recurringLeft).toEqual([{ of: 'too-large', count: 1 }]);
  });
});

test('the figures of parts make those of the whole, however it is parted', () => {
  const some = fc.record({
    state: fc.constantFrom(...ORDER_STATES),
    contract: fc.constantFrom('hwaas', 'capex', 'unknown'),
    evidence: fc.constantFrom('listed', 'asked', 'refused'),
    duration: fc.constantFrom('P1M', 'P1Y', 'P5Y'),
    date: fc.constantFrom('2026-01-31', '2026-02-28', '2025-12-01'),
    shipmentDate: fc.constantFrom('2026-01-01', '2026-03-01', '2026-04-01'),
    lines: fc.array(fc.record({ product: fc.constantFrom('a', 'A', 'b'), quantity: fc.constant(1) }), { maxLength: 3 }),
    total: fc.record({ amountMinor: fc.integer(), currency: fc.constantFrom('EUR', 'CHF') }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 20 }), fc.nat(20), (given, at) => {
      const orders = given.map((one) => order(one as Partial<OrderRecord>));
      const parts = [orders.slice(0, at), orders.slice(at)].map((part) => figuresOf(part, 1, 'term'));
      expect(mergeFigures(parts)).toEqual(figuresOf(orders, 2, 'term'));
    }),
  );
});
