import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate } from '../facts.ts';
import { Stamp } from './stamp.ts';

export const Attachment = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** What the partner noted about a customer's HWaaS agreement (R6). A date that is absent is not noted. */
export const AgreementRecord = v.object({
  ...Stamp.entries,
  customer: CustomerRef,
  signed: v.optional(CalendarDate),
  /** E-mailed to the Area manager. */
  sent: v.optional(CalendarDate),
  /** Where the partner keeps the signed paper, in the partner's own words. */
  attachment: v.optional(Attachment),
});
export type AgreementRecord = v.InferOutput<typeof AgreementRecord>;
