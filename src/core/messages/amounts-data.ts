import * as v from 'valibot';
import { CalendarDate, Duration, Money } from '../facts.ts';

/** Run-time forms of what the quote answers, for messages. What the fields mean stands beside the rules. */
export const Decimal = v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,8})?$/));
export const Currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
export const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A unit's list price, as a plain decimal: pages and lists print prices finer than a currency's minor unit. */
export const UnitPriceData = v.strictObject({
  decimal: Decimal,
  currency: Currency,
  per: v.picklist(['month', 'term']),
});

const AmountsData = v.object({
  listPerTerm: Money,
  perTerm: Money,
  discount: Money,
  perMonth: Money,
  firstCharge: v.optional(Money),
  sixMonths: Money,
  liability: v.optional(Money),
});

const TierData = v.object({
  schedule: v.string(),
  from: v.number(),
  source: v.picklist(['list', 'settings', 'learned']),
});

const ProrationData = v.object({
  convention: v.string(),
  from: CalendarDate,
  until: CalendarDate,
  days: v.number(),
  termDays: v.number(),
  fraction: v.object({ n: v.number(), d: v.number() }),
  position: v.picklist(['within-term', 'before-term', 'expired']),
  estimate: v.literal(true),
});

/** A priced line, or one without a price and why. */
export const QuotedLineData = v.union([
  v.object({ sku: v.string(), quantity: v.number(), ...AmountsData.entries, tier: v.optional(TierData) }),
  v.object({ sku: v.string(), quantity: v.number(), why: v.picklist(['no-price', 'other-currency']) }),
]);

export const QuoteData = v.object({
  duration: Duration,
  currency: Currency,
  lines: v.array(QuotedLineData),
  total: v.optional(AmountsData),
  proration: v.optional(ProrationData),
  contradictory: v.array(v.string()),
  estimate: v.literal(true),
});

export const ComparedData = v.object({ ...QuoteData.entries, overCompared: v.optional(Money) });

export const HintData = v.object({
  next: v.optional(v.object({ more: v.number(), from: v.number() })),
  cheaper: v.optional(v.object({ more: v.number(), saves: Money })),
});

export const ObservationData = v.object({
  /** To take it back by. */
  id: v.string(),
  sku: v.string(),
  duration: Duration,
  quantity: v.number(),
  cartQuantity: v.number(),
  before: Money,
  after: Money,
  on: CalendarDate,
});

const LearnedTierData = v.object({
  from: v.number(),
  notBefore: v.number(),
  percent: v.string(),
  observations: v.array(ObservationData),
});

/** What was learned of one product at one Duration: tiers that agree, those seen too seldom, and contradictions. */
export const LearnedData = v.object({
  sku: v.string(),
  duration: Duration,
  tiers: v.array(LearnedTierData),
  single: v.array(LearnedTierData),
  contradictions: v.array(v.array(ObservationData)),
});
export type LearnedData = v.InferOutput<typeof LearnedData>;
