import './setup.ts';
import { expect, test } from 'vitest';
import { onAlarm } from '../../../src/background/alarms.ts';
import { remindOfFacts } from '../../../src/background/fact-reminders.ts';
import { seen as invoicesSeen } from '../../../src/background/handlers/invoices.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { onNotificationPressed } from '../../../src/background/notifications.ts';
import { readSettings } from '../../../src/background/settings-store.ts';
import type { Instant } from '../../../src/core/facts.ts';
import type { OrderRow } from '../../../src/core/messages/contract.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { ACME, at, browser, day } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
/** Of the hour where this runs, whatever its time zone. */
const hourOf = (date: string, hour: number): Instant =>
  new Date(`${date}T${String(hour).padStart(2, '0')}:00:00`).toISOString() as Instant;
const late = (number: string, shipmentDate = '2026-11-20'): OrderRow => ({
  number,
  customer: ACME,
  contract: 'hwaas',
  state: 'processing',
  statusText: 'In process',
  shipmentDate: day(shipmentDate),
});
const reading = (...orders: OrderRow[]) => seen({ orders, complete: false, list: true, url: URL }, at());
const told = () => browser.notifications.create.mock.calls.map(([id, { title, message }]) => [id, title, message]);
const wanted = (more = {}) => {
  browser.storage.sync.data['settings'] = { ...DEFAULT_SETTINGS, remindLate: true, ...more };
};

test('nothing without the partner’s wish', async () => {
  await reading(late('1'));
  await remindOfFacts(hourOf('2026-11-24', 10));
  expect(told()).toEqual([]);
});

test('once for the same fact, again for another date, and never in quiet hours', async () => {
  wanted();
  await reading(late('1'));
  await remindOfFacts(hourOf('2026-11-24', 21));
  expect(told()).toEqual([]);
  await remindOfFacts(hourOf('2026-11-25', 8));
  await remindOfFacts(hourOf('2026-11-25', 9));
  expect(told()).toEqual([['facts:number:1 late 2026-11-20', 'ACME: 1', 'Shipment was expected 20 Nov 2026.']]);
  await reading(late('1', '2026-11-23'));
  await remindOfFacts(hourOf('2026-11-25', 10));
  expect(told()).toHaveLength(2);
});

test('of a late one also where hundreds need the partner for another reason', async () => {
  wanted();
  const unknown = Array.from({ length: 600 }, (_, i) => ({
    ...late(`0${i}`, '2026-12-24'),
    state: 'unknown' as const,
    statusText: 'Verrà',
  }));
  await reading(...unknown, late('late'));
  await remindOfFacts(hourOf('2026-11-25', 10));
  expect(told().map(([id]) => id)).toEqual(['facts:number:late late 2026-11-20']);
});

test('each kind by itself', async () => {
  wanted({ remindLate: false, remindUnknown: true });
  await reading(late('1'), { ...late('2', '2026-12-24'), state: 'unknown', statusText: 'Verrà' });
  await remindOfFacts(hourOf('2026-11-25', 10));
  expect(told()).toEqual([['facts:number:2 unknown', 'ACME: 2', 'Its state is still not known. Open Orders in WMP.']]);
  wanted();
  await remindOfFacts(hourOf('2026-11-25', 11));
  expect(told().map(([id]) => id)).toEqual(['facts:number:2 unknown', 'facts:number:1 late 2026-11-20']);
});

test('of the next step of an overdue invoice, by the partner’s own days, until it is paid', async () => {
  wanted({ remindOverdue: true });
  const account = (state: 'overdue' | 'paid') =>
    invoicesSeen({ invoices: [{ number: 'I1', due: day('2026-11-20'), state }], complete: true, url: URL }, at());
  await account('overdue');
  await remindOfFacts(hourOf('2026-11-20', 10));
  expect(told()).toEqual([]);
  await remindOfFacts(hourOf('2026-11-22', 10));
  await remindOfFacts(hourOf('2026-11-23', 10));
  const [blocked] = told();
  expect(told()).toHaveLength(1);
  expect(blocked).toEqual([
    'facts:overdue 2026-11-20 orders-blocked 2026-11-25',
    'Invoice due 20 Nov 2026, not paid when last seen',
    'Unless it is paid, ordering is blocked from 25 Nov 2026, in 3 days.',
  ]);
  await onNotificationPressed('facts:overdue 2026-11-20 orders-blocked 2026-11-25');
  expect(browser.tabs.create).toHaveBeenLastCalledWith({ url: URL });
  await account('paid');
  await remindOfFacts(hourOf('2026-12-18', 10));
  expect(told()).toHaveLength(1);
});

test('the one switch of earlier versions stands for what it switched', async () => {
  browser.storage.sync.data['settings'] = { remindOrders: true, remindLate: false };
  expect(await readSettings()).toMatchObject({
    remindShipped: true,
    remindLate: false,
    remindUnknown: true,
    remindExpiring: true,
    remindOverdue: false,
  });
});

test('many at once are one notification, which leads to the table', async () => {
  wanted();
  await reading(late('1'), late('2'), late('3'), late('4'));
  await remindOfFacts(hourOf('2026-11-24', 10));
  expect(told()).toEqual([['facts:many', 'WMP Companion', '4 things are new about your orders and PBXes.']]);
  await onNotificationPressed('facts:many');
  expect(browser.tabs.create).toHaveBeenCalledWith({
    url: 'chrome-extension://companion/src/popup/index.html?view=orders',
  });
});

test('looked for every hour', async () => {
  wanted({ quietFrom: 0, quietUntil: 0 });
  await reading(late('1', '2020-01-01'));
  await onAlarm({ name: 'orders', scheduledTime: 0 });
  expect(told()).toHaveLength(1);
});
