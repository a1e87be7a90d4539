import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { Duration, Instant } from '../facts.ts';
import { CartLine } from '../records/saved-cart.ts';
import { UnitPriceData } from './amounts-data.ts';
import { message, Nothing, Text } from './message.ts';

const ENTRIES = {
  customer: v.optional(CustomerRef),
  pbx: v.optional(Text),
  duration: v.optional(Duration),
  /** `price`: what the page prints for one unit at its Duration, before discount. */
  lines: v.pipe(
    v.array(v.strictObject({ ...CartLine.entries, price: v.optional(UnitPriceData) })),
    v.minLength(1),
    v.maxLength(500),
  ),
  /** The page's prices leave their currency open: it is the one of the partner's setting. */
  currencySaid: v.optional(v.literal(true)),
} as const;

/** A cart on its way to a quote for the customer. Only the last one is kept. */
export const QuoteDraft = v.object({ ...ENTRIES, at: Instant });
export type QuoteDraft = v.InferOutput<typeof QuoteDraft>;

export const QUOTE_DRAFT_MESSAGES = {
  /** Keeps the cart, and opens the page of the extension that makes a quote of it. */
  'quoteDraft.open': message(['content'], v.strictObject(ENTRIES), Nothing),
  'quoteDraft.read': message(['popup'], Nothing, v.object({ draft: v.optional(QuoteDraft) })),
} as const;
