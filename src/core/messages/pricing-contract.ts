import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate, Duration, Instant, Money, Term } from '../facts.ts';
import { ReasonData } from '../reasons.ts';
import { ObservationRecord } from '../records/observation.ts';
import { Seen } from '../records/stamp.ts';
import { PRORATION_ENTRIES } from '../settings.ts';
import {
  ComparedData,
  Currency,
  Decimal,
  HintData,
  LearnedData,
  Quantity,
  QuoteData,
  UnitPriceData,
} from './amounts-data.ts';
import { Key, many, message, Text, Url } from './message.ts';

const PAGES = ['content', 'popup', 'options'] as const;
const Sku = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const SeenLine = v.strictObject({
  sku: Sku,
  quantity: Quantity,
  total: Money,
  unit: v.optional(Money),
  discount: v.optional(
    v.variant('kind', [
      v.strictObject({ kind: v.picklist(['none', 'unreadable']) }),
      v.strictObject({ kind: v.literal('amount'), money: Money }),
      v.strictObject({ kind: v.literal('percent'), percent: Decimal }),
    ]),
  ),
});

/** The rules that rest on prices: a whole cart in one message. */
export const PRICING_MESSAGES = {
  /**
   * Prices a cart for a remembered PBX (R3, R4, R10). A line's price is the page's where it is given, else the active price
   * list's, by SKU or by its exact name. `duration` left out: the one that fits the PBX. Nothing here fails for a missing
   * price, list or PBX: `reasons` says what is missing, and what can be computed without it is.
   */
  'quote.compute': message(
    PAGES,
    v.strictObject({
      customer: v.optional(CustomerRef),
      pbx: v.optional(Text),
      duration: v.optional(Duration),
      currency: v.optional(Currency),
      lines: many(
        v.strictObject({
          key: Key,
          sku: v.optional(Sku),
          product: v.optional(Sku),
          quantity: Quantity,
          price: v.optional(UnitPriceData),
        }),
      ),
    }),
    v.object({
      duration: v.optional(Duration),
      pbx: v.optional(
        v.object({ name: Text, term: v.optional(Term), expiration: v.optional(CalendarDate), seen: Seen }),
      ),
      /** At `duration`. Lines in the order of the request. Absent where no price at all is known. */
      quote: v.optional(QuoteData),
      compared: v.optional(v.object({ P1M: ComparedData, P1Y: ComparedData, P5Y: ComparedData })),
      /** Per line, in the order of the request: where its price is from, and what buying more would do. */
      lines: v.array(
        v.object({
          key: Key,
          source: v.picklist(['page', 'list', 'none']),
          hint: v.optional(HintData),
          reasons: v.array(ReasonData),
        }),
      ),
      /** What was learned of the products in the cart, contradictions included (R4). */
      learned: v.array(LearnedData),
      /** The price list that stands behind it, with a warning about its age if there is one. */
      list: v.optional(
        v.object({
          id: Key,
          name: Text,
          listDate: v.optional(CalendarDate),
          importedAt: Instant,
          warning: v.optional(ReasonData),
        }),
      ),
      proration: v.object(PRORATION_ENTRIES),
      reasons: v.array(ReasonData),
      estimate: v.literal(true),
    }),
  ),
  /**
   * A cart before and after Save & Recalculate (R4), as the page printed it both times. `id` is made by the page, so a
   * repeat is harmless. Kept as observations with their day; a tier is offered once they agree.
   */
  'discount.observe': message(
    ['content'],
    v.strictObject({
      id: Key,
      customer: v.optional(CustomerRef),
      duration: Duration,
      before: many(SeenLine),
      after: many(SeenLine),
      url: Url,
    }),
    v.object({
      stored: v.number(),
      unlearned: v.array(
        v.object({
          sku: v.string(),
          why: v.picklist([
            ...['not-in-both', 'quantity-changed', 'currency-changed', 'no-list-total', 'dearer', 'nothing-changed'],
            ...['discount-unreadable', 'discounted-before', 'list-total-unknown', 'discount-disagrees'],
          ] as const),
        }),
      ),
      learned: v.array(LearnedData),
    }),
  ),
  /** Takes back observations: what they taught is not used any more. Gives them as they were, to be kept again. */
  'discount.forget': message(
    ['options'],
    v.strictObject({ ids: many(Key) }),
    v.object({ forgotten: v.array(ObservationRecord) }),
  ),
  /** Keeps observations again that were taken back. */
  'discount.remember': message(['options'], v.strictObject({ forgotten: many(ObservationRecord) }), v.object({})),
  /** What was learned, of these products or of all. */
  'discount.learned': message(
    PAGES,
    v.strictObject({ skus: v.optional(many(Sku)) }),
    v.object({ learned: v.array(LearnedData), unreadable: v.number() }),
  ),
} as const;
