import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockOutlook, stockOutlooks, stockSummary } from '../../../../src/core/rules/stock.ts';

/** The oracle hands out units one at a time. */
function handOut(stock: number, quantity: number): { now: number; later: number; stock: number } {
  let [now, later, left] = [0, 0, stock];
  for (let unit = 0; unit < quantity; unit++) {
    if (left > 0) now++;
    else later++;
    left--;
  }
  return { now, later, stock: left };
}

describe('stock outlook (R5)', () => {
  it.each([
    [0, 186, { availableNow: 0, backordered: 186, aheadInQueue: 0, stockAfter: -186 }],
    [-186, 9, { availableNow: 0, backordered: 9, aheadInQueue: 186, stockAfter: -195 }],
    [3, 12, { availableNow: 3, backordered: 9, aheadInQueue: 0, stockAfter: -9 }],
    [5, 5, { availableNow: 5, backordered: 0, aheadInQueue: 0, stockAfter: 0 }],
  ])('stock %i, order %i', (stock, quantity, expected) => expect(stockOutlook(stock, quantity)).toEqual(expected));

  it('agrees with handing out one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), fc.nat(300), (stock, quantity) => {
        const { availableNow, backordered, stockAfter } = stockOutlook(stock, quantity);
        expect({ now: availableNow, later: backordered, stock: stockAfter }).toEqual(handOut(stock, quantity));
      }),
    );
  });

  it.each([
    [1.5, 1],
    [1, -1],
    [1, 0.5],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses stock %d, quantity %d', (stock, quantity) => {
    expect(() => stockOutlook(stock, quantity)).toThrow(RangeError);
  });

  it('lets lines of one SKU draw on the same stock', () => {
    const lines = [
      { sku: 'A', stock: 3, quantity: 2 },
      { sku: 'B', stock: -186, quantity: 5 },
      { sku: 'A', stock: 3, quantity: 5 },
    ];
    expect(stockOutlooks(lines).map((o) => [o.availableNow, o.backordered, o.aheadInQueue])).toEqual([
      [2, 0, 0],
      [0, 5, 186],
      [1, 4, 0],
    ]);
    expect(stockSummary(lines)).toEqual({ ordered: 12, availableNow: 3, backordered: 9, ahead: 186 });
    expect(stockSummary([])).toEqual({ ordered: 0, availableNow: 0, backordered: 0, ahead: 0 });
    const thrice = [2, 2, 2].map((quantity) => ({ sku: 'A', stock: 5, quantity }));
    expect(stockOutlooks(thrice).map((one) => one.availableNow)).toEqual([2, 2, 1]);
    const twice = [
      { sku: 'B', stock: -10, quantity: 5 },
      { sku: 'B', stock: -10, quantity: 5 },
      { sku: 'C', stock: -99, quantity: 0 },
    ];
    expect(stockOutlooks(twice).map((one) => one.aheadInQueue)).toEqual([10, 10, 99]);
    expect(stockSummary(twice).ahead).toBe(10);
  });
});
