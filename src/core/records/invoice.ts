import * as v from 'valibot';
import { CalendarDate, Money } from '../facts.ts';
import { Seen, Stamp } from './stamp.ts';

const Text = v.pipe(v.string(), v.maxLength(500));

/** What an invoice's status word is taken to mean; WMP's own words are not documented, so the raw word stands beside it. */
export const InvoiceState = v.picklist(['open', 'overdue', 'paid', 'unknown']);
export type InvoiceState = v.InferOutput<typeof InvoiceState>;

/** One invoice as read from Account Balance. Absent: not shown, or not readable with certainty. */
export const InvoiceFacts = v.object({
  number: v.pipe(Text, v.minLength(1)),
  date: v.optional(CalendarDate),
  due: v.optional(CalendarDate),
  amount: v.optional(Money),
  state: InvoiceState,
  statusText: v.optional(Text),
});
export type InvoiceFacts = v.InferOutput<typeof InvoiceFacts>;

export const InvoiceRecord = v.object({ ...Stamp.entries, ...InvoiceFacts.entries, seen: Seen });
export type InvoiceRecord = v.InferOutput<typeof InvoiceRecord>;
