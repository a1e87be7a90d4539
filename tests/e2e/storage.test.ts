import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { stored } from './flows/portal.ts';

const STAMP = { revision: 1, updatedAt: '2026-01-01T10:00:00.000Z', updatedBy: 'page' };
const SEEN = { at: STAMP.updatedAt, url: 'https://my.wildix.com/?#!orders' };
const ACME = { key: 'acme', name: 'Acme' };
const ORDER = {
  ...STAMP,
  id: 'number:A-1',
  customer: ACME,
  number: 'A-1',
  contract: 'hwaas',
  lines: [{ product: 'WP480', quantity: 2 }],
  state: 'processing',
  evidence: 'listed',
  seen: SEEN,
  history: [],
};
const PBX = {
  ...STAMP,
  id: 'acme\toffice',
  customer: ACME,
  name: 'Office',
  term: 'P1Y',
  expiration: '2030-02-20',
  seen: SEEN,
};

/** What the first version of the product made, and left behind. */
const FIRST = {
  version: 1,
  stores: [
    {
      name: 'orders',
      indexes: [
        ['pending', ['pending', 'sort']],
        ['number', 'number'],
        ['reference', 'reference'],
        ['customer', 'customer'],
      ],
    },
    { name: 'pbxes', indexes: [['customer', 'customer']] },
    { name: 'carts', indexes: [] },
    {
      name: 'runs',
      indexes: [
        ['customer', 'customer'],
        ['open', 'open'],
      ],
    },
    { name: 'log', indexes: [] },
  ],
  rows: {
    orders: [{ id: ORDER.id, record: ORDER, pending: 1, sort: '2026-01-01', number: 'A-1', customer: 'acme' }],
    pbxes: [{ id: PBX.id, record: PBX, customer: 'acme', complete: 1 }],
  },
};

let session: Session;
afterEach(() => session?.close());

/** A page of the extension's own address that asks the worker for nothing. */
async function bare(): Promise<Page> {
  const popup = await session.openPopup();
  const page = await session.browser.newPage();
  await page.goto(popup.url().replace(/src\/popup.*/, 'manifest.json'));
  await popup.close();
  return page;
}

/** The database as another version left it, in the place of what there is. With `hold`, its connection stays open and hears nothing. */
const leave = (page: Page, was: typeof FIRST, hold = false): Promise<void> =>
  page.evaluate(
    async ({ version, stores, rows }, keep) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const make = async (): Promise<IDBDatabase> => {
        await done(indexedDB.deleteDatabase('wmp-companion'));
        const opening = indexedDB.open('wmp-companion', version);
        opening.onupgradeneeded = () => {
          const db = opening.result;
          for (const { name, indexes } of stores) {
            if (name === 'log') db.createObjectStore(name, { autoIncrement: true });
            const store = name === 'log' ? undefined : db.createObjectStore(name, { keyPath: 'id' });
            for (const [index, path] of indexes) store?.createIndex(index as string, path as string | string[]);
            if (name === 'runs') store?.createIndex('openDevices', 'openDevices', { multiEntry: true });
          }
        };
        return done(opening);
      };
      let db: IDBDatabase | undefined;
      // The worker may make its own between the two.
      while (db === undefined) db = await make().catch(() => undefined);
      const tx = db.transaction(Object.keys(rows), 'readwrite');
      for (const [name, all] of Object.entries(rows)) for (const row of all) tx.objectStore(name).put(row);
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      if (keep) (globalThis as { held?: IDBDatabase }).held = db;
      else db.close();
    },
    was,
    hold,
  );

const orders = async () => (await stored<OrderRecord>(session, 'orders')).map(({ number }) => number);

describe('the database', () => {
  it('of the first version is brought to this one, and everything in it is shown and found', async () => {
    session = await launch();
    await leave(await bare(), FIRST);
    const popup = await session.openPopup();
    await waitForText(popup, 'Acme');
    const calendar = await session.openPopup('view=orders&show=calendar&date=2030-02-20');
    await waitForText(calendar, 'Office');
    const found = await session.openPopup('view=orders');
    await waitForText(found, '1 order.');
    await found.type('input[type=search]', 'wp480');
    await waitFor(async () => (await textsOf(found)).includes('A-1'), { message: 'the order by its product' });
    expect(await stored(session, 'orders')).toEqual([ORDER]);
    expect(session.problems()).toEqual([]);
  });

  it('that a page of an earlier version holds open is left as it is, and the partner told what to close', async () => {
    session = await launch();
    const older = await bare();
    await leave(older, FIRST, true);
    const popup = await session.openPopup();
    await waitForText(popup, /Another tab or window still uses an earlier version .* Nothing was written or lost/);
    const portal = await session.openPortal('orders', {});
    await waitForText(portal, /Another tab or window still uses an earlier version/);
    await older.close();
    await clickAria(portal, 'Try again', 'button');
    await waitFor(async () => (await orders()).length > 3, { message: 'Orders to be taken in' });
    expect(await orders()).toContain('A-1');
    await popup.bringToFront();
    await waitForText(popup, 'Acme');
  });

  it('of a newer version is not touched', async () => {
    session = await launch();
    const page = await bare();
    await leave(page, { ...FIRST, version: 99 });
    const popup = await session.openPopup();
    await waitForText(popup, /database is of a newer version than this Companion\. Nothing was written or lost/);
    const kept = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('wmp-companion');
          opening.onsuccess = () => {
            const { version } = opening.result;
            const all = opening.result.transaction('orders').objectStore('orders').getAll();
            all.onsuccess = () => resolve([version, all.result.length]);
          };
        }),
    );
    expect(kept).toEqual([99, 1]);
  });
});

describe('a full disk', () => {
  it('is said on the page and in the popup, and what was stored stays', async () => {
    session = await launch();
    const first = await session.openPortal('orders', {});
    await waitFor(async () => (await orders()).length > 3, { message: 'Orders to be taken in' });
    await first.close();
    const before = await stored<OrderRecord>(session, 'orders');
    const popup = await session.openPopup();
    await waitForText(popup, '100123');
    // A browser keeps no quota for an extension that may store without limit, so the disk's answer is put into the worker.
    const fill = () =>
      session.worker(() => {
        const full = (): never => {
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        };
        Object.assign(IDBObjectStore.prototype, { put: full, add: full });
      });
    await fill();
    session.portal.setOrder(100123, { status: 'shipped' });
    const page = await session.openPortal('orders', {});
    await waitForText(page, /The disk, or the room that the browser gives the Companion, is full/);
    expect(await stored<OrderRecord>(session, 'orders')).toEqual(before);
    await session.stopWorker();
    await clickAria(page, 'Try again', 'button');
    await waitFor(
      async () =>
        (await stored<OrderRecord>(session, 'orders')).find(({ number }) => number === '100123')?.state === 'shipped',
      { message: 'the order to be taken in' },
    );
    await waitFor(async () => !(await textsOf(page)).some((text) => /is full/.test(text)), {
      message: 'no word of it',
    });
    await popup.bringToFront();
    await press(popup, 'Refresh now');
    await waitForText(popup, /Orders read now: all of it/);
  });
});
