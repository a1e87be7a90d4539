import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { InvoiceFacts, InvoiceRecord } from '../records/invoice.ts';
import { PbxRecord } from '../records/pbx.ts';
import { Seen } from '../records/stamp.ts';
import { StockFacts, StockRecord } from '../records/stock.ts';
import { Key, many, message, Nothing, Url } from './message.ts';
import { OverdueData } from './overdue-data.ts';

/** Calendar days since something was seen, by the worker's rules: a page carries no calendar. */
const Age = v.pipe(v.number(), v.integer(), v.minValue(0));
const Stored = v.object({ stored: v.number() });

/** How much of a customer's PBXes is remembered. `unclear`: the Customers list shows the name more than once. */
const PbxLevel = v.picklist(['all', 'some', 'none', 'unclear']);

const RememberedCustomer = v.object({
  customer: CustomerRef,
  level: PbxLevel,
  pbxes: v.number(),
  /** When the oldest of what is remembered of it was seen. */
  ageDays: Age,
});

/** Set in `storage.local` whenever a name becomes a remembered customer's, or is none any more: open pages ask again. */
export const CUSTOMERS_CHANGED = 'customersChanged';

/** What pages showed and the worker keeps, each with where and when it was seen, and how long that is ago. */
export const MEMORY_MESSAGES = {
  /** Order HWaaS was read. What it does not list stays as it was known. */
  'stock.seen': message(['content'], v.strictObject({ products: many(StockFacts), url: Url }), Stored),
  /** The stock of each product as last seen; nothing for one that was not seen, or whose name fits several. */
  'stock.remembered': message(
    ['content', 'popup'],
    v.strictObject({ keys: many(Key) }),
    v.object({ stocks: v.array(v.object({ key: Key, record: StockRecord, ageDays: Age })) }),
  ),
  /** Account Balance was read. `complete`: all its rows were seen. */
  'invoices.seen': message(
    ['content'],
    v.strictObject({ invoices: many(InvoiceFacts), complete: v.boolean(), url: Url }),
    Stored,
  ),
  /** All invoices that are remembered, and what they mean for ordering (R7). */
  'invoices.remembered': message(
    ['content', 'popup', 'options'],
    Nothing,
    v.object({
      invoices: v.array(InvoiceRecord),
      complete: v.boolean(),
      overdue: OverdueData,
      /** The oldest sight that this rests on; absent where none is remembered. */
      seen: v.optional(Seen),
      ageDays: v.optional(Age),
    }),
  ),
  /** A Customers list was read. `complete`: all its rows were seen. A name in it twice is told twice. */
  'customers.seen': message(
    ['content'],
    v.strictObject({ customers: many(CustomerRef), complete: v.boolean(), url: Url }),
    Stored,
  ),
  /** Everybody of whom something is remembered, by name. */
  'customers.remembered': message(
    ['content', 'popup', 'options'],
    Nothing,
    v.object({ customers: v.array(RememberedCustomer), unreadable: v.number() }),
  ),
  /** Those of some names that are a remembered customer's: on the Customers list, or with PBXes that were seen. */
  'customers.known': message(
    ['content'],
    v.strictObject({ customers: many(CustomerRef) }),
    v.object({ known: v.array(CustomerRef) }),
  ),
  /** What is remembered of one customer. */
  'customer.facts': message(
    ['popup', 'options'],
    v.strictObject({ customer: CustomerRef }),
    v.object({
      level: PbxLevel,
      pbxes: v.array(v.object({ record: PbxRecord, contradictory: v.boolean(), ageDays: Age })),
    }),
  ),
} as const;
