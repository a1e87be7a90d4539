import * as v from 'valibot';
import { Instant } from '../facts.ts';
import { Stamp } from './stamp.ts';

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** So many of a product, by what WMP calls it. */
export const CartLine = v.strictObject({
  product: Name,
  sku: v.optional(Name),
  quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99_999)),
});
export type CartLine = v.InferOutput<typeof CartLine>;

export const CartName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
export const CartLines = v.pipe(v.array(CartLine), v.minLength(1), v.maxLength(500));

/** A cart under a name, to be put in again for any customer. It holds no prices and nobody's name but the partner's own. */
export const SavedCartRecord = v.object({
  ...Stamp.entries,
  name: CartName,
  lines: CartLines,
  savedAt: Instant,
});
export type SavedCartRecord = v.InferOutput<typeof SavedCartRecord>;
