/** What an order does with a stock that may be negative: on-hand minus reserved (R5). All in units. */
export interface StockOutlook {
  readonly availableNow: number;
  readonly backordered: number;
  /** Units others wait for already. */
  readonly aheadInQueue: number;
  readonly stockAfter: number;
}

/**
 * The outlook of ordering `quantity` at the displayed `stock` (R5).
 * @throws RangeError unless both are whole and the quantity is not negative.
 */
export function stockOutlook(stock: number, quantity: number): StockOutlook {
  if (!Number.isSafeInteger(stock)) throw new RangeError(`stock is not a whole number: ${stock}`);
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError(`not a quantity: ${quantity}`);
  const availableNow = Math.max(0, Math.min(quantity, stock));
  return {
    availableNow,
    backordered: quantity - availableNow,
    aheadInQueue: Math.max(0, -stock),
    stockAfter: stock - quantity,
  };
}

/** One cart line: the product's displayed stock before the order, and the quantity ordered. */
export interface StockLine {
  readonly sku: string;
  readonly stock: number;
  readonly quantity: number;
}

/**
 * The outlook per line. Lines of one SKU draw on the same stock, in the cart's order; `aheadInQueue` stays what others
 * wait for, without the cart's own earlier lines. @throws RangeError as {@link stockOutlook}.
 */
export function stockOutlooks(lines: readonly StockLine[]): readonly StockOutlook[] {
  const taken = new Map<string, number>();
  return lines.map(({ sku, stock, quantity }) => {
    const before = taken.get(sku) ?? 0;
    taken.set(sku, before + quantity);
    const { aheadInQueue } = stockOutlook(stock, 0);
    return { ...stockOutlook(stock - before, quantity), aheadInQueue };
  });
}

/** The cart in one line: "3 of 12 now, 9 backordered behind 186". `ahead` is the longest queue of a backordered line. */
export interface StockSummary {
  readonly ordered: number;
  readonly availableNow: number;
  readonly backordered: number;
  readonly ahead: number;
}

export function stockSummary(lines: readonly StockLine[]): StockSummary {
  const sum = { ordered: 0, availableNow: 0, backordered: 0, ahead: 0 };
  for (const { availableNow, backordered, aheadInQueue } of stockOutlooks(lines)) {
    sum.ordered += availableNow + backordered;
    sum.availableNow += availableNow;
    sum.backordered += backordered;
    if (backordered > 0) sum.ahead = Math.max(sum.ahead, aheadInQueue);
  }
  return sum;
}
