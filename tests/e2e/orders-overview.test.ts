import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { today as dayHere } from '../../src/background/clock.ts';
import { pbxRow } from '../../src/background/db/rows.ts';
import { addDays, addMonths } from '../../src/core/calendar.ts';
import type { CalendarDate } from '../../src/core/facts.ts';
import type { OrderRecord } from '../../src/core/records/order.ts';
import type { PbxRecord } from '../../src/core/records/pbx.ts';
import { launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { fillDatabase, order, putRows } from '../support/many-orders.ts';

const today = dayHere();
const next = addMonths(`${today.slice(0, 7)}-15` as CalendarDate, 1);
const URL_SEEN = 'https://my.wildix.com/?#!pbxes';

/** Twelve orders: shipped ones of two products, pending ones on one day and without any, of two currencies. */
function some(i: number): OrderRecord {
  const base = { ...order(i), date: addDays(today, -40) };
  const product =
    i % 2 === 0 ? 'Schnurloses DECT-Telefonsystem mit Mehrzellenbasisstation, Ausführung Nord' : 'WP490 G2';
  const lines = [{ product, quantity: 2 }];
  if (i < 5) return { ...base, lines, state: 'shipped', shipmentDate: addDays(today, -40 + 3 * i) };
  if (i < 7) return { ...base, lines, state: 'processing', shipmentDate: next };
  if (i < 9) return { ...base, state: 'submitted' };
  if (i === 9) return { ...base, state: 'delivered', total: { amountMinor: 1201, currency: 'CHF' } };
  if (i === 10) return { ...base, state: 'cancelled' };
  return { ...base, evidence: 'refused', state: 'unknown' };
}

const pbx = (name: string, expiration?: CalendarDate): PbxRecord => ({
  id: `pbx ${name}`,
  revision: 1,
  updatedAt: '2026-01-01T10:00:00.000Z' as PbxRecord['updatedAt'],
  updatedBy: 'page',
  customer: { key: 'seehaus', name: 'Seehaus' },
  name,
  ...(expiration && { expiration }),
  seen: { at: '2026-01-01T10:00:00.000Z' as PbxRecord['updatedAt'], url: URL_SEEN },
});

async function fill(session: Session): Promise<void> {
  await fillDatabase(session, 12, some);
  await putRows(session, { pbxes: [pbxRow(pbx('Zentrale', next), true), pbxRow(pbx('Lager'), true)] });
}

async function open(session: Session, show: string, width = 1280): Promise<Page> {
  const page = await session.openPopup(`view=orders&show=${show}`);
  await page.setViewport({ width, height: 900 });
  return page;
}

const textIn = (page: Page, testId: string): Promise<string> =>
  page.$eval(`[data-testid="${testId}"]`, (element) => (element as HTMLElement).innerText).catch(() => '');
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['date']);
const rowsOf = (page: Page, testId: string): Promise<string[]> =>
  page.$$eval(`[data-testid="${testId}"] tbody tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')),
  );
/** How many pixels of the accent's colour a chart has. */
const barPixels = (page: Page, testId: string): Promise<number> =>
  page
    .$eval(`[data-testid="${testId}"] canvas`, (canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const probe = document.createElement('canvas').getContext('2d');
      const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
      if (!probe || !data) return 0;
      probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
      probe.fillRect(0, 0, 1, 1);
      const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255) count++;
      return count;
    })
    .catch(() => 0);
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('all orders on days and in charts', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());

  it('explains what is empty', async () => {
    const charts = await open(session, 'charts');
    await waitForText(charts, /nothing to draw yet\. Orders come here when you check out/);
    await charts.close();
    const calendar = await open(session, 'calendar');
    await waitForText(calendar, /No shipment is expected and no PBX expires on this day/);
    await calendar.close();
  });

  it('walks the days by keyboard and shows what the chosen one holds', async () => {
    await fill(session);
    const page = await open(session, 'calendar');
    await page.waitForSelector(`[data-date="${today}"][aria-current="date"]`);
    await page.focus(`[data-date="${today}"]`);
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => (await focused(page)) === addDays(today, 1), { message: 'the day after' });
    await page.keyboard.press('ArrowUp');
    await waitFor(async () => (await focused(page)) === addDays(today, -6), { message: 'the week before' });
    await page.keyboard.press('PageDown');
    await waitFor(async () => (await focused(page)) === addMonths(addDays(today, -6), 1), { message: 'a month on' });
    await page.keyboard.press('Home');
    const isFirst = () =>
      page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('button') === document.activeElement);
    await waitFor(isFirst, { message: 'the first day of the week' });

    await page.goto(session.extensionUrl(`src/popup/index.html?view=orders&show=calendar&date=${next}`));
    await waitFor(() => page.$('[data-testid="expiration"]'), { message: 'the day' });
    await waitFor(() => page.$(`[data-date="${next}"] .mark`), { message: 'its marks' });
    const label = await page.$eval(`[data-date="${next}"]`, (day) => day.getAttribute('aria-label'));
    expect(label).toMatch(/2 shipments expected, 1 PBX expires$/);
    expect(await textIn(page, 'day')).toMatch(/PBX expires\s+Seehaus\s+Zentrale/);
    expect(await page.$$('[data-testid="shipment"]')).toHaveLength(2);
    expect(await page.$eval('[data-testid="expiration"] a', (link) => link.getAttribute('href'))).toBe(URL_SEEN);
    await page.close();
  });

  it('lists aside what has no day, and leads to the order', async () => {
    const page = await open(session, 'calendar');
    await waitForText(page, /2 pending orders without a shipment date and 1 PBX without an expiration/);
    await page.click('[data-testid="aside"] summary');
    await waitFor(async () => (await textIn(page, 'aside')).includes('Lager'), { message: 'the undated' });
    await page.click('[data-testid="aside"] [data-testid="shipment"] a');
    await waitForText(page, /Order WX-7/);
    await page.close();
  });

  it('draws each chart with the same figures as a table', async () => {
    const page = await open(session, 'charts');
    for (const chart of ['chart-states', 'chart-waits', 'chart-recurring'])
      await waitFor(async () => (await barPixels(page, chart)) > 500, { message: `the bars of ${chart}` });
    expect(await rowsOf(page, 'chart-states')).toEqual([
      'Submitted | 2',
      'Processing | 2',
      'Shipped | 5',
      'Delivered | 1',
      'Cancelled | 1',
    ]);
    expect(await rowsOf(page, 'chart-waits')).toEqual([
      'Schnurloses DECT-Telefonsystem mit Mehrzellenbasisstation, Ausführung Nord | 6 days | 3',
      'WP490 G2 | 6 days | 2',
    ]);
    // 0, 7, … 56 minor units of a year each: per month 0, 1, 1, 2, 2, 3, 4, 4, 5.
    const month = /\| €0\.22 \| 9$/;
    expect(await rowsOf(page, 'chart-recurring')).toEqual([
      expect.stringMatching(month),
      expect.stringMatching(/\| CHF\s?1\.00 \| 1$/),
    ]);
    expect(await textIn(page, 'chart-recurring')).toMatch(
      /Estimate: .*for the whole Duration[\s\S]*Not included: 1 order\s+1: cancelled/,
    );
    expect(await textIn(page, 'chart-states')).toContain('Not included: 1 order that WMP refused');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await waitFor(async () => (await barPixels(page, 'chart-states')) > 500, { message: 'the bars in the dark' });
    await page.setViewport({ width: 360, height: 800 });
    await waitFor(async () => (await barPixels(page, 'chart-recurring')) > 200, { message: 'the narrow bars' });
    await waitFor(async () => !(await overflows(page)), { message: 'all to fit' });
    await page.close();
  });

  it('counts unreadable records instead of dropping them', async () => {
    await putRows(session, { pbxes: [{ id: 'broken', record: {}, customer: 'x', complete: 0, expires: '' }] });
    const page = await open(session, 'calendar', 360);
    await waitForText(page, /1 stored record cannot be read/);
    await waitFor(async () => !(await overflows(page)), { message: 'all to fit' });
    await page.close();
  });

  it('moves between its views', async () => {
    const page = await open(session, 'calendar');
    await press(page, 'Charts');
    await waitForText(page, 'Orders by state');
    await press(page, 'List');
    await waitFor(() => page.$('.table-box'), { message: 'the table' });
    await page.close();
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});

/** Whether the days of each week stand one to the left of the other. */
const rightToLeft = (page: Page): Promise<boolean> =>
  page.$$eval('.month tbody tr', (rows) =>
    rows.every((row) => {
      const lefts = [...row.querySelectorAll('button')].map((day) => day.getBoundingClientRect().left);
      return lefts.length === 7 && lefts.every((left, i) => i === 0 || left < (lefts[i - 1] ?? 0));
    }),
  );

it('is read from right to left, with Arabic dates, where the browser speaks Arabic', async () => {
  const session = await launch();
  try {
    await fill(session);
    const page = await session.browser.newPage();
    // Without its language packs the browser speaks English, whatever it is told.
    await page.evaluateOnNewDocument(() => {
      const { i18n } = (globalThis as unknown as { chrome: Pick<Browser, 'i18n'> }).chrome;
      const words = i18n.getMessage;
      i18n.getMessage = (name, ...more) => (name === '@@bidi_dir' ? 'rtl' : words(name, ...more));
      i18n.getUILanguage = () => 'ar-EG';
    });
    await page.goto(session.extensionUrl('src/popup/index.html?view=orders&show=calendar'));
    await page.waitForSelector(`[data-date="${today}"][aria-current="date"]`);
    expect(await rightToLeft(page)).toBe(true);
    // A Saturday.
    expect(await page.$eval('.month th', (head) => head.getAttribute('abbr'))).toBe('السبت');
    await page.focus(`[data-date="${today}"]`);
    await page.keyboard.press('ArrowLeft');
    await waitFor(async () => (await focused(page)) === addDays(today, 1), { message: 'the day after, to the left' });
    await page.goto(session.extensionUrl('src/popup/index.html?view=orders&show=charts'));
    await waitFor(async () => (await barPixels(page, 'chart-waits')) > 500, { message: 'the bars' });
    await page.setViewport({ width: 360, height: 800 });
    await waitFor(async () => !(await overflows(page)), { message: 'all to fit' });
    expect(session.problems()).toEqual([]);
  } finally {
    await session.close();
  }
});

it('answers soon where very many orders are stored', async () => {
  const session = await launch();
  try {
    await fillDatabase(session, 20_000, (i) => ({ ...order(i), shipmentDate: next }));
    const page = await open(session, `calendar&date=${next}`);
    await waitForText(page, /Show more \([\d,]+ left\)/);
    expect(await page.$$('[data-testid="shipment"]')).toHaveLength(100);
    await page.goto(session.extensionUrl('src/popup/index.html?view=orders&show=charts'));
    await waitFor(async () => (await rowsOf(page, 'chart-states')).length === 8, { message: 'all states' });
    const counts = (await rowsOf(page, 'chart-states')).map((row) => Number(row.split(' | ')[1]?.replace(',', '')));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20_000);
    expect(session.problems()).toEqual([]);
  } finally {
    await session.close();
  }
});
