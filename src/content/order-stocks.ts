import { nameKey } from '../core/customer.ts';
import { type StockOutlook, type StockSummary, stockOutlooks, stockSummary } from '../core/rules/stock.ts';
import type { OrderMemory } from './order-memory.ts';
import type { OrderForm } from './portal/order-form.ts';

/** A cart line's stock: as this page prints it, else as it was last seen, with how many days ago. */
export interface LineStock {
  readonly key: string;
  readonly stock: number;
  readonly remembered?: { readonly at: string; readonly ageDays: number };
  readonly outlook: StockOutlook;
}

export interface CartStock {
  readonly lines: readonly LineStock[];
  readonly summary: StockSummary;
  /** Lines whose stock is not known. */
  readonly unknown: number;
}

/** What the cart does with the stock (R5), as far as stock and quantity of its lines are known. */
export function cartStock(form: OrderForm, memory: OrderMemory | undefined): CartStock {
  const known = (form.cart ?? []).flatMap((line) => {
    if (line.quantity === undefined) return [];
    const stock = stockOf(form, memory, line);
    return stock === undefined ? [] : [{ key: line.key, sku: line.key, quantity: line.quantity, ...stock }];
  });
  const outlooks = stockOutlooks(known);
  return {
    lines: known.flatMap(({ key, stock, remembered }, i) => {
      const outlook = outlooks[i];
      return outlook === undefined ? [] : [{ key, stock, ...(remembered && { remembered }), outlook }];
    }),
    summary: stockSummary(known),
    unknown: (form.cart?.length ?? 0) - known.length,
  };
}

/**
 * The cart's products, quantities and stocks as one text, equal where they all are; `undefined` where a quantity cannot be read.
 * A stock that is not known is a value like others.
 */
export function stockSignature(form: OrderForm, memory: OrderMemory | undefined): string | undefined {
  if (form.cart === undefined || form.cart.some(({ quantity }) => quantity === undefined)) return undefined;
  const lines = form.cart.map((line) => [line.key, line.quantity, stockOf(form, memory, line)?.stock ?? null]);
  return JSON.stringify(lines.map((line) => JSON.stringify(line)).toSorted());
}

/** The stock beside a product before the order. */
export function stockOf(
  { products }: Pick<OrderForm, 'products'>,
  memory: OrderMemory | undefined,
  line: { readonly key: string; readonly product: string },
): Pick<LineStock, 'stock' | 'remembered'> | undefined {
  const key = nameKey(line.product);
  const printed = products.filter((one) => one.key === line.key || nameKey(one.product) === key);
  const [product] = printed;
  if (product !== undefined) return product.stock === undefined ? undefined : { stock: product.stock };
  const seen = memory?.stocks.find((one) => one.key === line.key);
  if (seen === undefined) return undefined;
  const { record, ageDays } = seen;
  return { stock: record.stock, remembered: { at: record.seen.at, ageDays } };
}
