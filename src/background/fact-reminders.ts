import browser from 'webextension-polyfill';
import type { CalendarDate, Instant } from '../core/facts.ts';
import { OrderRecord } from '../core/records/order.ts';
import { PbxRecord } from '../core/records/pbx.ts';
import { lastChange } from '../core/rules/order-standing.ts';
import { type Fact, isQuiet, orderFacts, pbxFacts } from '../core/rules/reminders.ts';
import { dateText, plural, t } from '../platform/i18n.ts';
import { dayOf } from './clock.ts';
import { log } from './db/log.ts';
import { readOrders } from './db/put-orders.ts';
import { readable } from './db/readable.ts';
import { read, write } from './db/transact.ts';
import { groupPart } from './handlers/order-lists.ts';
import { FACTS_ID } from './notifications.ts';
import { readSettings } from './settings-store.ts';

/** More than this at once are told in one notification. */
const MOST_SINGLE = 3;
const MOST_READ = 500;

/** Reminds of what is new about orders and PBXes, if the partner wants it and the hour is not quiet. Never fails its event. */
export async function remindOfFacts(at: Instant): Promise<void> {
  try {
    const { remindOrders, quietFrom, quietUntil, staleDays } = await readSettings();
    if (!remindOrders || isQuiet(new Date(at).getHours(), quietFrom, quietUntil)) return;
    const fresh = await claim(await factsNow(dayOf(at), staleDays), at);
    if (fresh.length > MOST_SINGLE) await show('many', t('extension_name'), plural('remind_facts', fresh.length));
    else for (const fact of fresh) await show(fact.id, titleOf(fact), textOf(fact));
  } catch (error) {
    await log('reminder', String(error));
  }
}

async function factsNow(today: CalendarDate, staleDays: number): Promise<Fact[]> {
  const rows = await readOrders(async (tx) => [
    ...(await groupPart(tx, 'needs-you', today, MOST_READ)).rows,
    ...(await groupPart(tx, 'done', today, MOST_READ)).rows,
  ]);
  const pbxes = await read(['pbxes'], (tx) => tx.objectStore('pbxes').getAll());
  return [
    ...readable(OrderRecord, rows).records.flatMap((order) =>
      orderFacts(order, { changed: dayOf(lastChange(order)), staleDays }, today),
    ),
    ...readable(PbxRecord, pbxes).records.flatMap((pbx) => pbxFacts(pbx, today)),
  ];
}

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

const titleOf = ({ customer, name }: Fact): string => (customer === undefined ? name : `${customer}: ${name}`);

const textOf = ({ kind, date }: Fact): string =>
  date === undefined
    ? t(`remind_${kind.replaceAll('-', '_')}`)
    : t(`remind_${kind.replaceAll('-', '_')}`, dateText(date));
