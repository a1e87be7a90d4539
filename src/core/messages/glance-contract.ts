import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate } from '../facts.ts';
import { JudgementData } from '../reasons.ts';
import { many, message } from './message.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Glance = v.object({
  customer: CustomerRef,
  /** The Customers list shows this name more than once: then nothing else is told, since nobody knows whose it is. */
  unclear: v.boolean(),
  openOrders: v.optional(Count),
  /** Devices that were agreed to and are not seen as HWaaS yet. */
  unconfirmed: v.optional(Count),
  agreement: v.optional(
    v.object({ ...JudgementData.entries, signed: v.optional(CalendarDate), sent: v.optional(CalendarDate) }),
  ),
  /** Of the PBXes that are remembered; `all`: those are all that the customer has. */
  pbxes: v.optional(v.object({ known: Count, all: v.boolean(), expired: Count })),
  next: v.optional(v.object({ pbx: v.string(), expiration: CalendarDate, days: Count })),
});
export type Glance = v.InferOutput<typeof Glance>;

export const GLANCE_MESSAGES = {
  /** What is worth knowing of each customer before anything is opened, for a whole list at once and in its order. */
  'customers.glance': message(
    ['content'],
    v.strictObject({ customers: many(CustomerRef) }),
    v.object({ glances: v.array(Glance) }),
  ),
} as const;
