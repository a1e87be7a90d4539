import * as v from 'valibot';
import { Seen, Stamp } from './stamp.ts';

/** The last cart of a customer whose recalculation WMP was seen to answer (R4), as a signature of its contents. */
export const CartRecord = v.object({
  ...Stamp.entries,
  signature: v.pipe(v.string(), v.maxLength(20_000)),
  seen: Seen,
});
export type CartRecord = v.InferOutput<typeof CartRecord>;
