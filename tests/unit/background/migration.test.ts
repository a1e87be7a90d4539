import './setup.ts';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { DB_VERSION, withDb } from '../../../src/background/db/open.ts';
import { note, state } from '../../../src/background/handlers/agreements.ts';
import { glance } from '../../../src/background/handlers/customer-glances.ts';
import { history } from '../../../src/background/handlers/history.ts';
import { calendar } from '../../../src/background/handlers/order-calendar.ts';
import { overview } from '../../../src/background/handlers/order-overview.ts';
import { search } from '../../../src/background/handlers/order-search.ts';
import { day as calendarDay } from '../../../src/background/handlers/overview-calendar.ts';
import { remembered } from '../../../src/background/handlers/pbxes.ts';
import { list as listProfiles, save } from '../../../src/background/handlers/profiles.ts';
import { plan } from '../../../src/background/handlers/run-plan.ts';
import { save as saveCarts } from '../../../src/background/handlers/saved-carts.ts';
import { POLISH } from '../core/taught-page.ts';
import { ACME, at, day, devices, pending, rawRows, URL_SEEN } from './setup.ts';

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

/** The same one version later, written out as well. */
async function versionTwo(): Promise<void> {
  await versionOne();
  const db = await openDB('wmp-companion', 2, {
    upgrade(made) {
      made.createObjectStore('agreements', { keyPath: 'id' });
      made.createObjectStore('observations', { keyPath: 'id' }).createIndex('sku', 'sku');
      made.createObjectStore('priceLists', { keyPath: 'id' });
      const items = made.createObjectStore('priceItems', { keyPath: ['list', 'n'] });
      items.createIndex('sku', ['list', 'sku']);
      items.createIndex('name', ['list', 'name']);
      made.createObjectStore('mappings', { keyPath: 'id' });
    },
  });
  const record = { id: 'acme', ...STAMP, customer: ACME, signed: '2026-11-01' };
  await db.put('agreements', { id: 'acme', record });
  db.close();
}

/** And one more, with runs as they were kept until then: one settled, one unknown, one that cannot be read. */
async function versionThree(): Promise<void> {
  await versionTwo();
  const db = await openDB('wmp-companion', 3, {
    upgrade(made) {
      made.createObjectStore('profiles', { keyPath: 'id' });
      made.createObjectStore('stocks', { keyPath: 'id' }).createIndex('name', 'name');
      made.createObjectStore('invoices', { keyPath: 'id' });
      made.createObjectStore('customers', { keyPath: 'id' });
    },
  });
  const run = { ...STAMP, customer: ACME, seen: SEEN };
  const settled = { ...run, id: 'r1', startedAt: at().at, devices: [{ key: 'A', step: 'confirmed' }] };
  const later = at('2026-11-24T10:00:00.000Z').at;
  const unknown = { ...run, id: 'r2', startedAt: later, devices: [{ key: 'B', step: 'unknown' }] };
  await db.put('runs', { id: 'r1', record: settled, customer: 'acme', open: 0, openDevices: [] });
  await db.put('runs', { id: 'r2', record: unknown, customer: 'acme', open: 1, openDevices: ['B'] });
  await db.put('runs', { id: 'r3', record: { broken: true }, customer: 'acme', open: 1, openDevices: ['C'] });
  db.close();
}

test('a database of version 4 keeps everything and takes saved carts', async () => {
  await versionFour();
  const before = await rawRows('runs');
  const cart = { id: 'c1', name: 'Office', lines: [{ product: 'WP480', quantity: 2 }] };
  expect(await saveCarts({ carts: [cart], imported: false }, at())).toMatchObject({ carts: [cart], unreadable: 0 });
  expect(await rawRows('runs')).toEqual(before);
  expect((await listProfiles({}, at())).profiles).toEqual([]);
});

test('a database of version 1 keeps everything and takes what is new', async () => {
  await versionOne();
  expect(await pending(at())).toMatchObject({ orders: [{ id: 'o1' }], total: 2, unreadable: 1 });
  expect((await remembered({ customer: ACME }, at())).pbxes).toMatchObject([{ name: 'Office', term: 'P1Y' }]);
  await note({ customer: ACME, signed: day('2026-11-01') }, at());
  expect((await state({ customers: [ACME] }, at())).states).toMatchObject([{ signed: '2026-11-01' }]);
});

test('a database of version 2 keeps everything and takes taught pages', async () => {
  await versionTwo();
  expect(await pending(at())).toMatchObject({ orders: [{ id: 'o1' }], total: 2, unreadable: 1 });
  expect((await state({ customers: [ACME] }, at())).states).toMatchObject([{ signed: '2026-11-01' }]);
  await save({ id: 't1', profile: POLISH }, at());
  expect((await listProfiles({}, at())).profiles).toMatchObject([{ id: 't1' }]);
});

test('a database of version 3 keeps every run as it was, and shows them in the history', async () => {
  await versionThree();
  const before = await rawRows('runs');
  expect(await history({ state: 'all', limit: 10 }, at())).toMatchObject({
    runs: [{ id: 'r2' }, { id: 'r1' }],
    total: 3,
    unreadable: 1,
  });
  const started = { r1: at().at, r2: '2026-11-24T10:00:00.000Z', r3: '' };
  expect(await rawRows('runs')).toEqual(
    before.map((row) => ({ ...row, started: started[row['id'] as keyof typeof started] })),
  );
  expect(await pending(at())).toMatchObject({ orders: [{ id: 'o1' }], total: 2, unreadable: 1 });
  await expect(add('B')).rejects.toThrow('device-in-run');
  await expect(add('C')).rejects.toThrow('device-in-run');
});

const add = (key: string) => plan({ id: 'r9', customer: ACME, devices: devices(key), url: URL_SEEN }, at());

/** Version 4 differs in its runs alone. An order as it was kept until then, one that is done, one that cannot be read. */
async function versionFour(): Promise<void> {
  await versionThree();
  const db = await openDB('wmp-companion', 4, {
    async upgrade(_made, _from, _to, tx) {
      const runs = tx.objectStore('runs');
      runs.createIndex('history', ['started', 'id', 'customer', 'open']);
      for (let cursor = await runs.openCursor(); cursor; cursor = await cursor.continue())
        await cursor.update({ ...cursor.value, started: '2026-11-23T10:00:00.000Z' });
    },
  });
  const order = { ...STAMP, contract: 'hwaas', lines: [{ product: 'WP480', quantity: 2 }], history: [], seen: SEEN };
  const done = { ...order, id: 'o3', customer: ACME, number: 'WX-3', state: 'delivered', evidence: 'listed' };
  const late = { ...order, id: 'o4', state: 'processing', evidence: 'listed', shipmentDate: '2026-11-01' };
  await db.put('orders', { id: 'o3', record: done, pending: 0, sort: '2026-11-20', number: 'WX-3', customer: 'acme' });
  await db.put('orders', { id: 'o4', record: late, pending: 1, sort: '2026-01-03' });
  db.close();
}

test('a database of version 4 keeps every order as it was, in its group, and finds it', async () => {
  await versionFour();
  const before = await rawRows('orders');
  const { groups } = await overview({ limit: 10 }, at());
  const ids = (group: keyof typeof groups) => groups[group].orders.map(({ order }) => order.id);
  expect([ids('needs-you'), ids('on-the-way'), ids('done')]).toEqual([['o1', 'o4'], [], ['o3']]);
  expect(groups['needs-you']).toMatchObject({ count: 3, unreadable: 1 });
  for (const text of ['wx-3', 'wp4', 'ACME'])
    expect((await search({ filter: { text }, skip: 0, limit: 9 }, at())).orders.map(({ order }) => order.id)).toContain(
      'o3',
    );
  const after = await rawRows('orders');
  expect(after.map(({ id, record, sort }) => ({ id, record, sort }))).toEqual(
    before.map(({ id, record, sort }) => ({ id, record, sort })),
  );
});

/** Version 5: carts that were saved, orders with what they are grouped and searched by, and PBXes of every kind. */
async function versionFive(): Promise<void> {
  await versionFour();
  const db = await openDB('wmp-companion', 5, {
    async upgrade(made, _from, _to, tx) {
      made.createObjectStore('savedCarts', { keyPath: 'id' });
      for (const name of ['stateWords', 'readings', 'reminded', 'orderParts'])
        made.createObjectStore(name, { keyPath: 'id' });
      const orders = tx.objectStore('orders');
      orders.createIndex('standing', ['phase', 'day', 'id']);
      orders.createIndex('word', 'word');
      orders.createIndex('listed', 'listed');
      for (let cursor = await orders.openCursor(); cursor; cursor = await cursor.continue())
        await cursor.update({ ...cursor.value, phase: cursor.value.pending === 1 ? 1 : 2, day: '2026-11-20', part: 0 });
      for (const id of ['o5', 'o6'])
        await orders.put({ ...(await orders.get('o4')), id, customer: id === 'o5' ? 'acme' : 'other' });
      await tx.objectStore('pbxes').put({ id: 'p2', record: { broken: true }, customer: 'acme', complete: 0 });
      const pbx = { ...STAMP, customer: ACME, term: 'P1Y', seen: SEEN };
      const dates = { p3: { expiration: '2026-12-20' }, p4: {}, p5: { expiration: '2027-02-30' } };
      for (const [id, date] of Object.entries(dates))
        await tx
          .objectStore('pbxes')
          .put({ id, record: { ...pbx, id, name: `PBX ${id}`, ...date }, customer: 'acme', complete: 1 });
    },
  });
  db.close();
}

test('a database of version 5 keeps every PBX as it was, on the day on which it expires', async () => {
  await versionFive();
  const before = await rawRows('pbxes');
  const shown = async (date?: string) => {
    const { pbxes, unreadable } = await calendarDay({ ...(date && { date: day(date) }), skip: 0, limit: 9 }, at());
    return [pbxes.map(({ id }) => id), unreadable];
  };
  expect(await shown('2026-12-20')).toEqual([['p3'], 0]);
  expect(await shown('2027-01-01')).toEqual([['p1'], 0]);
  expect((await shown())[0]).toEqual(['p4']);
  expect((await calendar({}, at())).pbxes.map(({ id }) => id)).toEqual(['p3', 'p1']);
  const expires = { p1: '2027-01-01', p2: '', p3: '2026-12-20', p4: '', p5: '' };
  expect(await rawRows('pbxes')).toEqual(
    before.map((row) => ({ ...row, expires: expires[row['id'] as keyof typeof expires] })),
  );
});

test('a database of version 5 counts the pending orders of a customer', async () => {
  await versionFive();
  const { glances } = await glance({ customers: [ACME, { key: 'nobody', name: 'Nobody' }] }, at());
  expect(glances).toMatchObject([
    { openOrders: 1, pbxes: { known: 3 }, next: { pbx: 'PBX p3' } },
    { openOrders: 0, pbxes: { known: 0 } },
  ]);
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
  globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
  await versionTwo();
  expect(await shape()).toEqual(fresh);
  globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
  await versionThree();
  expect(await shape()).toEqual(fresh);
  globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
  await versionFour();
  expect(await shape()).toEqual(fresh);
  globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
  await versionFive();
  expect(await shape()).toEqual(fresh);
  expect(DB_VERSION).toBe(6);
});
