import * as v from 'valibot';
import { Seen, Stamp } from './stamp.ts';

const Text = v.pipe(v.string(), v.maxLength(500));

/** The stock that a page printed beside a product (R5). It is the vendor's, so no customer belongs to it. */
export const StockFacts = v.object({
  product: v.pipe(Text, v.minLength(1)),
  sku: v.optional(Text),
  stock: v.pipe(v.number(), v.safeInteger()),
});
export type StockFacts = v.InferOutput<typeof StockFacts>;

export const StockRecord = v.object({ ...Stamp.entries, ...StockFacts.entries, seen: Seen });
export type StockRecord = v.InferOutput<typeof StockRecord>;
