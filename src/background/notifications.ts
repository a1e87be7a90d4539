import browser, { type Notifications } from 'webextension-polyfill';
import { originOf } from '../core/messages/senders.ts';
import { coversOrigin } from '../core/portal-host.ts';
import { InvoiceRecord } from '../core/records/invoice.ts';
import { RunRecord } from '../core/records/run.ts';
import { isRunning, unconfirmed } from '../core/run-standing.ts';
import { plural, t } from '../platform/i18n.ts';
import { minutesBetween, now } from './clock.ts';
import { log } from './db/log.ts';
import { readable, readOne } from './db/readable.ts';
import { read } from './db/transact.ts';
import { openRuns } from './open-runs.ts';
import { portalPatterns } from './portals.ts';

const PREFIX = 'run:';
export const FACTS_ID = 'facts:';
const OVERDUE = 'overdue ';

export async function notify(run: RunRecord): Promise<void> {
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title: t('remind_title', run.customer.name),
    message: plural('remind_text', unconfirmed(run).length),
  };
  const buttons = [{ title: t('remind_open') }];
  try {
    await browser.notifications.create(PREFIX + run.id, {
      ...options,
      buttons,
    } as Notifications.CreateNotificationOptions);
  } catch {
    // Firefox takes no buttons, and refuses the whole notification for them.
    await browser.notifications.create(PREFIX + run.id, options);
  }
}

/** Shows the page that the run was last seen on. Never fails its event. */
export async function onNotificationPressed(notification: string): Promise<void> {
  if (notification.startsWith(FACTS_ID + OVERDUE)) return showInvoices(notification);
  if (notification.startsWith(FACTS_ID)) return showOrders(notification);
  if (!notification.startsWith(PREFIX)) return;
  try {
    await browser.notifications.clear(notification);
    const id = notification.slice(PREFIX.length);
    const run = readOne(RunRecord, await read(['runs'], (tx) => tx.objectStore('runs').get(id)));
    if (run !== undefined) await showPage(run);
  } catch (error) {
    await log('reminder', String(error));
  }
}

async function showOrders(notification: string): Promise<void> {
  try {
    await browser.notifications.clear(notification);
    await browser.tabs.create({ url: browser.runtime.getURL('src/popup/index.html?view=orders') });
  } catch (error) {
    await log('reminder', String(error));
  }
}

/** The page of WMP that they were seen on; without one that may be opened, what is remembered. */
async function showInvoices(notification: string): Promise<void> {
  try {
    const rows = await read(['invoices'], (tx) => tx.objectStore('invoices').getAll());
    const patterns = await portalPatterns();
    const url = readable(InvoiceRecord, rows)
      .records.map(({ seen }) => seen.url)
      .find((seen) => patterns.some((pattern) => coversOrigin(pattern, originOf(seen))));
    if (url === undefined) return showOrders(notification);
    await browser.notifications.clear(notification);
    await browser.tabs.create({ url });
  } catch (error) {
    await log('reminder', String(error));
  }
}

/** A tab that is at it already is reloaded, since what it shows may be as old as the run; but not under a run at work. */
async function showPage({ customer, seen: { url } }: RunRecord): Promise<void> {
  const patterns = await portalPatterns();
  if (!patterns.some((pattern) => coversOrigin(pattern, originOf(url)))) return;
  const tab = (await browser.tabs.query({ url: patterns })).find((one) => one.url === url);
  if (tab?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  // A browser without windows, on a phone, has nothing to bring to the front.
  if (tab.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
  const at = now();
  const busy = (await openRuns()).some(
    (run) => run.customer.key === customer.key && isRunning(run, (instant) => minutesBetween(instant, at)),
  );
  if (!busy) await browser.tabs.reload(tab.id);
}
