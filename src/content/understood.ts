import { ask } from '../platform/send.ts';
import type { OrderKnowledge } from './order-desk.ts';
import { stockSignature } from './order-stocks.ts';
import type { OrderForm } from './portal/order-form.ts';

/** Customer → the cart of which the partner said that its stock is understood. The worker keeps it over reloads; this is the page's copy. */
const known = new Map<string, string>();
const keyOf = (form: OrderForm): string => form.customer?.key ?? '';

/** Whether the partner said so of this very cart: another quantity or another stock is another matter. */
export function isStockUnderstood({ form, memory }: Pick<OrderKnowledge, 'form' | 'memory'>): boolean {
  const signature = stockSignature(form, memory);
  return signature !== undefined && signature === known.get(keyOf(form));
}

/** What the worker knew when the page came. */
export function recallUnderstood(form: OrderForm, understood: string | undefined): void {
  if (understood !== undefined && !known.has(keyOf(form))) known.set(keyOf(form), understood);
}

/** Holds on this page whether or not the worker could note it. */
export async function understandStock({ form, memory }: Pick<OrderKnowledge, 'form' | 'memory'>): Promise<void> {
  const understood = stockSignature(form, memory);
  if (understood === undefined) return;
  known.set(keyOf(form), understood);
  const { customer } = form;
  if (customer !== undefined) await ask('cart.noteUnderstood', { customer, understood, url: location.href });
}
