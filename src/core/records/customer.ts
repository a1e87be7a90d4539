import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { Seen, Stamp } from './stamp.ts';

/** A customer as the Customers list shows it. */
export const CustomerRecord = v.object({
  ...Stamp.entries,
  customer: CustomerRef,
  /** The list shows this name more than once: what is remembered under it could be either's. */
  namesakes: v.boolean(),
  seen: Seen,
});
export type CustomerRecord = v.InferOutput<typeof CustomerRecord>;
