import type { Instant } from '../core/facts.ts';
import type { Request } from '../core/messages/contract.ts';
import type { OrderMemory } from './order-memory.ts';
import { totalOn } from './order-question.ts';
import { stockOf } from './order-stocks.ts';
import { readCartLines } from './portal/cart-lines.ts';
import { type OrderForm, readOrderForm } from './portal/order-form.ts';
import type { Page } from './portal/page.ts';
import { given } from './portal/records.ts';
import { cleanSignature } from './recalculated.ts';

type Asked = Request<'orders.asked'>;

/** What stood in the cart when Checkout was pressed: its second step may not show it any more. */
export interface OrderDraft {
  readonly form: OrderForm;
  readonly lines: Asked['lines'];
  readonly total: Asked['total'];
  readonly recalculated: boolean;
}

/** `undefined` where the page shows no cart with something in it. */
export function draftOf(page: Page, memory: OrderMemory | undefined): OrderDraft | undefined {
  const form = readOrderForm(page);
  if (form.cart === undefined || form.cart.length === 0) return undefined;
  return {
    form,
    lines: linesOf(page, form, memory),
    total: totalOn(page),
    recalculated: form.signature !== undefined && form.signature === cleanSignature(form),
  };
}

/**
 * The cart's lines with their stock before the order (R5): as printed here, else as Order HWaaS last showed it, and when. None where
 * a quantity cannot be read: a part, or a guess, would look like what was ordered.
 */
function linesOf(page: Page, form: OrderForm, memory: OrderMemory | undefined): Asked['lines'] {
  if (form.signature === undefined) return [];
  const priced = readCartLines(page);
  return (form.cart ?? []).map((line, i) => {
    const stock = stockOf(form, memory, line);
    return {
      product: line.product,
      quantity: line.quantity ?? 0,
      ...given({
        sku: line.sku,
        stock: stock?.stock,
        stockSeen: stock?.remembered?.at as Instant | undefined,
        total: priced?.[i]?.total,
      }),
    };
  });
}
