import { ask } from '../platform/send.ts';
import type { OrderForm } from './portal/order-form.ts';

/** Customer → the cart whose recalculation was last seen (R4). The worker keeps it over reloads; this is the page's copy. */
const known = new Map<string, string>();
const keyOf = (form: OrderForm): string => form.customer?.key ?? '';

/** The signature of the cart that was last seen recalculated. */
export const cleanSignature = (form: OrderForm): string | undefined => known.get(keyOf(form));

const listeners = new Set<() => void>();

/** Calls `listener` whenever another cart is known to be recalculated. */
export function onRecalculated(listener: () => void, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
}

function keep(form: OrderForm, signature: string): void {
  known.set(keyOf(form), signature);
  for (const listener of listeners) listener();
}

export async function loadRecalculated(form: OrderForm): Promise<void> {
  const { signature } = await ask('cart.recalculated', form.customer === undefined ? {} : { customer: form.customer });
  if (signature !== undefined && !known.has(keyOf(form))) keep(form, signature);
}

export async function noteRecalculated(form: OrderForm): Promise<void> {
  if (form.signature === undefined) return;
  keep(form, form.signature);
  await ask('cart.noteRecalculated', {
    ...(form.customer === undefined ? {} : { customer: form.customer }),
    signature: form.signature,
    url: location.href,
  });
}
