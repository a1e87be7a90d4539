import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { Duration, Instant, Money } from '../facts.ts';
import { CartSignature } from './cart.ts';
import { OrderLine } from './order.ts';

/** What stood in a customer's cart when Checkout was pressed: the page where it is confirmed may not show it any more. */
export const CheckedOutFacts = v.strictObject({
  customer: CustomerRef,
  pbx: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  duration: v.optional(Duration),
  signature: CartSignature,
  lines: v.pipe(v.array(OrderLine), v.minLength(1), v.maxLength(2000)),
  /** WMP's own total, as printed beside the cart. */
  total: v.optional(Money),
  recalculated: v.boolean(),
});
export type CheckedOutFacts = v.InferOutput<typeof CheckedOutFacts>;

/** `tab`: the browser's id of the tab in which it was pressed. */
export const CheckedOutCart = v.object({ ...CheckedOutFacts.entries, at: Instant, tab: v.number() });
export type CheckedOutCart = v.InferOutput<typeof CheckedOutCart>;

/** Item of `storage.local` that a page writes at the press itself: the worker may only start while the page is left. */
export const PRESSED_KEY = 'pressedCheckout';

/** The last Checkout of which the worker may not have heard. Without a cart: it could not be read for certain. */
export const PressedCheckout = v.object({
  at: Instant,
  customer: v.optional(CustomerRef),
  cart: v.optional(v.omit(CheckedOutFacts, ['customer'])),
});
export type PressedCheckout = v.InferOutput<typeof PressedCheckout>;
