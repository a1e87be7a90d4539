import browser from 'webextension-polyfill';
import { addDays, daysBetween } from '../core/calendar.ts';
import type { CalendarDate, Instant } from '../core/facts.ts';
import { InvoiceRecord } from '../core/records/invoice.ts';
import { OrderRecord } from '../core/records/order.ts';
import { PbxRecord } from '../core/records/pbx.ts';
import { openInvoices } from '../core/rules/invoices.ts';
import { lastChange } from '../core/rules/order-standing.ts';
import { overdueState } from '../core/rules/overdue.ts';
import {
  EXPIRES_WITHIN,
  type Fact,
  type FactKind,
  orderFacts,
  overdueFacts,
  pbxFacts,
} from '../core/rules/reminders.ts';
import { REMINDER_SETTINGS } from '../core/settings.ts';
import { dateText, plural, t } from '../platform/i18n.ts';
import { dayOf } from './clock.ts';
import { log } from './db/log.ts';
import { readOrders } from './db/put-orders.ts';
import { readable } from './db/readable.ts';
import type { OrderRow } from './db/schema.ts';
import { read, write } from './db/transact.ts';
import { groupPart, lateRows } from './handlers/order-lists.ts';
import { overdueLadder } from './handlers/overdue.ts';
import { FACTS_ID } from './notifications.ts';
import { isQuietAt } from './quiet-hours.ts';
import { readSettings } from './settings-store.ts';

const SETTING_OF: Readonly<Record<FactKind, (typeof REMINDER_SETTINGS)[number]>> = {
  'order-shipped': 'remindShipped',
  'order-late': 'remindLate',
  'order-unknown': 'remindUnknown',
  'pbx-expires': 'remindExpiring',
  'overdue-step': 'remindOverdue',
};

/** More than this at once are told in one notification. */
const MOST_SINGLE = 3;
/** Of each kind of order that may be something new; what is older or more was reminded of already, or never will be one by one. */
const MOST_READ = 500;

/** Reminds of what is new about orders and PBXes, if the partner wants it and the hour is not quiet. Never fails its event. */
export async function remindOfFacts(at: Instant): Promise<void> {
  try {
    const settings = await readSettings();
    if (!REMINDER_SETTINGS.some((name) => settings[name]) || isQuietAt(at, settings)) return;
    const facts = await factsNow(dayOf(at), settings.staleDays);
    const fresh = await claim(
      facts.filter(({ kind }) => settings[SETTING_OF[kind]]),
      at,
    );
    if (fresh.length > MOST_SINGLE) await show('many', t('extension_name'), plural('remind_facts', fresh.length));
    else for (const fact of fresh) await show(fact.id, titleOf(fact), textOf(fact, dayOf(at)));
  } catch (error) {
    await log('reminder', String(error));
  }
}

async function factsNow(today: CalendarDate, staleDays: number): Promise<Fact[]> {
  const rows = await readOrders(async (tx) => [
    ...(await groupPart(tx, 'needs-you', today, MOST_READ)).rows,
    ...(await lateRows(tx, today, MOST_READ)),
    ...(await groupPart(tx, 'done', today, MOST_READ)).rows,
  ]);
  const [pbxes, invoices] = await read(['pbxes', 'invoices'], (tx) =>
    Promise.all([
      tx
        .objectStore('pbxes')
        .index('expires')
        .getAll(IDBKeyRange.bound(today, addDays(today, EXPIRES_WITHIN))),
      tx.objectStore('invoices').getAll(),
    ]),
  );
  const open = openInvoices(readable(InvoiceRecord, invoices).records);
  return [
    ...readable(OrderRecord, onceEach(rows)).records.flatMap((order) =>
      orderFacts(order, { changed: dayOf(lastChange(order)), staleDays }, today),
    ),
    ...readable(PbxRecord, pbxes).records.flatMap((pbx) => pbxFacts(pbx, today)),
    ...overdueFacts(overdueState(open, today, await overdueLadder())),
  ];
}

const onceEach = (rows: readonly OrderRow[]): OrderRow[] => [...new Map(rows.map((row) => [row.id, row])).values()];

/** Those that were never reminded of. That they were is on disk before the partner sees them. */
const claim = (facts: readonly Fact[], at: Instant): Promise<Fact[]> =>
  write(['reminded'], async (tx) => {
    const store = tx.objectStore('reminded');
    const known = await Promise.all(facts.map(({ id }) => store.getKey(id)));
    const fresh = facts.filter((_, i) => known[i] === undefined);
    await Promise.all(fresh.map(async ({ id }) => store.put({ id, at })));
    return fresh;
  });

const show = (id: string, title: string, message: string): Promise<string> =>
  browser.notifications.create(FACTS_ID + id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title,
    message,
  });

function titleOf({ kind, customer, name }: Fact): string {
  if (kind === 'overdue-step') return t('remind_overdue_title', dateText(name as CalendarDate));
  return customer === undefined ? name : `${customer}: ${name}`;
}

/** The words of Account Balance's own helper, where it is about invoices. */
const textOf = ({ kind, date, step }: Fact, today: CalendarDate): string =>
  date !== undefined && step !== undefined
    ? plural(`overdue_next_${step.replaceAll('-', '_')}`, daysBetween(today, date), dateText(date))
    : wordsOf(kind, date);

const wordsOf = (kind: FactKind, date: CalendarDate | undefined): string =>
  date === undefined
    ? t(`remind_${kind.replaceAll('-', '_')}`)
    : t(`remind_${kind.replaceAll('-', '_')}`, dateText(date));
