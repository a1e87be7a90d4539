import type { OverdueData } from '../core/messages/overdue-data.ts';
import { askMemory } from './ask-memory.ts';
import type { OrderForm } from './portal/order-form.ts';

type Stocks = Awaited<ReturnType<typeof askMemory<'stock.remembered'>>>['stocks'];

/** What other pages showed that an order depends on. */
export interface OrderMemory {
  readonly stocks: Stocks;
  readonly overdue: OverdueData | undefined;
  readonly invoicesSeen: { readonly at: string; readonly ageDays: number } | undefined;
}

/** Stock of the cart's products that this page prints none for, and the invoices. Nothing of it is a customer's. */
export async function rememberedForOrder(form: OrderForm): Promise<OrderMemory> {
  const printed = new Set(
    form.products.flatMap(({ key, product, stock }) => (stock === undefined ? [] : [key, product])),
  );
  const keys = (form.cart ?? [])
    .filter(({ key, product }) => !printed.has(key) && !printed.has(product))
    .map(({ key }) => key);
  const [{ stocks }, { overdue, seen, ageDays }] = await Promise.all([
    keys.length === 0 ? { stocks: [] } : askMemory('stock.remembered', { keys }),
    askMemory('invoices.remembered', {}),
  ]);
  return { stocks, overdue, invoicesSeen: seen === undefined ? undefined : { at: seen.at, ageDays: ageDays ?? 0 } };
}
