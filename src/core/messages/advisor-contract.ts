import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate, DeviceFacts, Money } from '../facts.ts';
import { JudgementData, ReasonData } from '../reasons.ts';
import { Key, many, message, Text } from './message.ts';

/** What the advisors on Devices ask for beyond the single rules. */
export const ADVISOR_MESSAGES = {
  /**
   * What cancelling these devices today still costs (R10). Since when a device is HWaaS, conversions noted here tell; of the
   * others the partner says it by `since`. A month's price is the list's. What nobody knows stays unknown.
   */
  'cancellation.review': message(
    ['content'],
    v.strictObject({
      customer: CustomerRef,
      pbx: v.optional(Text),
      level: v.optional(v.picklist(['customer', 'pbx'])),
      since: v.optional(CalendarDate),
      devices: many(DeviceFacts),
    }),
    v.object({
      devices: v.array(
        v.object({
          key: Key,
          here: JudgementData,
          free: JudgementData,
          since: v.optional(CalendarDate),
          sinceFrom: v.optional(v.picklist(['conversion', 'partner'])),
          freeFrom: v.optional(CalendarDate),
          days: v.optional(v.number()),
          charge: v.optional(Money),
        }),
      ),
      /** Absent where a charge is not known: a part would look like the whole. */
      total: v.optional(Money),
      /** Why prices are missing, if they are. */
      reasons: v.array(ReasonData),
      estimate: v.literal(true),
    }),
  ),
} as const;
