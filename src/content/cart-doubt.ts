import type { OrderForm } from './portal/order-form.ts';
import { oneGrid, type Page } from './portal/page.ts';

/**
 * Why a cart cannot be read with certainty. `several`: two lists could be it; `no-list`: nothing on the page is known to be its
 * list, or its list has no line that can be told; `product`, `quantity`: what its lines are of, or how many, cannot be told.
 */
export type CartDoubt = 'several' | 'no-list' | 'product' | 'quantity';

/** Why the cart that Checkout would order is not read; `undefined` where it is, or there is no Checkout on this page. */
export function cartDoubt(page: Page, form: OrderForm): CartDoubt | undefined {
  if (form.signature !== undefined || (page.kind !== 'order' && page.kind !== 'cart')) return undefined;
  if (!page.actions.some(({ concept }) => concept === 'checkout')) return undefined;
  const grid = oneGrid(page, 'cart');
  if (grid === 'twice') return 'several';
  if (grid === undefined || grid.rows.length === 0) return 'no-list';
  return grid.columns.get('product')?.state === 'ok' ? 'quantity' : 'product';
}

/** Whether the page asks for what comes after Checkout: a page of its own, or a dialog. */
export const asksToConfirm = (page: Page): boolean =>
  page.kind === 'checkout' ||
  page.dialogs.some(({ actions }) => actions.some(({ concept }) => concept === 'confirmOrder'));
