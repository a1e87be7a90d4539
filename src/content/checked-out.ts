import browser from 'webextension-polyfill';
import { otherContents } from '../core/cart-signature.ts';
import type { Instant } from '../core/facts.ts';
import { PRESSED_KEY, type PressedCheckout } from '../core/records/checked-out.ts';
import { isSameOrder, type OrderSight } from '../core/rules/checked-out.ts';
import { ask } from '../platform/send.ts';
import type { OrderDraft } from './order-draft.ts';
import { isBusy } from './portal/dialogs.ts';
import type { OrderForm } from './portal/order-form.ts';
import { given } from './portal/records.ts';

/** The last Checkout that was pressed in this document. The worker keeps it too, for the documents that follow. */
let pressed: { readonly draft: OrderDraft; readonly at: number } | undefined;
/** The cart that the worker was last told of. */
let told = '';

/** Checkout was pressed. `draft` is absent where the cart could not be read: then no earlier one is the one that is confirmed. */
export async function keepCheckedOut(form: OrderForm, draft: OrderDraft | undefined): Promise<void> {
  pressed = draft === undefined ? undefined : { draft, at: Date.now() };
  const { customer, pbx, duration, signature } = form;
  const readable = draft !== undefined && signature !== undefined && customer !== undefined;
  const checkout = {
    ...given({ customer }),
    ...(readable && {
      cart: {
        ...given({ pbx, duration, total: draft.total }),
        signature,
        lines: [...draft.lines],
        recalculated: draft.recalculated,
      },
    }),
  };
  // Straight to the browser, too: it may drop what a page says to a worker that only starts while the page is left.
  const at = new Date().toISOString() as Instant;
  const pressedHere: PressedCheckout = { at, ...checkout };
  const stored = browser.storage.local.set({ [PRESSED_KEY]: pressedHere }).catch(() => undefined);
  await ask('cart.noteCheckout', checkout);
  await stored;
  await browser.storage.local.remove(PRESSED_KEY).catch(() => undefined);
}

/** The cart of the last Checkout in this document, where it is for certain the order that this page confirms. */
export function checkedOutHere(confirmed: OrderSight): OrderDraft | undefined {
  if (pressed === undefined) return undefined;
  const { form, total } = pressed.draft;
  const minutes = (Date.now() - pressed.at) / 60_000;
  return isSameOrder({ ...form, total }, confirmed, 'document', minutes) ? pressed.draft : undefined;
}

export const wasCheckedOut = (): boolean => pressed !== undefined;

/** Whether the Checkout that is to be confirmed was seen, here or in a document before, with a cart that could be read. */
export async function wasCheckoutSeen({ customer }: OrderForm): Promise<boolean> {
  if (wasCheckedOut()) return true;
  return (await ask('cart.wasSeen', given({ customer }))).seen;
}

export function forgetCheckedOut(): void {
  pressed = undefined;
}

/** A cart is on show: a Checkout of another one is not what is confirmed next, neither here nor in the documents that follow. */
export async function seeCart({ customer, cart, signature }: OrderForm): Promise<void> {
  if (cart === undefined || signature === undefined || isBusy()) return;
  if (pressed !== undefined && isOther(pressed.draft.form, customer?.key, signature)) pressed = undefined;
  if (customer === undefined) return;
  const now = JSON.stringify([customer.key, signature]);
  if (now === told) return;
  await ask('cart.noteSeen', { customer, signature });
  told = now;
}

const isOther = (form: OrderForm, customer: string | undefined, signature: string): boolean =>
  (customer !== undefined && form.customer !== undefined && customer !== form.customer.key) ||
  (form.signature !== undefined && otherContents(form.signature, signature));

/** When the cart of an order was seen, where that was before its confirmation. */
export const seenAt = (draft: OrderDraft): Instant | undefined =>
  pressed?.draft === draft ? (new Date(pressed.at).toISOString() as Instant) : undefined;
