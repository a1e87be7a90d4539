import * as v from 'valibot';
import { Seen, Stamp } from './stamp.ts';

export const CartSignature = v.pipe(v.string(), v.maxLength(20_000));

/** The last cart of a customer whose recalculation WMP was seen to answer (R4), as a signature of its contents. */
export const CartRecord = v.object({
  ...Stamp.entries,
  signature: CartSignature,
  /** Products, quantities and stock of which the partner said that their stock is understood (R5). */
  understood: v.optional(CartSignature),
  seen: Seen,
});
export type CartRecord = v.InferOutput<typeof CartRecord>;
