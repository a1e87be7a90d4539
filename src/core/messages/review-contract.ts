import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate, DeviceFacts, Money } from '../facts.ts';
import { ReasonData } from '../reasons.ts';
import { many, message, Text } from './message.ts';

/** What a conversion is reviewed by, beyond the verdicts. */
export const REVIEW_MESSAGES = {
  /** What converting these devices would cost, and what else the partner should know before (R3, R6, R7). */
  'conversion.review': message(
    ['content'],
    v.strictObject({ customer: CustomerRef, pbx: v.optional(Text), devices: many(DeviceFacts) }),
    v.object({
      /** One per currency. `firstCharge` absent: not known of all of them, and a part would look like the whole. */
      costs: v.array(v.object({ mrr: Money, firstCharge: v.optional(Money) })),
      /** Devices for which no price is known. */
      unpriced: v.number(),
      list: v.optional(v.object({ name: Text, listDate: v.optional(CalendarDate) })),
      warnings: v.array(ReasonData),
      estimate: v.literal(true),
    }),
  ),
} as const;
