import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate, Contract, Duration, Instant, Money } from '../facts.ts';
import { Seen, Stamp } from './stamp.ts';

const Text = v.pipe(v.string(), v.maxLength(1000));

/**
 * What an order's raw status word is taken to mean. WMP's own words are not documented, so the raw word is kept beside it.
 * `unknown`: Checkout was confirmed by the partner, but WMP's answer was not seen; or the word is not in the vocabulary.
 */
export const ORDER_STATES = [
  'unknown',
  'submitted',
  'processing',
  'backordered',
  'partly-shipped',
  'shipped',
  'delivered',
  'cancelled',
] as const;
export const OrderState = v.picklist(ORDER_STATES);
export type OrderState = v.InferOutput<typeof OrderState>;

const DONE: ReadonlySet<OrderState> = new Set(['shipped', 'delivered', 'cancelled']);

/** Whether the partner still waits for something. */
export const isPending = (state: OrderState): boolean => !DONE.has(state);

export const OrderLine = v.object({
  product: Text,
  sku: v.optional(Text),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Stock printed beside the product before the order (R5). */
  stock: v.optional(v.pipe(v.number(), v.integer())),
  /** When the stock was seen, where the page of the order did not print it itself. */
  stockSeen: v.optional(Instant),
  total: v.optional(Money),
});
export type OrderLine = v.InferOutput<typeof OrderLine>;

/** One earlier value of what was seen, kept when it changed. */
export const OrderChange = v.object({
  at: Instant,
  field: v.picklist(['state', 'statusText', 'shipmentDate', 'number', 'total', 'shown']),
  from: v.optional(Text),
  to: v.optional(Text),
});

export const OrderRecord = v.object({
  ...Stamp.entries,
  customer: v.optional(CustomerRef),
  pbx: v.optional(Text),
  contract: Contract,
  duration: v.optional(Duration),
  number: v.optional(Text),
  reference: v.optional(Text),
  address: v.optional(Text),
  date: v.optional(CalendarDate),
  lines: v.array(OrderLine),
  /** When the cart that the lines are of was seen, where that was before the order was confirmed. */
  cartSeen: v.optional(Instant),
  /** The order was noted, but nothing showed for certain what stood in its cart. */
  linesUnseen: v.optional(v.literal(true)),
  total: v.optional(Money),
  state: OrderState,
  /** WMP's own word, as printed. */
  statusText: v.optional(Text),
  shipmentDate: v.optional(CalendarDate),
  /**
   * How far the order is known to have got: `asked` the partner confirmed the checkout and no answer was seen,
   * `answered` WMP confirmed it, `listed` it was seen in Orders, `refused` WMP said no, `abandoned` the partner went back.
   */
  evidence: v.picklist(['asked', 'answered', 'listed', 'refused', 'abandoned']),
  /** `true` while Save & Recalculate had been seen since the last change of the cart (R4). */
  recalculated: v.optional(v.boolean()),
  /** When the partner accepted the terms and conditions. */
  termsAt: v.optional(Instant),
  /** WMP's own words when it took the order. */
  confirmation: v.optional(Text),
  seen: Seen,
  /** When it was first heard of; absent in records of earlier versions. */
  firstSeen: v.optional(Instant),
  /** `false`: Orders, read as a whole, did not list it any more. */
  shown: v.optional(v.boolean()),
  /** Ids of orders of which the partner said that this is another one. */
  apart: v.optional(v.array(v.pipe(v.string(), v.maxLength(1200)))),
  history: v.array(OrderChange),
});
export type OrderRecord = v.InferOutput<typeof OrderRecord>;

/**
 * Whether nothing is known of an order but what Orders showed: its id is then the identity of its row. One that was noted at
 * checkout has an id, and lines with their stock, of its own.
 */
export const isOnlyListed = ({ id, evidence }: Pick<OrderRecord, 'id' | 'evidence'>): boolean =>
  evidence === 'listed' && /^(number|reference):/.test(id);

/** An order that WMP refused or the partner did not confirm was never placed. */
export const wasPlaced = (order: Pick<OrderRecord, 'evidence'>): boolean =>
  order.evidence !== 'refused' && order.evidence !== 'abandoned';
