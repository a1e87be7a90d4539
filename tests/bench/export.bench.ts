import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer';
import readXlsxFile from 'read-excel-file/node';
import { press, type Session, waitFor, waitForText } from '../support/index.ts';
import type { BenchResult } from './rules.bench.ts';

/** What still counts as at once while one works on the page. */
const SOON_MS = 100;

/** Number, reference and total in minor units of every order, as the store has them, sorted; and how long reading them takes. */
const readStore = (page: Page): Promise<{ orders: string[]; ms: number }> =>
  page.evaluate(async () => {
    const start = performance.now();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('wmp-companion');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<{ record: Record<string, unknown> }[]>((resolve, reject) => {
      const asking = db.transaction('orders').objectStore('orders').getAll();
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
    db.close();
    const ms = performance.now() - start;
    const told = rows.map(({ record: { number, reference, total } }) => {
      const { amountMinor } = total as { amountMinor: number };
      return `${number} ${reference} ${amountMinor}`;
    });
    return { orders: told.sort(), ms };
  });

/** Number, reference and total of the rows of a file, in the places where the page writes them; totals in minor units. */
const ordersOf = (rows: readonly (readonly unknown[])[]): string[] =>
  rows
    .slice(1)
    .map((row) => `${row[0]} ${row[2]} ${Math.round(Number(row[11]) * 100)}`)
    .sort();

const READERS = {
  csv: async (bytes: Buffer) => ordersOf(Papa.parse<string[]>(bytes.toString('utf8').slice(1)).data),
  xlsx: async (bytes: Buffer) => ordersOf((await readXlsxFile(bytes))[0]?.data ?? []),
};

/** From the click until it is said that the file is written, and the longest time for which the page answered nothing. */
async function exported(page: Page, button: string, count: number): Promise<{ ms: number; heldMs: number }> {
  await page.evaluate(() => {
    const watch = { last: performance.now(), held: 0 };
    Object.assign(globalThis, { watch });
    setInterval(() => {
      const now = performance.now();
      watch.held = Math.max(watch.held, now - watch.last);
      watch.last = now;
    }, 4);
  });
  const start = performance.now();
  await press(page, button);
  await waitForText(page, `${count.toLocaleString('en')} orders exported.`, { timeout: 300_000, interval: 500 });
  const ms = performance.now() - start;
  const heldMs = await page.evaluate(() => (globalThis as unknown as { watch: { held: number } }).watch.held);
  return { ms, heldMs };
}

/** All orders as CSV and as XLSX, each compared with the store. @throws Error where a file is not equal to it. */
export async function benchExport(session: Session, count: number): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wmp-export-'));
  const results: BenchResult[] = [];
  try {
    for (const [ending, button] of [
      ['csv', 'Export as CSV'],
      ['xlsx', 'Export as Excel (XLSX)'],
    ] as const) {
      const page = await session.open(session.extensionUrl('src/popup/index.html?view=orders'));
      const client = await page.createCDPSession();
      await client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await waitForText(page, `${count.toLocaleString('en')} orders.`);
      const { orders, ms: readMs } = await readStore(page);
      const { ms, heldMs } = await exported(page, button, count);
      const name = await waitFor(() => readdirSync(folder).find((file) => file.endsWith(`.${ending}`)), {
        message: 'the file',
      });
      const written = await READERS[ending](readFileSync(join(folder, name)));
      if (orders.length !== count || written.join('\n') !== orders.join('\n'))
        throw new Error(`the ${ending} is not equal to the store: ${written.length} rows of ${orders.length}`);
      const what = `export of ${count} orders as ${ending}, complete and equal to the store`;
      results.push(
        { name: `${what} / reading the store`, oursMs: ms, referenceMs: readMs, ratio: ms / readMs },
        {
          name: `${what}: longest time for which the page answers nothing / ${SOON_MS} ms`,
          oursMs: heldMs,
          referenceMs: SOON_MS,
          ratio: heldMs / SOON_MS,
        },
      );
      await page.close();
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
