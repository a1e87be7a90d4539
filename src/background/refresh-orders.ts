import browser from 'webextension-polyfill';
import type { Instant } from '../core/facts.ts';
import { originOf } from '../core/messages/senders.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { coversOrigin } from '../core/portal-host.ts';
import { ReadingRecord } from '../core/records/reading.ts';
import { minutesBetween, now } from './clock.ts';
import { log } from './db/log.ts';
import { readOrders } from './db/put-orders.ts';
import { readable } from './db/readable.ts';
import { portalPatterns } from './portals.ts';
import { isUnderWay, keepRefresh, storedRefresh } from './refresh-state.ts';
import { awaitReading } from './refresh-watch.ts';
import { readSettings } from './settings-store.ts';

/** Once a day is enough, however often the browser is started. */
const DAILY_MINUTES = 23 * 60;

/**
 * Opens the Orders list in a tab behind, waits until the helper there has told what it shows, and closes the tab. One at a
 * time. Never fails its event; why nothing could be read is kept for the partner.
 */
export const refreshOrders = (at: Instant): Promise<void> =>
  // The browser gives the lock back where the worker is ended while it holds it.
  navigator.locks.request('orders-refresh', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await refreshAlone(at);
  });

async function refreshAlone(at: Instant): Promise<void> {
  try {
    const before = await storedRefresh();
    if (before !== undefined && isUnderWay(before, at)) return;
    // Left by a worker that was ended in the middle.
    if (before?.tabId !== undefined) await closeTab(before.tabId);
    await keepRefresh({ state: 'running', at });
    const reason = await attempt(at);
    await keepRefresh({ state: reason === undefined ? 'done' : 'failed', at: now(), ...(reason && { reason }) });
  } catch (error) {
    await log('orders-refresh', String(error));
    await keepRefresh({ state: 'failed', at: now(), reason: notice('orders-not-read') }).catch(() => undefined);
  }
}

/** If the partner wants it, and the last one is a day old. */
export async function refreshDaily(at: Instant): Promise<void> {
  try {
    if (!(await readSettings()).dailyRefresh) return;
    const [last, reading] = [await storedRefresh(), await lastReading()];
    const recent = [last?.at, reading?.seen.at].some(
      (then) => then && minutesBetween(then as Instant, at) < DAILY_MINUTES,
    );
    if (!recent) await refreshOrders(at);
  } catch (error) {
    await log('orders-refresh', String(error));
  }
}

async function attempt(at: Instant): Promise<Reason | undefined> {
  const url = (await lastReading())?.seen.url;
  const patterns = await portalPatterns();
  // Where Orders is in WMP is not documented: only a page that was seen to be it is opened.
  if (url === undefined || !patterns.some((pattern) => coversOrigin(pattern, originOf(url))))
    return notice('orders-place-unknown');
  const { id } = await browser.tabs.create({ url, active: false });
  if (id === undefined) return notice('orders-not-read');
  try {
    await keepRefresh({ state: 'running', at, tabId: id });
    return await awaitReading(id, async () => ((await lastReading())?.seen.at ?? '') >= at);
  } finally {
    await closeTab(id);
  }
}

async function lastReading(): Promise<ReadingRecord | undefined> {
  const rows = await readOrders((tx) => tx.objectStore('readings').getAll());
  return readable(ReadingRecord, rows).records.sort((a, b) => (a.seen.at < b.seen.at ? 1 : -1))[0];
}

/** The partner may have closed it. */
const closeTab = (id: number): Promise<void> => browser.tabs.remove(id).catch(() => undefined);
