import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { Duration, Instant } from '../facts.ts';
import { CartLines } from '../records/saved-cart.ts';
import { message, Nothing, Text } from './message.ts';

/** A cart on its way to a quote for the customer. Only the last one is kept. */
export const QuoteDraft = v.object({
  customer: v.optional(CustomerRef),
  pbx: v.optional(Text),
  duration: v.optional(Duration),
  lines: CartLines,
  at: Instant,
});
export type QuoteDraft = v.InferOutput<typeof QuoteDraft>;

export const QUOTE_DRAFT_MESSAGES = {
  /** Keeps the cart, and opens the page of the extension that makes a quote of it. */
  'quoteDraft.open': message(
    ['content'],
    v.strictObject({
      customer: v.optional(CustomerRef),
      pbx: v.optional(Text),
      duration: v.optional(Duration),
      lines: CartLines,
    }),
    Nothing,
  ),
  'quoteDraft.read': message(['popup'], Nothing, v.object({ draft: v.optional(QuoteDraft) })),
} as const;
