import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate, Contract, DeviceFacts, Money, PbxFacts } from '../facts.ts';
import { JudgementData, ReasonData } from '../reasons.ts';
import { AgreementRecord, Attachment } from '../records/agreement.ts';
import { MailAddress } from '../settings.ts';
import { Decimal, UnitPriceData } from './amounts-data.ts';
import { Key, many, message, Text } from './message.ts';
import { OverdueData } from './overdue-data.ts';

const PAGES = ['content', 'popup', 'options'] as const;
const Name = v.pipe(Text, v.minLength(1));
const End = v.strictObject({ customer: v.optional(CustomerRef), pbx: Name });
const AgreementState = v.object({
  customer: CustomerRef,
  ...JudgementData.entries,
  signed: v.optional(CalendarDate),
  sent: v.optional(CalendarDate),
  attachment: v.optional(Attachment),
});

/** The rules beyond prices, each for a whole list in one message. Answers come in the order of what was asked. */
export const ADVICE_MESSAGES = {
  /**
   * How HWaaS gets from one remembered PBX to another (R9). `from`, `to` in the answer: what is remembered of them.
   * `ticket`: what to write to Customer Care about the `devices`, where it takes a ticket.
   */
  'transfer.advise': message(
    PAGES,
    v.strictObject({
      transfers: many(v.strictObject({ key: Key, from: End, to: End, devices: v.optional(many(DeviceFacts)) })),
    }),
    v.object({
      advices: v.array(
        v.object({
          key: Key,
          ...JudgementData.entries,
          way: v.picklist(['automatic', 'ticket', 'impossible', 'unknown']),
          from: v.optional(PbxFacts),
          to: v.optional(PbxFacts),
          ticket: v.optional(v.object({ subject: v.string(), body: v.string() })),
        }),
      ),
    }),
  ),
  /** Where the oldest open invoice stands on the ladder, and whether ordering is free (R7). Without `invoices`: not seen. */
  'overdue.assess': message(
    PAGES,
    v.strictObject({
      invoices: v.optional(many(v.strictObject({ number: v.optional(Text), due: v.optional(CalendarDate) }))),
    }),
    OverdueData,
  ),
  /** What cancelling each device on the day `on` (else today) still costs (R10), and whether this page can cancel it. */
  'cancellation.charge': message(
    PAGES,
    v.strictObject({
      level: v.optional(v.picklist(['customer', 'pbx'])),
      on: v.optional(CalendarDate),
      devices: many(
        v.strictObject({
          key: Key,
          contract: Contract,
          start: v.optional(CalendarDate),
          paidUntil: v.optional(CalendarDate),
          monthly: v.optional(v.strictObject({ decimal: Decimal, currency: UnitPriceData.entries.currency })),
        }),
      ),
    }),
    v.object({
      devices: v.array(
        v.object({
          key: Key,
          here: JudgementData,
          free: JudgementData,
          freeFrom: v.optional(CalendarDate),
          from: v.optional(CalendarDate),
          days: v.optional(v.number()),
          charge: v.optional(Money),
        }),
      ),
      /** Absent where a device's charge is not known, or currencies differ: a part would look like the whole. */
      total: v.optional(Money),
      estimate: v.literal(true),
    }),
  ),
  /** A selection split into valid replacement requests (R11). */
  'replacement.plan': message(
    PAGES,
    v.strictObject({
      pbx: v.optional(Text),
      devices: many(v.strictObject({ ...DeviceFacts.entries, address: v.optional(Text) })),
    }),
    v.object({
      requests: v.array(v.object({ pbx: Text, model: Text, address: v.optional(Text), keys: v.array(Key) })),
      leftOut: v.array(v.object({ key: Key, reasons: v.array(ReasonData) })),
    }),
  ),
  /** The agreement of each customer, as noted (R6). */
  'agreement.state': message(
    PAGES,
    v.strictObject({ customers: many(CustomerRef) }),
    v.object({ states: v.array(AgreementState), areaManagerMail: MailAddress }),
  ),
  /** The partner notes when it was signed and sent, and where it lies. What is left out is taken back. */
  'agreement.note': message(
    PAGES,
    v.strictObject({
      customer: CustomerRef,
      signed: v.optional(CalendarDate),
      sent: v.optional(CalendarDate),
      attachment: v.optional(Attachment),
    }),
    v.object({ agreement: AgreementRecord, state: AgreementState }),
  ),
  /** Is each product to be had on these terms today (R14)? */
  'products.judge': message(
    PAGES,
    v.strictObject({
      products: many(v.strictObject({ key: Key, product: Text, contract: v.picklist(['capex', 'hwaas', 'rental']) })),
    }),
    v.object({ verdicts: v.array(v.object({ key: Key, ...JudgementData.entries })) }),
  ),
  /** Has each customer at most one PBX with active licences (R13)? */
  'licences.judge': message(
    PAGES,
    v.strictObject({
      customers: many(
        v.strictObject({
          key: Key,
          pbxes: many(v.strictObject({ name: Text, licensed: v.optional(v.boolean()) })),
        }),
      ),
    }),
    v.object({ verdicts: v.array(v.object({ key: Key, ...JudgementData.entries })) }),
  ),
} as const;
