import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { Instant, Term } from '../facts.ts';
import { SORTS } from '../orders/search.ts';
import { OwnWord } from '../orders/states.ts';
import { ReasonData } from '../reasons.ts';
import { OrderRecord, OrderState } from '../records/order.ts';
import { PbxRecord } from '../records/pbx.ts';
import { ReadingRecord } from '../records/reading.ts';
import { ORDER_GROUPS } from '../rules/order-standing.ts';
import { Key, message, Nothing, Text } from './message.ts';

/** Most orders in one answer, and the most that are counted: beyond it there are "more". */
export const ORDERS_PART = 100;
export const MOST_COUNTED = 300;
/** Most orders that are fetched by their ids at once. */
export const FETCHED_PART = 250;

const PAGES = ['popup', 'options'] as const;
const Limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ORDERS_PART));
const Group = v.picklist(['needs-you', 'on-the-way', 'done']);
export type ShownGroup = v.InferOutput<typeof Group>;

/** An order as it stands today. */
const StandingOrder = v.object({
  order: OrderRecord,
  group: v.picklist(ORDER_GROUPS),
  reasons: v.array(ReasonData),
});
export type StandingOrder = v.InferOutput<typeof StandingOrder>;

export const TrackedOrder = v.object({
  ...StandingOrder.entries,
  /** Listed orders that this one, noted without a number, may be: the partner is asked. */
  twins: v.array(OrderRecord),
  /** Calendar days since its date, where it has one. */
  ageDays: v.optional(v.number()),
});
export type TrackedOrder = v.InferOutput<typeof TrackedOrder>;

/** Where in a group's list an order stands. */
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(1200));
const Place = v.strictObject({ day: v.pipe(v.string(), v.maxLength(20)), id: Id });
export type OrderPlace = v.InferOutput<typeof Place>;

const ListPart = v.object({
  orders: v.array(TrackedOrder),
  unreadable: v.number(),
  /** After which place the next ones stand, where there are more. */
  next: v.optional(Place),
});

/** `sort`: its place in the order of dates. */
const RemovedOrder = v.strictObject({ record: OrderRecord, sort: v.pipe(v.string(), v.maxLength(20)) });
export type RemovedOrder = v.InferOutput<typeof RemovedOrder>;

const Sort = v.strictObject({ by: v.picklist(SORTS), descending: v.boolean() });

export const OrderFilterData = v.strictObject({
  text: v.optional(Text),
  state: v.optional(OrderState),
  term: v.optional(Term),
  customer: v.optional(v.pipe(v.string(), v.maxLength(500))),
});

/** How the last reading of Orders in a tab behind went. */
export const RefreshState = v.object({
  state: v.picklist(['running', 'done', 'failed']),
  at: v.string(),
  reason: v.optional(ReasonData),
});
export type RefreshState = v.InferOutput<typeof RefreshState>;

/** The order tracker, on the extension's own pages. Every message may be repeated. */
export const TRACKER_MESSAGES = {
  /** The first orders of each group with its count, at most {@link MOST_COUNTED}, and how Orders was read last. */
  'orders.overview': message(
    PAGES,
    v.strictObject({ limit: Limit }),
    v.object({
      groups: v.object({
        'needs-you': v.object({ ...ListPart.entries, count: v.number() }),
        'on-the-way': v.object({ ...ListPart.entries, count: v.number() }),
        done: v.object({ ...ListPart.entries, count: v.number() }),
      }),
      /** Whether any order is known at all. */
      any: v.boolean(),
      reading: v.optional(ReadingRecord),
      refresh: v.optional(RefreshState),
    }),
  ),
  /** Status words of which nobody knows what they mean, as printed: apart, so that the orders do not wait for it. */
  'orders.questions': message(PAGES, Nothing, v.object({ words: v.array(v.string()) })),
  /** More of one group. */
  'orders.more': message(PAGES, v.strictObject({ group: Group, after: Place, limit: Limit }), ListPart),
  /** Newest first, unless it is to be sorted otherwise. `total`: how many there are. */
  'orders.search': message(
    PAGES,
    v.strictObject({
      filter: OrderFilterData,
      sort: v.optional(Sort),
      skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
      limit: Limit,
    }),
    v.object({ orders: v.array(TrackedOrder), total: v.number(), unreadable: v.number() }),
  ),
  /**
   * Every order that a search finds, in its order, and when that was. `unlisted`: stored ones that no search finds, since
   * they cannot be read.
   */
  'orders.ids': message(
    PAGES,
    v.strictObject({ filter: OrderFilterData, sort: Sort }),
    v.object({ ids: v.array(Id), unlisted: v.number(), at: Instant }),
  ),
  /** Orders by their ids, in their order. `gone`: not stored any more. */
  'orders.some': message(
    PAGES,
    v.strictObject({ ids: v.pipe(v.array(Id), v.maxLength(FETCHED_PART)) }),
    v.object({ orders: v.array(StandingOrder), unreadable: v.number(), gone: v.number() }),
  ),
  'orders.get': message(PAGES, v.strictObject({ id: Key }), v.object({ found: v.optional(TrackedOrder) })),
  /** Days ahead: expected shipments of pending orders, expirations of PBXes. `left`: there are more than that. */
  'orders.calendar': message(
    PAGES,
    Nothing,
    v.object({ orders: v.array(OrderRecord), pbxes: v.array(PbxRecord), left: v.boolean() }),
  ),
  /** Customers of orders, for the filter: some hundred at most. */
  'orders.customers': message(PAGES, Nothing, v.object({ customers: v.array(CustomerRef) })),
  /** Two records are one order: the noted one stays, with what Orders showed of the other. */
  'orders.join': message(PAGES, v.strictObject({ id: Key, listed: Key }), Nothing),
  /** Two records are two orders: it is not asked again. */
  'orders.part': message(PAGES, v.strictObject({ id: Key, listed: Key }), Nothing),
  /** Deletes an order here. What was kept of it is handed out once, for whoever wants it back; nothing where there is none. */
  'orders.remove': message(['popup'], v.strictObject({ id: Key }), v.object({ removed: v.optional(RemovedOrder) })),
  /** Puts a deleted order back as it was, unless it came back by itself. */
  'orders.restore': message(['popup'], v.strictObject({ removed: RemovedOrder }), Nothing),
  /** Opens Orders in a tab behind, reads it and closes it. Answers at once; `orders.overview` tells how it went. */
  'orders.refresh': message(PAGES, Nothing, v.object({ refresh: RefreshState })),
  'states.list': message(PAGES, Nothing, v.object({ words: v.array(OwnWord) })),
  /** What a word means from now on, also for the orders that are known by it. */
  'states.set': message(PAGES, v.strictObject(OwnWord.entries), v.object({ words: v.array(OwnWord) })),
  'states.forget': message(
    PAGES,
    v.strictObject({ word: OwnWord.entries.word }),
    v.object({ words: v.array(OwnWord) }),
  ),
} as const;
