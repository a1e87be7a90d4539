import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today as dayHere } from '../../src/background/clock.ts';
import { pbxRow } from '../../src/background/db/rows.ts';
import { addDays } from '../../src/core/calendar.ts';
import type { CalendarDate, Instant } from '../../src/core/facts.ts';
import type { OrderRecord } from '../../src/core/records/order.ts';
import type { PbxRecord } from '../../src/core/records/pbx.ts';
import type { ReadingRecord } from '../../src/core/records/reading.ts';
import { launch, type Session, waitFor, waitForText } from '../support/index.ts';
import { putRows } from '../support/many-orders.ts';
import { stored } from './flows/portal.ts';

const today = dayHere();
const daysAway = (days: number): CalendarDate => addDays(today, days);
const ago = (hours: number): Instant => new Date(Date.now() - hours * 3_600_000).toISOString() as Instant;

let session: Session;
let popup: Page;
let options: Page;
beforeAll(async () => {
  session = await launch();
  popup = await session.openPopup();
  options = await session.openOptions();
  // At whatever hour this runs.
  await session.worker((browser) => browser.storage.sync.set({ settings: { quietFrom: 0, quietUntil: 0 } }));
  await options.reload();
  await options.waitForSelector('#remindLate');
});
afterAll(() => session?.close());

const told = async () => Object.keys(await session.worker((browser) => browser.notifications.getAll())).toSorted();
/** When a reminder was first given, by its fact. */
async function givenAt(fact: string): Promise<string> {
  const body = JSON.stringify({ wmpc: 1, name: 'data.part', body: { store: 'reminded' } });
  const rows = (await options.evaluate(`chrome.runtime.sendMessage(${body})`)) as {
    value: { entries: readonly { id: string; at: string }[] };
  };
  return rows.value.entries.find(({ id }) => `facts:${id}` === fact)?.at ?? '';
}
const badge = () => session.worker((browser) => browser.action.getBadgeText({}));
const settings = async () =>
  (await session.worker((browser) => browser.storage.sync.get('settings')))['settings'] as Record<string, unknown>;
const ask = (name: string, body: object) =>
  popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ wmpc: 1, name, body })})`);

async function choose(id: string, value: string): Promise<void> {
  await options.bringToFront();
  await options.select(`#${id}`, value);
  await waitFor(async () => (await settings())[id === 'daily-refresh' ? 'dailyRefresh' : id] === (value === 'on'), {
    message: `${id} to be kept`,
  });
}

/** The hourly look, by a worker that was ended before. */
async function ring(): Promise<void> {
  const before = await session.worker(async (browser) => {
    await browser.alarms.create('orders', { when: Date.now() + 1200, periodInMinutes: 60 });
    return (await browser.alarms.get('orders'))?.scheduledTime ?? 0;
  });
  await session.stopWorker();
  const next = () => session.worker(async (browser) => (await browser.alarms.get('orders'))?.scheduledTime ?? 0);
  await waitFor(async () => (await next()) > before, { message: 'the alarm to ring' });
}

async function clearAll(): Promise<void> {
  for (const id of await told()) await session.worker((browser, key) => browser.notifications.clear(key), id);
  await waitFor(async () => (await told()).length === 0, { message: 'no notification' });
}

const visit = async (): Promise<void> => {
  const before = (await stored<ReadingRecord>(session, 'readings'))[0]?.seen.at ?? '';
  const page = await session.openPortal('orders', {});
  await waitFor(async () => ((await stored<ReadingRecord>(session, 'readings'))[0]?.seen.at ?? '') > before, {
    message: 'Orders to be read',
  });
  await page.close();
};

const pbx = (name: string, expiration: CalendarDate): PbxRecord => ({
  id: `acme\t${name}`,
  revision: 1,
  updatedAt: ago(1),
  updatedBy: 'page',
  customer: { key: 'acme', name: 'Acme' },
  name,
  term: 'P1Y',
  expiration,
  seen: { at: ago(1), url: 'https://my.wildix.com/?#!pbxes' },
});

const pressed: OrderRecord = {
  id: 'pressed',
  revision: 1,
  updatedAt: ago(49),
  updatedBy: 'checkout',
  customer: { key: 'acme', name: 'Acme' },
  reference: 'PO 12',
  contract: 'hwaas',
  date: daysAway(-2),
  lines: [],
  state: 'unknown',
  evidence: 'asked',
  seen: { at: ago(49), url: 'https://my.wildix.com/?#!cart' },
  firstSeen: ago(49),
  history: [],
};

describe('reminders', () => {
  it('are none before they are asked for, though the toolbar says how many orders need the partner', async () => {
    session.portal.setOrder(100119, { status: 'processing', shipmentDate: daysAway(-3) });
    await visit();
    await putRows(session, {
      pbxes: [pbxRow(pbx('Office', daysAway(20)), true), pbxRow(pbx('Lab', daysAway(60)), true)],
    });
    await ask('orders.restore', { removed: { record: pressed, sort: pressed.date } });
    await waitFor(async () => (await badge()) === '3', { message: async () => `the badge; it is ${await badge()}` });
    await ring();
    expect(await told()).toEqual([]);
  });

  it('are given of what is switched on, by a worker that was ended, and never again of the same', async () => {
    const before = new Date().toISOString();
    await choose('remindLate', 'on');
    await choose('remindExpiring', 'on');
    await ring();
    const late = `facts:number:100119 late ${daysAway(-3)}`;
    const expires = `facts:acme\tOffice expires ${daysAway(20)} 30`;
    await waitFor(async () => (await told()).length === 2, { message: async () => `two; they are ${await told()}` });
    expect(await told()).toEqual([expires, late].toSorted());
    for (const fact of [expires, late]) expect((await givenAt(fact)) > before).toBe(true);
    await clearAll();
    await ring();
    expect(await told()).toEqual([]);
    await choose('remindUnknown', 'on');
    await ring();
    await waitFor(async () => (await told()).length > 0, { message: 'the unknown one' });
    expect(await told()).toEqual([expect.stringMatching(/^facts:pressed unknown/)]);
    await clearAll();
  });

  it('come at once where a visit to Orders shows that one was shipped', async () => {
    await choose('remindShipped', 'on');
    session.portal.setOrder(100119, { status: 'shipped', shipmentDate: daysAway(-1) });
    await visit();
    await waitFor(async () => (await told()).some((id) => id.includes('100119')), { message: 'the shipped one' });
    expect((await told()).filter((id) => !/^facts:number:100119 shipped/.test(id))).toEqual([]);
    await clearAll();
  });

  it('wait in quiet hours, and come after them', async () => {
    const hour = new Date().getHours();
    const quiet = (from: number, until: number) =>
      session.worker(
        async (browser, hours) => {
          const { settings: kept } = await browser.storage.sync.get('settings');
          await browser.storage.sync.set({ settings: { ...(kept as object), ...hours } });
        },
        { quietFrom: from, quietUntil: until },
      );
    await quiet(hour, (hour + 2) % 24);
    await putRows(session, { pbxes: [pbxRow(pbx('Branch', daysAway(5)), true)] });
    await ring();
    expect(await told()).toEqual([]);
    const before = new Date().toISOString();
    await quiet((hour + 2) % 24, (hour + 3) % 24);
    await ring();
    await waitFor(async () => (await told()).length === 1, { message: 'what waited' });
    const expires = `facts:acme\tBranch expires ${daysAway(5)} 7`;
    expect(await told()).toEqual([expires]);
    expect((await givenAt(expires)) > before).toBe(true);
    await clearAll();
  });
});

describe('Orders read once a day', () => {
  /** The last reading as it would be had the browser been closed since yesterday. */
  async function readYesterday(): Promise<void> {
    const [reading] = await stored<ReadingRecord>(session, 'readings');
    if (reading === undefined) throw new Error('Orders was never read');
    const seen = { ...reading.seen, at: ago(25) };
    await putRows(session, { readings: [{ id: reading.id, record: { ...reading, seen, updatedAt: ago(25) } }] });
    await session.worker((browser) => browser.storage.local.remove('ordersRefresh'));
  }

  it('is read in a tab behind, which is closed, and only where the partner wants it', async () => {
    await readYesterday();
    await ring();
    expect(await session.worker((browser) => browser.storage.local.get('ordersRefresh'))).toEqual({});
    session.portal.setOrder(100123, { status: 'shipped', shipmentDate: daysAway(-1) });
    await choose('daily-refresh', 'on');
    const tabs = (await session.browser.pages()).length;
    await ring();
    await waitFor(
      async () =>
        (await stored<OrderRecord>(session, 'orders')).find((one) => one.number === '100123')?.state === 'shipped',
      { message: 'the order to be seen as shipped' },
    );
    await waitFor(async () => (await session.browser.pages()).length === tabs, { message: 'the tab to be closed' });
  });

  it('says that it could not where WMP shows its login page', async () => {
    await readYesterday();
    session.portal.expireSession();
    await ring();
    await popup.bringToFront();
    await waitForText(popup, /Could not refresh .*login page/);
    expect((await stored<OrderRecord>(session, 'orders')).every(({ shown }) => shown !== false)).toBe(true);
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});
