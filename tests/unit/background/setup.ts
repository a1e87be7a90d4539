import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, vi } from 'vitest';
import type { EventTime } from '../../../src/background/handlers/handler.ts';
import type { CustomerRef } from '../../../src/core/customer.ts';
import type { CalendarDate, DeviceFacts, Instant } from '../../../src/core/facts.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';
import { type FakeBrowser, fakeBrowser } from './browser.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser() }));

const { overview } = await import('../../../src/background/handlers/order-overview.ts');

export const browser = (await import('webextension-polyfill')).default as unknown as FakeBrowser;

/** As much of the browser's locks as the worker uses: who does not get one at once goes without. */
const held = new Set<string>();
vi.stubGlobal('navigator', {
  locks: {
    query: async () => ({ held: [...held].map((name) => ({ name })) }),
    async request(name: string, _: object, work: (lock: object | null) => Promise<unknown>) {
      if (held.has(name)) return work(null);
      held.add(name);
      return work({ name }).finally(() => held.delete(name));
    },
  },
});

/** Each test has its own empty database and settings. */
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  for (const { data } of [browser.storage.sync, browser.storage.local, browser.storage.session])
    for (const key of Object.keys(data)) delete data[key];
  vi.clearAllMocks();
});

export const URL_SEEN = 'https://my.wildix.com/?#!devices';
export const ACME: CustomerRef = { key: 'acme', name: 'ACME' };
export const BETA: CustomerRef = { key: 'beta', name: 'Beta' };

export const day = (date: string): CalendarDate => date as CalendarDate;
export const at = (time = '2026-11-23T10:00:00.000Z'): EventTime => ({
  at: time as Instant,
  today: day(time.slice(0, 10)),
});

export const devices = (...keys: string[]): DeviceFacts[] =>
  keys.map((key) => ({ key, serial: key, pbx: 'Office', contract: 'capex' }));

/** Writes into the database past every handler, to leave there what no handler would. */
export async function putRaw(store: string, row: object): Promise<void> {
  const db = await openDB('wmp-companion');
  await db.put(store, row);
  db.close();
}

export async function rawRows(store: string): Promise<Record<string, unknown>[]> {
  const db = await openDB('wmp-companion');
  const rows = await db.getAll(store);
  db.close();
  return rows;
}

/** Pending orders, those that need the partner first. */
export async function pending(time: EventTime): Promise<{ orders: OrderRecord[]; total: number; unreadable: number }> {
  const { groups } = await overview({ limit: 100 }, time);
  const both = [groups['needs-you'], groups['on-the-way']];
  const sum = (of: (group: (typeof both)[number]) => number): number => both.reduce((all, one) => all + of(one), 0);
  return {
    orders: both.flatMap(({ orders }) => orders.map(({ order }) => order)),
    total: sum(({ count }) => count),
    unreadable: sum(({ unreadable }) => unreadable),
  };
}
