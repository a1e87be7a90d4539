import './setup.ts';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { DB_VERSION, withDb } from '../../../src/background/db/open.ts';
import { note, state } from '../../../src/background/handlers/agreements.ts';
import { pending } from '../../../src/background/handlers/orders.ts';
import { remembered } from '../../../src/background/handlers/pbxes.ts';
import { ACME, at, day, URL_SEEN } from './setup.ts';

const STAMP = { revision: 1, updatedAt: at().at, updatedBy: 'page' };
const SEEN = { at: at().at, url: URL_SEEN };

/** The database as version 1 made it, written out once more: the upgrade's own code must not be what it is tested by. */
async function versionOne(): Promise<void> {
  const db = await openDB('wmp-companion', 1, {
    upgrade(made) {
      const orders = made.createObjectStore('orders', { keyPath: 'id' });
      orders.createIndex('pending', ['pending', 'sort']);
      orders.createIndex('number', 'number');
      orders.createIndex('reference', 'reference');
      orders.createIndex('customer', 'customer');
      made.createObjectStore('pbxes', { keyPath: 'id' }).createIndex('customer', 'customer');
      made.createObjectStore('carts', { keyPath: 'id' });
      const runs = made.createObjectStore('runs', { keyPath: 'id' });
      runs.createIndex('customer', 'customer');
      runs.createIndex('open', 'open');
      runs.createIndex('openDevices', 'openDevices', { multiEntry: true });
      made.createObjectStore('log', { autoIncrement: true });
    },
  });
  const order = { id: 'o1', ...STAMP, contract: 'hwaas', lines: [], state: 'unknown', evidence: 'asked' };
  const record = { ...order, seen: SEEN, history: [] };
  await db.put('orders', { id: 'o1', record, pending: 1, sort: '2026-01-01' });
  const pbx = { id: 'p1', ...STAMP, customer: ACME, name: 'Office', term: 'P1Y', expiration: '2027-01-01', seen: SEEN };
  await db.put('pbxes', { id: 'p1', record: pbx, customer: 'acme', complete: 1 });
  await db.put('orders', { id: 'o2', record: { broken: true }, pending: 1, sort: '2026-01-02' });
  db.close();
}

test('a database of version 1 keeps everything and takes what is new', async () => {
  await versionOne();
  expect(await pending({ limit: 10 }, at())).toMatchObject({ orders: [{ id: 'o1' }], total: 2, unreadable: 1 });
  expect((await remembered({ customer: ACME }, at())).pbxes).toMatchObject([{ name: 'Office', term: 'P1Y' }]);
  await note({ customer: ACME, signed: day('2026-11-01') }, at());
  expect((await state({ customers: [ACME] }, at())).states).toMatchObject([{ signed: '2026-11-01' }]);
});

test('a migrated database has the stores and indexes of a new one', async () => {
  const shape = () =>
    withDb(async (db) => {
      const tx = db.transaction([...db.objectStoreNames]);
      return [...db.objectStoreNames].map((name) => {
        const store = tx.objectStore(name);
        return [name, store.keyPath, store.autoIncrement, [...store.indexNames]];
      });
    });
  const fresh = await shape();
  globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
  await versionOne();
  expect(await shape()).toEqual(fresh);
  expect(DB_VERSION).toBe(3);
});
