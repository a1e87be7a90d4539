import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimalOf } from '../../src/core/money/money.ts';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { fillDatabase } from '../support/many-orders.ts';
import { stored } from './flows/portal.ts';

const COUNT = 5000;
const CSV = 'Export as CSV';
const XLSX = 'Export as Excel (XLSX)';

/** What pages and partners write, and what a spreadsheet makes of it; put over orders that are stored already. */
const STRANGE: readonly Partial<OrderRecord>[] = [
  { customer: { key: 'a', name: '=HYPERLINK("https://evil.example";"x")' }, reference: '@SUM(A1)', pbx: '-1+1' },
  { customer: { key: 'b', name: 'חברת ״אלפא״, בע״מ' }, reference: '00123', pbx: 'Büro; "Nord"\nErdgeschoß' },
  { total: { amountMinor: -123_456, currency: 'CHF' }, shipmentDate: '2026-12-01' as never, state: 'processing' },
  { total: { amountMinor: 98_765, currency: 'JPY' }, shipmentDate: '2026-11-03' as never, state: 'shipped' },
  { total: { amountMinor: 10, currency: 'EUR' }, firstSeen: '2026-11-20T08:15:30.000Z' as never, contract: 'rental' },
];

let session: Session;
let page: Page;
let folder: string;

const orders = () => stored<OrderRecord>(session, 'orders');

/** Writes past the worker, as another tab may at any time; `undefined` deletes. */
const change = (id: string, record: object | undefined): Promise<void> =>
  session.worker(
    async (_, key, changes) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('wmp-companion');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const store = db.transaction('orders', 'readwrite').objectStore('orders');
      await new Promise<void>((resolve, reject) => {
        store.transaction.oncomplete = () => resolve();
        store.transaction.onerror = () => reject(store.transaction.error);
        if (changes === null) store.delete(key);
        else {
          const reading = store.get(key);
          reading.onsuccess = () => {
            const row = reading.result as { record: object };
            store.put({ ...row, record: { ...row.record, ...changes } });
          };
        }
      });
      db.close();
    },
    id,
    (record ?? null) as Record<string, unknown> | null,
  );

async function openOrders(): Promise<Page> {
  const opened = await session.browser.newPage();
  // Parts are held back while a test says so: an export can be looked at in its middle.
  await opened.evaluateOnNewDocument(() => {
    const world = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      hold?: boolean;
      release?: () => void;
    };
    const { runtime } = world.chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = async (message) => {
      if ((message as { name?: string }).name === 'orders.some' && world.hold)
        await new Promise<void>((resolve) => {
          world.release = resolve;
        });
      return send(message);
    };
  });
  await opened.setViewport({ width: 1200, height: 800 });
  const client = await opened.createCDPSession();
  await client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await opened.goto(session.extensionUrl('src/popup/index.html?view=orders'));
  await waitForText(opened, /^[\d,]+ orders?\.$/);
  return opened;
}

const set = (what: { hold: boolean }) => page.evaluate((given) => void Object.assign(globalThis, given), what);
const held = () => page.waitForFunction(() => 'release' in globalThis);
async function release(): Promise<void> {
  await set({ hold: false });
  await page.evaluate(() => (globalThis as unknown as { release(): void }).release());
}

/** In place of what was searched for. */
async function search(text: string): Promise<void> {
  const field = await page.$('input[type="search"]');
  await field?.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await field?.type(text);
}

/** What was saved; the folder is empty again after it. */
async function savedFile(ending: string): Promise<Buffer> {
  const name = await waitFor(() => readdirSync(folder).find((file) => file.endsWith(ending)), { message: ending });
  expect(name).toMatch(/^orders-\d{4}-\d\d-\d\d/);
  const bytes = readFileSync(join(folder, name));
  rmSync(join(folder, name));
  return bytes;
}

async function saved(button: string, ending: string, said: RegExp): Promise<Buffer> {
  await press(page, button);
  await waitForText(page, said, { timeout: 120_000 });
  return savedFile(ending);
}

const csvRows = (bytes: Buffer): string[][] => {
  const text = bytes.toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' }).data;
};

/** Newest first, as the page lists them. */
const asListed = (all: readonly OrderRecord[]): OrderRecord[] => {
  const keyOf = ({ date, id }: OrderRecord): string => `${date} ${id}`;
  return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
};
const isShipped = ({ state }: OrderRecord): boolean => state === 'shipped' || state === 'delivered';

/** Of each column that needs no words what the store has, as a file tells it. */
const facts = (order: OrderRecord): readonly (string | number | undefined)[] => [
  order.number,
  order.date,
  order.reference,
  order.customer?.name,
  order.pbx,
  order.statusText,
  isShipped(order) ? undefined : order.shipmentDate,
  isShipped(order) ? order.shipmentDate : undefined,
  order.total && Number(decimalOf(order.total)),
  order.total?.currency,
  order.lines.length,
  order.firstSeen,
  order.seen.at,
];
const PLACES = [0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 14, 16, 17];
const HEADER = ['Number', 'Ordered on', 'Reference', 'Customer', 'PBX'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-orders-'));
  session = await launch();
  await fillDatabase(session, COUNT);
  for (const [n, strange] of STRANGE.entries()) await change(`number:WX-${n}`, strange);
  page = await openOrders();
}, 180_000);
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe(`the list of ${COUNT} orders`, () => {
  it('is in the CSV as it is in the store, with nothing in it to calculate', async () => {
    const [header, ...rows] = csvRows(await saved(CSV, '.csv', /^5,000 orders exported\.$/));
    expect(header?.slice(0, 5)).toEqual(HEADER);
    expect(rows.flat().filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell))).toEqual([]);
    const plain = rows.map((row) => PLACES.map((place) => row[place]?.replace(/^'(?=[=+\-@])/, '')));
    const expected = asListed(await orders()).map((order) => facts(order));
    const total = PLACES.indexOf(11);
    expect(plain.map((row) => row.map((cell, n) => (n === total && cell !== '' ? Number(cell) : cell)))).toEqual(
      expected.map((row) => row.map((cell, n) => (n === total ? cell : String(cell ?? '')))),
    );
    expect(rows).toHaveLength(COUNT);
  }, 180_000);

  it('is in the workbook with numbers as numbers and dates as dates', async () => {
    const [sheet] = await readXlsxFile(await saved(XLSX, '.xlsx', /^5,000 orders exported\.$/), { trim: false });
    const [header, ...rows] = sheet?.data ?? [];
    expect(header?.slice(0, 5)).toEqual(HEADER);
    // Excel's days have no millisecond exactly.
    const told = (cell: unknown): unknown =>
      cell instanceof Date ? Math.round(cell.getTime() / 1000) : (cell ?? undefined);
    const wanted = (fact: string | number | undefined, n: number): unknown =>
      fact !== undefined && [1, 6, 7, 11, 12].includes(n) ? Math.round(Date.parse(String(fact)) / 1000) : fact;
    expect(rows.map((row) => PLACES.map((place) => told(row[place])))).toEqual(
      asListed(await orders()).map((order) => facts(order).map(wanted)),
    );
    expect(rows.filter((row) => typeof row[11] !== 'number')).toEqual([]);
    expect(rows.filter((row) => !((row[1] as unknown) instanceof Date))).toEqual([]);
  }, 180_000);

  it('searched and sorted is exported so, and nothing else', async () => {
    await search('studio');
    const expected = (await orders()).filter(({ customer }) => /studio/i.test(customer?.name ?? ''));
    await waitForText(page, new RegExp(`^${expected.length} orders\\.$`));
    await press(page, 'Customer');
    const [, ...rows] = csvRows(await saved(CSV, '.csv', new RegExp(`^${expected.length} orders exported\\.$`)));
    const keyOf = ({ customer, id }: OrderRecord): string => `${customer?.key}\t${id}`;
    const sorted = expected.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    expect(rows.map(([number]) => number)).toEqual(sorted.map(({ number }) => number));
    expect(rows.length).toBeGreaterThan(500);
    await search('');
    await press(page, 'Ordered on');
    await waitForText(page, /^5,000 orders\.$/);
  }, 180_000);

  it('tells how far it is, can be stopped, and then saves nothing', async () => {
    await set({ hold: true });
    await press(page, CSV);
    await held();
    await waitForText(page, '0 of 5,000');
    await press(page, 'Stop');
    await release();
    await waitForText(page, 'Stopped. No file was saved.');
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);

  it('says what could not be read, and what was changed or deleted meanwhile', async () => {
    await change('number:WX-77', { lines: 'none' });
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'release'));
    await set({ hold: true });
    await press(page, CSV);
    await held();
    await change('number:WX-78', undefined);
    await change('number:WX-79', { reference: 'Later', updatedAt: new Date(Date.now() + 60_000).toISOString() });
    await release();
    await waitForText(page, /^4,998 orders exported\./, { timeout: 60_000 });
    const [said] = (await textsOf(page)).filter((text) => text.startsWith('4,998 orders exported.'));
    expect(said).toContain('1 stored order could not be read. It is kept, but not in the file.');
    expect(said).toContain('1 order was deleted or joined with another one meanwhile.');
    expect(said).toContain('1 order was changed meanwhile');
    const [, ...rows] = csvRows(await savedFile('.csv'));
    expect(rows).toHaveLength(COUNT - 2);
    expect(rows.filter(([number]) => number === 'WX-77' || number === 'WX-78')).toEqual([]);
    expect(rows.find(([number]) => number === 'WX-79')?.[2]).toBe('Later');
  }, 60_000);

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});
