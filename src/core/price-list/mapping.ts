import * as v from 'valibot';
import { Duration } from '../facts.ts';

/** What a price covers. `year` beside `P5Y` is a fifth of the term; `unknown`: the file does not say. */
export const PriceUnit = v.picklist(['month', 'year', 'term', 'unknown']);
export type PriceUnit = v.InferOutput<typeof PriceUnit>;

const Currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));

/**
 * What one column is used for. A price column without `duration` needs a column of durations beside it: then the file
 * has one row per duration.
 */
export const ColumnUse = v.variant('role', [
  v.object({ role: v.picklist(['ignore', 'sku', 'name', 'category', 'duration', 'currency']) }),
  v.object({
    role: v.literal('price'),
    duration: v.optional(Duration),
    unit: v.optional(PriceUnit, 'unknown'),
    currency: v.optional(Currency),
  }),
]);
export type ColumnUse = v.InferOutput<typeof ColumnUse>;

/** How a file is read: detected, or assigned by the partner, and remembered under `shape` for the next file like it. */
export const Mapping = v.object({
  /** Fingerprint of the header row, see `shapeOf`. */
  shape: v.pipe(v.string(), v.maxLength(20_000)),
  /** Name of the sheet; empty where the format has none. */
  sheet: v.pipe(v.string(), v.maxLength(200)),
  /** 1-based row of the column headers; 0: the file has none and its first row is data. */
  headerRow: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** By column, from the first one on. Columns beyond are ignored. */
  columns: v.pipe(v.array(ColumnUse), v.maxLength(200)),
  /** How `1.234` is read where the file itself does not tell. */
  decimalMark: v.optional(v.picklist(['point', 'comma'])),
  /** Currency of prices that print none. */
  currency: v.optional(Currency),
});
export type Mapping = v.InferOutput<typeof Mapping>;

export const IGNORE: ColumnUse = { role: 'ignore' };
