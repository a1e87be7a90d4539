import * as v from 'valibot';
import { Money } from '../facts.ts';
import { MAX_SKU, MAX_TEXT } from './limits.ts';

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT));
const Row = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A price of one article for one duration. `money` covers `unit`; the amount is as the file prints it. */
export const ListPrice = v.object({
  money: Money,
  unit: v.picklist(['month', 'term', 'unknown']),
  /** 1-based row it was read from. */
  row: Row,
});
export type ListPrice = v.InferOutput<typeof ListPrice>;

/** One article of a list, fit for storage. */
export const ListItem = v.object({
  sku: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SKU)),
  name: v.optional(Text),
  /** From a column of categories, else the section heading above. */
  category: v.optional(Text),
  /** At least one. A duration that is absent has no price in the list. */
  prices: v.object({ P1M: v.optional(ListPrice), P1Y: v.optional(ListPrice), P5Y: v.optional(ListPrice) }),
  rows: v.pipe(v.array(Row), v.minLength(1)),
});
export type ListItem = v.InferOutput<typeof ListItem>;
