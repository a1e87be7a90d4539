import * as v from 'valibot';
import { CalendarDate, Instant } from '../facts.ts';
import { Stamp } from './stamp.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ListFormat = v.picklist(['xlsx', 'csv', 'pdf']);
export type ListFormat = v.InferOutput<typeof ListFormat>;

/** One imported version of the partner's price list; its articles are stored beside it. */
export const PriceListRecord = v.object({
  ...Stamp.entries,
  /** The file's name. */
  name: v.pipe(v.string(), v.maxLength(300)),
  format: ListFormat,
  /** The date the list gives itself, or the partner gave it. */
  listDate: v.optional(CalendarDate),
  importedAt: Instant,
  /** Articles in it, and rows or prices of the file that were not understood. */
  items: Count,
  rejected: Count,
});
export type PriceListRecord = v.InferOutput<typeof PriceListRecord>;
