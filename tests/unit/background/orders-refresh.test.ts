import './setup.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onAlarm } from '../../../src/background/alarms.ts';
import { overview } from '../../../src/background/handlers/order-overview.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { refreshOrders } from '../../../src/background/refresh-orders.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { at, browser } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
const ROW = { number: '1', contract: 'hwaas', state: 'processing', statusText: 'In process' } as const;
const START = Date.parse('2026-11-24T09:00:00.000Z');
const read = (time: string) => seen({ orders: [ROW], complete: true, list: true, url: URL }, at(time));
const time = () => at(new Date().toISOString());
const told = async () => (await overview({ limit: 1 }, time())).refresh;

/** What the tab that was opened shows at each look. */
function tabShows(...pages: (string | undefined)[]): void {
  let look = 0;
  browser.tabs.create.mockResolvedValue({ id: 5 });
  browser.tabs.sendMessage.mockImplementation(async () => {
    const page = pages[Math.min(look++, pages.length - 1)];
    if (page === undefined) throw new Error('Could not establish connection');
    if (page === 'orders') await read(new Date().toISOString());
    return { ok: true, value: { report: { ...REPORT, page }, statement: { code: 'page-readable' }, teachable: false } };
  });
}
const REPORT = {
  version: 1,
  page: 'orders',
  confidence: 1,
  reasons: [],
  level: null,
  customer: null,
  pbx: null,
  actions: {},
  grids: [],
};

/** Runs what waits for its turn until `work` is done. */
async function through(work: Promise<void>): Promise<void> {
  let done = false;
  void work.then(() => {
    done = true;
  });
  await vi.waitFor(
    async () => {
      await vi.advanceTimersByTimeAsync(250);
      expect(done).toBe(true);
    },
    { timeout: 10_000, interval: 1 },
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

test('opens Orders where it was seen last, in a tab behind, waits until it was read, and closes it', async () => {
  await read('2026-11-23T09:00:00.000Z');
  tabShows(undefined, 'none', 'orders');
  await through(refreshOrders(time().at));
  expect(browser.tabs.create.mock.calls).toEqual([[{ url: URL, active: false }]]);
  expect(browser.tabs.remove.mock.calls).toEqual([[5]]);
  expect(await told()).toMatchObject({ state: 'done' });
});

test('says that WMP shows its login page, and closes the tab', async () => {
  await read('2026-11-23T09:00:00.000Z');
  tabShows('login');
  await through(refreshOrders(time().at));
  expect(await told()).toMatchObject({ state: 'failed', reason: { code: 'page-logged-out' } });
  expect(browser.tabs.remove.mock.calls).toEqual([[5]]);
});

test('gives up a page that shows no Orders, or was closed', async () => {
  await read('2026-11-23T09:00:00.000Z');
  tabShows('none');
  await through(refreshOrders(time().at));
  expect(await told()).toMatchObject({ state: 'failed', reason: { code: 'orders-not-read' } });
  browser.tabs.get.mockRejectedValueOnce(new Error('No tab'));
  const before = Date.now();
  await through(refreshOrders(time().at));
  expect(Date.now() - before).toBeLessThan(5000);
});

test('opens nothing where Orders was never seen, or is on a portal that is not granted any more', async () => {
  await refreshOrders(time().at);
  expect(await told()).toMatchObject({ state: 'failed', reason: { code: 'orders-place-unknown' } });
  await seen({ orders: [ROW], complete: true, list: true, url: 'https://wmp.example/?#!orders' }, time());
  await refreshOrders(time().at);
  expect(await told()).toMatchObject({ state: 'failed', reason: { code: 'orders-place-unknown' } });
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

test('is one at a time; one that a killed worker left is over after two minutes, and its tab is closed', async () => {
  await read('2026-11-23T09:00:00.000Z');
  browser.storage.local.data['ordersRefresh'] = {
    state: 'running',
    at: new Date(START - 60_000).toISOString(),
    tabId: 9,
  };
  await refreshOrders(time().at);
  expect(browser.tabs.create).not.toHaveBeenCalled();
  vi.setSystemTime(START + 61_000);
  expect(await told()).toMatchObject({ state: 'failed' });
  tabShows('orders');
  await through(refreshOrders(time().at));
  expect(browser.tabs.remove.mock.calls).toEqual([[9], [5]]);
});

test('once a day if the partner wants it, whatever else the alarm is for', async () => {
  await read('2026-11-23T08:00:00.000Z');
  tabShows('orders');
  await onAlarm({ name: 'orders', scheduledTime: 0 });
  expect(browser.tabs.create).not.toHaveBeenCalled();
  browser.storage.sync.data['settings'] = { ...DEFAULT_SETTINGS, dailyRefresh: true };
  await through(onAlarm({ name: 'orders', scheduledTime: 0 }));
  expect(browser.tabs.create).toHaveBeenCalledTimes(1);
  vi.setSystemTime(START + 3_600_000);
  await onAlarm({ name: 'orders', scheduledTime: 0 });
  expect(browser.tabs.create).toHaveBeenCalledTimes(1);
});

test('two that are asked for at the same moment open one tab', async () => {
  await read('2026-11-23T09:00:00.000Z');
  tabShows('orders');
  const at1 = time().at;
  await through(Promise.all([refreshOrders(at1), refreshOrders(at1)]).then(() => undefined));
  expect(browser.tabs.create).toHaveBeenCalledTimes(1);
  expect(await told()).toMatchObject({ state: 'done' });
});
