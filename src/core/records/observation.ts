import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { DiscountObservation } from '../rules/discount/observe.ts';
import { Seen, Stamp } from './stamp.ts';

/** What one Save & Recalculate did to one product (R4), as seen. */
export const ObservationRecord = v.object({
  ...Stamp.entries,
  ...DiscountObservation.entries,
  customer: v.optional(CustomerRef),
  seen: Seen,
});
export type ObservationRecord = v.InferOutput<typeof ObservationRecord>;
