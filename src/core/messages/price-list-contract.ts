import * as v from 'valibot';
import { CalendarDate } from '../facts.ts';
import { ListItem } from '../price-list/item.ts';
import { Mapping } from '../price-list/mapping.ts';
import { ReasonData } from '../reasons.ts';
import { MappingRecord } from '../records/mapping.ts';
import { ListFormat, PriceListRecord } from '../records/price-list.ts';
import { Key, message, Nothing } from './message.ts';

/** Articles in one message at most. */
export const ITEMS_PER_PART = 500;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000));
const FileName = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const Lists = v.object({
  /** Complete ones, newest first. */
  lists: v.array(PriceListRecord),
  active: v.optional(Key),
  /** What a quote says of the age of the active one. */
  warning: v.optional(ReasonData),
  unreadable: v.number(),
});

/**
 * Price lists come from the options page, which reads the file. One is written in parts and counts only once `finish` has
 * found all of them: nothing half-stored is ever listed or quoted by. `id` is made by the page; every message may be repeated.
 */
export const PRICE_LIST_MESSAGES = {
  /** Also clears away what an import that broke off has left. */
  'priceLists.begin': message(
    ['options'],
    v.strictObject({
      id: Key,
      name: FileName,
      format: ListFormat,
      listDate: v.optional(CalendarDate),
      items: Count,
      rejected: Count,
    }),
    Nothing,
  ),
  /** Articles `from` … of the list, counted from 0. */
  'priceLists.part': message(
    ['options'],
    v.strictObject({
      id: Key,
      from: Count,
      items: v.pipe(v.array(ListItem), v.minLength(1), v.maxLength(ITEMS_PER_PART)),
    }),
    v.object({ stored: v.number() }),
  ),
  /** Makes it the active list and remembers `mapping` for the next file of its shape, all or nothing. */
  'priceLists.finish': message(['options'], v.strictObject({ id: Key, mapping: Mapping }), Lists),
  'priceLists.list': message(['options'], Nothing, Lists),
  'priceLists.activate': message(['options'], v.strictObject({ id: Key }), Lists),
  /** Where it was the active one, the newest that is left becomes active. */
  /** It stays for a while, to be restored. */
  'priceLists.remove': message(['options'], v.strictObject({ id: Key }), Lists),
  'priceLists.restore': message(['options'], v.strictObject({ id: Key, active: v.boolean() }), Lists),
  /** Remembered assignments of columns, last used first. */
  'mappings.list': message(
    ['options'],
    Nothing,
    v.object({ mappings: v.array(MappingRecord), unreadable: v.number() }),
  ),
  'mappings.forget': message(['options'], v.strictObject({ id: Key }), Nothing),
} as const;
