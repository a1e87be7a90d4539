import * as v from 'valibot';
import { MOST_CARTS, NamedCart } from '../cart-file.ts';
import { CartName, SavedCartRecord } from '../records/saved-cart.ts';
import { Key, message, Nothing } from './message.ts';

const Carts = v.object({
  /** Saved last first. */
  carts: v.array(SavedCartRecord),
  unreadable: v.number(),
});

/** Carts under a name. The page makes the ids, so every message may be repeated. */
export const SAVED_CART_MESSAGES = {
  'savedCarts.list': message(['content'], Nothing, Carts),
  /** Saves a cart, brings a deleted one back, takes in those of a file: all of them or none. */
  'savedCarts.save': message(
    ['content'],
    v.strictObject({
      carts: v.pipe(v.array(NamedCart), v.minLength(1), v.maxLength(MOST_CARTS)),
      imported: v.boolean(),
    }),
    Carts,
  ),
  'savedCarts.rename': message(['content'], v.strictObject({ id: Key, name: CartName }), Carts),
  'savedCarts.remove': message(['content'], v.strictObject({ id: Key }), Carts),
} as const;
