import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { CalendarDate, Contract, DeviceFacts, Duration, Instant, Money, PbxFacts, Term } from '../facts.ts';
import { PageReport } from '../page-report.ts';
import { JudgementData, ReasonData } from '../reasons.ts';
import { CartSignature } from '../records/cart.ts';
import { CheckedOutFacts } from '../records/checked-out.ts';
import { OrderLine, OrderRecord, OrderState } from '../records/order.ts';
import { PbxRecord } from '../records/pbx.ts';
import { type RunDevice, RunRecord, RunStep } from '../records/run.ts';
import { Seen } from '../records/stamp.ts';
import { Settings } from '../settings.ts';
import { Key, many, message, Nothing, Text, Url } from './message.ts';

const OrderRow = v.strictObject({
  number: v.optional(Text),
  date: v.optional(CalendarDate),
  reference: v.optional(Text),
  customer: v.optional(CustomerRef),
  contract: Contract,
  state: OrderState,
  statusText: v.optional(Text),
  shipmentDate: v.optional(CalendarDate),
  total: v.optional(Money),
  /** What only an order's own page shows. */
  pbx: v.optional(Text),
  lines: v.optional(many(OrderLine)),
});
export type OrderRow = v.InferOutput<typeof OrderRow>;

/** A remembered PBX, and how many calendar days ago it was seen. */
const AgedPbx = v.object({ ...PbxRecord.entries, ageDays: v.number() });

const StockOutlook = v.object({
  stock: v.number(),
  availableNow: v.number(),
  backordered: v.number(),
  aheadInQueue: v.number(),
  stockAfter: v.number(),
});

/**
 * The messages every page needs: who may send each, what it holds, what comes back. Senders and handlers take their types
 * from here, and both ends validate by it. Names are `subject.verb`. What fewer pages need stands in tables of its own, so
 * that a content script carries only those it asks by; `worker-contract.ts` joins them for the worker.
 */
/** Amounts that are looked at on a page that confirms an order. */
export const MOST_AMOUNTS = 30;

export const WORKER_MESSAGES = {
  /** Conversion verdicts of a whole grid (R1, R2, R8, R12). `pbx`: the PBX whose Devices page it is, at PBX level. */
  'devices.judge': message(
    ['content'],
    v.strictObject({ customer: v.optional(CustomerRef), pbx: v.optional(Text), devices: many(DeviceFacts) }),
    v.object({
      verdicts: v.array(v.object({ key: Key, ...JudgementData.entries, run: v.optional(RunStep) })),
      pbxes: v.array(AgedPbx),
    }),
  ),
  /** A PBXes page was read. `complete`: all its rows were seen. */
  'pbxes.seen': message(
    ['content'],
    v.strictObject({ customer: CustomerRef, pbxes: many(PbxFacts), complete: v.boolean(), url: Url }),
    v.object({ stored: v.number() }),
  ),
  'pbxes.remembered': message(
    ['content', 'popup'],
    v.strictObject({ customer: CustomerRef }),
    v.object({ pbxes: v.array(AgedPbx) }),
  ),
  /** Does the Duration fit the PBX (R1, R2), and what do the stocks mean (R5)? */
  'order.advise': message(
    ['content'],
    v.strictObject({
      customer: v.optional(CustomerRef),
      pbx: v.optional(Text),
      duration: v.optional(Duration),
      stocks: many(
        v.strictObject({
          key: Key,
          stock: v.pipe(v.number(), v.safeInteger()),
          quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
        }),
      ),
    }),
    v.object({
      fitting: v.optional(Duration),
      term: v.optional(Term),
      expiration: v.optional(CalendarDate),
      /** Until the expiration; negative after it. */
      daysLeft: v.optional(v.number()),
      seen: v.optional(Seen),
      ageDays: v.optional(v.number()),
      judgement: JudgementData,
      stocks: v.array(v.object({ key: Key, outlook: StockOutlook })),
    }),
  ),
  /** The signature of the last cart whose recalculation was seen (R4), if any. */
  'cart.recalculated': message(
    ['content'],
    v.strictObject({ customer: v.optional(CustomerRef) }),
    v.object({ signature: v.optional(v.string()), at: v.optional(v.string()), understood: v.optional(v.string()) }),
  ),
  /** The partner said of this cart that its stock is understood. */
  'cart.noteUnderstood': message(
    ['content'],
    v.strictObject({ customer: CustomerRef, understood: CartSignature, url: Url }),
    Nothing,
  ),
  'cart.noteRecalculated': message(
    ['content'],
    v.strictObject({ customer: v.optional(CustomerRef), signature: CartSignature, url: Url }),
    Nothing,
  ),
  /**
   * The partner pressed Checkout, on this cart; absent where it cannot be read for certain. The page that confirms the order may be
   * another document, which shows no cart.
   */
  'cart.noteCheckout': message(
    ['content'],
    v.strictObject({
      customer: v.optional(CustomerRef),
      cart: v.optional(v.omit(CheckedOutFacts, ['customer'])),
    }),
    Nothing,
  ),
  /** Whether a Checkout of this tab, of this customer where one is named, was seen with a cart that could be read, lately. */
  'cart.wasSeen': message(
    ['content'],
    v.strictObject({ customer: v.optional(CustomerRef) }),
    v.object({ seen: v.boolean() }),
  ),
  /** A customer's cart is on show, with these contents. */
  'cart.noteSeen': message(['content'], v.strictObject({ customer: CustomerRef, signature: CartSignature }), Nothing),
  /** The partner confirmed a checkout: written before its outcome is known. `id` is made by the page, so a repeat is harmless. */
  'orders.asked': message(
    ['content'],
    v.strictObject({
      id: Key,
      customer: v.optional(CustomerRef),
      pbx: v.optional(Text),
      duration: v.optional(Duration),
      contract: Contract,
      reference: v.optional(Text),
      address: v.optional(Text),
      /** None: the page does not show them. Those of a cart that was checked out are joined where that is this order for certain. */
      lines: many(OrderLine),
      /** When they were seen, where that was before the confirmation. */
      cartSeen: v.optional(Instant),
      total: v.optional(Money),
      /** What else the page prints of amounts, beside the total. */
      amounts: v.optional(v.pipe(v.array(Money), v.maxLength(MOST_AMOUNTS))),
      recalculated: v.optional(v.boolean()),
      termsAt: v.optional(Instant),
      url: Url,
    }),
    v.object({ order: OrderRecord }),
  ),
  /** What WMP answered to it. */
  'orders.answered': message(
    ['content'],
    v.strictObject({
      id: Key,
      outcome: v.picklist(['placed', 'refused', 'abandoned']),
      number: v.optional(Text),
      text: v.optional(Text),
      url: Url,
    }),
    v.object({ order: OrderRecord }),
  ),
  /**
   * An Orders page (`list`) or an order's own page was read. `complete`: all rows of the list were seen, so that what is not
   * among them is not shown any more; it is never deleted.
   */
  'orders.seen': message(
    ['content'],
    v.strictObject({ orders: many(OrderRow), complete: v.boolean(), list: v.optional(v.boolean()), url: Url }),
    v.object({ added: v.number(), updated: v.number() }),
  ),
  /** Begins a run: the worker judges once more and refuses devices of an open or unknown run (R8). */
  'runs.plan': message(
    ['content'],
    v.strictObject({
      id: Key,
      customer: CustomerRef,
      pbx: v.optional(Text),
      devices: v.pipe(v.array(DeviceFacts), v.minLength(1), v.maxLength(2000)),
      by: v.optional(Text),
      trial: v.optional(v.boolean()),
      partnerAgrees: v.optional(v.boolean()),
      url: Url,
    }),
    v.object({ run: RunRecord }),
  ),
  /** Goes on with a run whose page is gone: judges again what is still planned of it, as Devices shows it now. */
  'runs.resume': message(
    ['content'],
    v.strictObject({ id: Key, pbx: v.optional(Text), devices: many(DeviceFacts), url: Url }),
    v.object({ run: RunRecord }),
  ),
  /** One step forward for a group of devices, on disk before the answer. */
  'runs.advance': message(
    ['content'],
    v.strictObject({
      id: Key,
      to: v.picklist(['selecting', 'selected', 'asked', 'agreeing', 'accepted']),
      keys: v.optional(many(Key)),
    }),
    v.object({ run: RunRecord }),
  ),
  /** A group's selection was taken back: it is planned again. */
  'runs.rewind': message(
    ['content'],
    v.strictObject({ id: Key, keys: v.optional(many(Key)) }),
    v.object({ run: RunRecord }),
  ),
  /** The run ends before its end. `from`: devices at that step or a later one may have been agreed to. */
  'runs.interrupt': message(
    ['content'],
    v.strictObject({ id: Key, from: v.optional(v.picklist(['selected', 'asked', 'agreeing'])), reason: ReasonData }),
    v.object({ run: RunRecord }),
  ),
  /**
   * The page that carried it out is gone. `from` as above, by whoever knows. Left out: WMP's question may stand there still,
   * unless this is another document.
   */
  'runs.abandon': message(
    ['content'],
    v.strictObject({ id: Key, from: v.optional(v.picklist(['selected', 'asked', 'agreeing'])) }),
    v.object({ run: RunRecord }),
  ),
  /** Devices were read: confirms what shows as HWaaS by now, and gives the runs that were open before this look. */
  'runs.observe': message(
    ['content'],
    v.strictObject({
      customer: CustomerRef,
      devices: many(v.strictObject({ key: Key, contract: Contract })),
      url: Url,
    }),
    v.object({ runs: v.array(RunRecord) }),
  ),
  /** Open runs, newest first; of one customer also those that were settled last. */
  'runs.list': message(
    ['content', 'popup', 'options'],
    v.strictObject({ customer: v.optional(CustomerRef) }),
    v.object({ runs: v.array(RunRecord) }),
  ),
  'settings.get': message(['content', 'popup', 'options'], Nothing, v.object({ settings: Settings })),
  'settings.set': message(['options'], v.strictObject({ settings: Settings }), v.object({ settings: Settings })),
  /** Refused messages and failures, newest first, for the options page. */
  'log.recent': message(
    ['options', 'popup'],
    Nothing,
    v.object({ entries: v.array(v.object({ at: v.string(), kind: v.string(), text: v.string() })) }),
  ),
} as const;

/** Messages a content script answers, to the extension's own pages only. */
export const CONTENT_MESSAGES = {
  'page.report': message(
    ['popup', 'options', 'worker'],
    v.strictObject({ records: v.boolean() }),
    /** `teachable`: what the page lacks can be pointed out to the Companion on it. */
    v.object({ report: PageReport, statement: ReasonData, teachable: v.boolean() }),
  ),
  /** Opens the panel in which the partner teaches the page. */
  'page.teach': message(['popup'], Nothing, Nothing),
} as const;

export type WorkerMessages = typeof WORKER_MESSAGES;
export type ContentMessages = typeof CONTENT_MESSAGES;
type Contract_ = WorkerMessages & ContentMessages;
export type MessageName = keyof Contract_;
export type WorkerMessageName = keyof WorkerMessages;
export type ContentMessageName = keyof ContentMessages;
export type Request<N extends MessageName> = v.InferOutput<Contract_[N]['request']>;
export type Response<N extends MessageName> = v.InferOutput<Contract_[N]['response']>;

/** Device of a run, as the panel shows it. */
export type { RunDevice, RunRecord };
