import type { Page } from 'puppeteer';
import { launch, type Session, waitFor } from '../support/index.ts';
import { fillDatabase } from '../support/many-orders.ts';
import { benchExport } from './export.bench.ts';
import type { BenchResult } from './rules.bench.ts';

const [MANY, FEW] = [100_000, 10];
const ROUNDS = 9;
/** What still counts as at once while one types. */
const SOON_MS = 50;
/** Found nearly everywhere, often, in some hundreds, by two words, inside of words. */
const SEARCHES = ['n', 'nordhafen', 'wx-500', 'po 777', 'p48'];
/** From the start of the popup's navigation until its first order is painted. */
async function firstPaint(session: Session): Promise<{ page: Page; ms: number }> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-testid="order"]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { paintedAt: performance.now() })));
    }).observe(document, { childList: true, subtree: true });
  });
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

/** As another connection's write does it: the worker has to read all lines for the next search. */
const changeStamp = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('wmp-companion');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('orderParts', 'readwrite');
          tx.objectStore('orderParts').put({ id: -1, lines: 0, text: crypto.randomUUID() });
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

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
    const [searches, anew]: [number[], number[]] = [[], []];
    for (let round = -2; round < ROUNDS; round++)
      for (const text of SEARCHES) {
        const ms = await searchMs(page, text);
        if (round >= 0) searches.push(ms);
      }
    for (let round = 0; round < ROUNDS; round++)
      for (const text of SEARCHES) {
        await changeStamp(page);
        anew.push(await searchMs(page, text));
      }
    const [oursMs, referenceMs] = [median(paints[0]), median(paints[1])];
    const answered = { answered: median(searches), 'answered after a write': median(anew) };
    return [
      {
        name: `popup's first orders painted, ${MANY} orders / ${FEW}`,
        oursMs,
        referenceMs,
        ratio: oursMs / referenceMs,
      },
      ...Object.entries(answered).map(([what, ms]) => ({
        name: `search in ${MANY} orders ${what} / ${SOON_MS} ms`,
        oursMs: ms,
        referenceMs: SOON_MS,
        ratio: ms / SOON_MS,
      })),
      ...(await benchExport(many, MANY)),
    ];
  } finally {
    await Promise.all([many.close(), few.close()]);
  }
}
