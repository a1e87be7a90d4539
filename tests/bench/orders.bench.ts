import type { Page } from 'puppeteer';
import { orderRow } from '../../src/background/db/order-row.ts';
import { PART_SIZE } from '../../src/background/db/put-orders.ts';
import type { CalendarDate, Instant } from '../../src/core/facts.ts';
import { searchLine } from '../../src/core/orders/search.ts';
import { ORDER_STATES, type OrderRecord } from '../../src/core/records/order.ts';
import { launch, type Session, waitFor } from '../support/index.ts';
import type { BenchResult } from './rules.bench.ts';

const [MANY, FEW] = [100_000, 10];
const ROUNDS = 9;
/** What still counts as at once while one types. */
const SOON_MS = 50;
/** Found nearly everywhere, often, in some hundreds, by two words, inside of words. */
const SEARCHES = ['n', 'nordhafen', 'wx-500', 'po 777', 'p48'];
const BATCH = 5 * PART_SIZE;
const NAMES = ['Nordhafen', 'Alpenblick', 'Calder', 'Bodega', 'Clinique', 'Studio', 'Van Dijk', 'Seehaus'];

function order(i: number): OrderRecord {
  const name = `${NAMES[i % NAMES.length]} ${i % 1009}`;
  const day = new Date(Date.UTC(2020, 0, 1 + (i % 2400))).toISOString();
  return {
    id: `number:WX-${i}`,
    revision: 1,
    updatedAt: day as Instant,
    updatedBy: 'page',
    customer: { key: name.toLowerCase(), name },
    pbx: `PBX ${i % 2003}`,
    contract: 'hwaas',
    duration: 'P1Y',
    number: `WX-${i}`,
    reference: `PO ${(i * 37) % 99991}`,
    date: day.slice(0, 10) as CalendarDate,
    lines: [{ product: `WP4${i % 90} G2`, quantity: 1 + (i % 40) }],
    total: { amountMinor: i * 7, currency: 'EUR' },
    state: ORDER_STATES[i % ORDER_STATES.length] ?? 'unknown',
    statusText: `Word ${ORDER_STATES[i % ORDER_STATES.length]}`,
    evidence: 'listed',
    seen: { at: day as Instant, url: 'https://my.wildix.com/?#!orders' },
    history: [],
  };
}

/** Orders as the worker stores them, written past its messages: taking in so many would take longer than the rest. */
async function fillDatabase(session: Session, count: number): Promise<void> {
  // Opening the popup makes the database.
  await (await firstPaint(session, false)).page.close();
  for (let from = 0; from < count; from += BATCH) {
    const orders = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => order(from + i));
    const rows = orders.map((one, i) => orderRow(one, 14, Math.floor((from + i) / PART_SIZE)));
    const parts = Array.from({ length: Math.ceil(orders.length / PART_SIZE) }, (_, i) => {
      const part = orders.slice(i * PART_SIZE, (i + 1) * PART_SIZE);
      const text = part.map((one) => searchLine(one, one.date ?? '')).join('\n');
      return { id: from / PART_SIZE + i, lines: part.length, text };
    });
    await session.worker(
      async (_, stored) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('wmp-companion');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const tx = db.transaction(['orders', 'orderParts'], 'readwrite');
        for (const row of stored.rows) tx.objectStore('orders').put(row);
        for (const part of stored.parts) tx.objectStore('orderParts').put(part);
        await new Promise<void>((resolve, reject) => {
          tx.oncomplete = () => resolve();
          tx.onerror = () => reject(tx.error);
        });
        db.close();
      },
      JSON.parse(JSON.stringify({ rows, parts })) as { rows: object[]; parts: object[] },
    );
  }
}

/** From the start of the popup's navigation until its first order, or its word that there is none, is painted. */
async function firstPaint(session: Session, withOrders = true): Promise<{ page: Page; ms: number }> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(
    (selector: string) => {
      new MutationObserver((_, observer) => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => Object.assign(window, { paintedAt: performance.now() })));
      }).observe(document, { childList: true, subtree: true });
    },
    withOrders ? '[data-testid="order"]' : '[data-testid="orders-empty"]',
  );
  await page.goto(session.extensionUrl('src/popup/index.html'));
  const ms = await waitFor(() => page.evaluate(() => (window as { paintedAt?: number }).paintedAt), {
    message: 'the popup to be painted',
  });
  return { page, ms };
}

/** How long the worker takes to answer a search, asked by the popup as it asks. */
const searchMs = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (wanted: string) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
    ).chrome;
    const start = performance.now();
    const body = { filter: { text: wanted }, skip: 0, limit: 20 };
    const reply = (await runtime.sendMessage({ wmpc: 1, name: 'orders.search', body })) as {
      ok: boolean;
      value?: { total: number };
    };
    const took = performance.now() - start;
    if (!reply.ok || reply.value?.total === 0) throw new Error(`nothing was found for ${wanted}`);
    return took;
  }, text);

const median = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** 100,000 orders against ten, in two browsers side by side, in turns. */
export async function benchOrders(): Promise<readonly BenchResult[]> {
  const [many, few] = [await launch(), await launch()];
  try {
    await fillDatabase(many, MANY);
    await fillDatabase(few, FEW);
    const paints: [number[], number[]] = [[], []];
    for (let round = -2; round < ROUNDS; round++)
      for (const [i, session] of [many, few].entries()) {
        const { page, ms } = await firstPaint(session);
        if (round >= 0) paints[i === 0 ? 0 : 1].push(ms);
        await page.close();
      }
    const { page } = await firstPaint(many);
    const searches: number[] = [];
    for (let round = -2; round < ROUNDS; round++)
      for (const text of SEARCHES) {
        const ms = await searchMs(page, text);
        if (round >= 0) searches.push(ms);
      }
    const [oursMs, referenceMs, searchedMs] = [median(paints[0]), median(paints[1]), median(searches)];
    return [
      {
        name: `popup's first orders painted, ${MANY} orders / ${FEW}`,
        oursMs,
        referenceMs,
        ratio: oursMs / referenceMs,
      },
      {
        name: `search in ${MANY} orders answered / ${SOON_MS} ms`,
        oursMs: searchedMs,
        referenceMs: SOON_MS,
        ratio: searchedMs / SOON_MS,
      },
    ];
  } finally {
    await Promise.all([many.close(), few.close()]);
  }
}
