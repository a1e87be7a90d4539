import './setup.ts';
import { expect, test } from 'vitest';
import { onAlarm } from '../../../src/background/alarms.ts';
import { remindOfFacts } from '../../../src/background/fact-reminders.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { onNotificationPressed } from '../../../src/background/notifications.ts';
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
  browser.storage.sync.data['settings'] = { ...DEFAULT_SETTINGS, remindOrders: true, ...more };
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
