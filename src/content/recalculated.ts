import { otherContents } from '../core/cart-signature.ts';
import { ask } from '../platform/send.ts';
import type { OrderForm } from './portal/order-form.ts';
import { recallUnderstood } from './understood.ts';

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
  const { signature, understood } = await ask(
    'cart.recalculated',
    form.customer === undefined ? {} : { customer: form.customer },
  );
  recallUnderstood(form, understood);
  if (signature !== undefined && !known.has(keyOf(form))) keep(form, signature);
}

/**
 * The cart was seen with other contents than those recalculated: WMP has dropped the discount, and does not give it back when the
 * contents become what they were. What this page does not say (the PBX, on some) is no difference.
 */
export async function noteChanged(form: OrderForm): Promise<void> {
  const clean = cleanSignature(form);
  if (!clean || form.signature === undefined || !otherContents(clean, form.signature)) return;
  keep(form, '');
  await ask('cart.noteRecalculated', {
    ...(form.customer === undefined ? {} : { customer: form.customer }),
    signature: '',
    url: location.href,
  });
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
