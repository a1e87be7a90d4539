import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReport } from '../../src/core/page-report.ts';
import { CUSTOMER, makePbxes, PBXES } from '../pages/shared/data.ts';
import type { Kind } from '../pages/shared/kinds.ts';
import { LANGS, type Lang, type PageKnobs } from '../pages/shared/knobs.ts';
import { PAGE_WORDS } from '../pages/shared/page-words.ts';
import { CART, CUSTOMERS, INVOICES, makeOrders, PRODUCTS } from '../pages/shared/records.ts';
import { waitFor } from '../support/index.ts';
import { launchPages, listsReport, openKind, type PagesSession } from './flows/pages.ts';
import { stored } from './flows/portal.ts';
import { openAsker } from './flows/probe.ts';

/** Tables, parallel containers of virtual rows, ARIA roles. */
const KINDS: readonly Kind[] = ['datatables', 'uigrid', 'mui'];

interface Expected {
  readonly show: NonNullable<PageKnobs['show']>;
  readonly page: PageReport['page'];
  readonly grids: readonly string[];
  /** The customer, where the page is one customer's. */
  readonly customer: string | null;
  readonly actions: readonly string[];
  readonly records: (lang: Lang) => readonly unknown[];
}

const orderRecords = (count: number, lang: Lang) =>
  makeOrders(count).map(({ state, reference, ...order }) => ({
    ...order,
    reference: reference || null,
    status: state,
    statusText: PAGE_WORDS[lang].states[state],
    currency: 'EUR',
  }));
const pbxRecords = (count: number) =>
  makePbxes(count).map(({ name, term, expiration }) => ({
    name,
    term,
    ...(expiration === null ? {} : { expiration }),
  }));

const ORDERS = 10;
const PAGES: readonly Expected[] = [
  {
    show: 'pbxes',
    page: 'pbxes',
    grids: ['pbxes'],
    customer: CUSTOMER,
    actions: [],
    records: () => pbxRecords(PBXES.length),
  },
  {
    show: 'customers',
    page: 'customers',
    grids: ['customers'],
    customer: null,
    actions: [],
    records: () => CUSTOMERS.map(({ name }) => ({ customer: name })),
  },
  {
    show: 'orders',
    page: 'orders',
    grids: ['orders'],
    customer: null,
    actions: [],
    records: (lang) => orderRecords(ORDERS, lang),
  },
  {
    show: 'balance',
    page: 'account-balance',
    grids: ['invoices'],
    customer: null,
    actions: ['pay'],
    records: (lang) =>
      INVOICES.map(({ state, ...invoice }) => ({
        ...invoice,
        currency: 'EUR',
        status: state,
        statusText: PAGE_WORDS[lang].invoiceStates[state],
      })),
  },
  {
    show: 'order',
    page: 'order',
    grids: ['products', 'cart'],
    customer: CUSTOMER,
    actions: ['checkout', 'recalculate', 'save'],
    records: () => [
      ...PRODUCTS.map(({ product, sku, stock }) => ({ product, sku, stock, quantity: null })),
      ...CART.map(({ product, sku, quantity }) => ({ product, sku, stock: null, quantity })),
    ],
  },
];

/** Ways to name the customer that stay readable beside further headings. */
const TITLES = ['of', 'slash', 'crumbs'] as const;

/** Each framework draws each page in two languages; together they draw it in all six. */
const SAMPLES = KINDS.flatMap((kind, k) =>
  PAGES.flatMap((expected, p) =>
    [0, 3].map((more) => {
      const turn = k + p + more;
      const lang = LANGS[turn % LANGS.length] ?? 'en';
      const title = TITLES[turn % TITLES.length] ?? 'of';
      return { ...expected, kind, lang, title, shuffle: more === 0 && p % 2 === 0 ? undefined : 7 * turn + k };
    }),
  ),
);

let pages: PagesSession;
beforeAll(async () => {
  pages = await launchPages();
});
afterAll(() => pages?.close());

describe.each(SAMPLES)('$show drawn by $kind in $lang, shuffled by $shuffle, title $title', (sample) => {
  it('is read exactly', async () => {
    const { kind, lang, show, title, shuffle } = sample;
    const knobs = { lang, show, title, rows: ORDERS, paged: 50, ...(shuffle === undefined ? {} : { shuffle }) };
    const page = await openKind(pages, kind, knobs);
    const drawn = ({ rowsSeen }: { rowsSeen: number }) => rowsSeen > 0;
    // Lists beside one another are not told complete: what is printed of the one's length may be the other's.
    const report = await listsReport(
      pages.session,
      page,
      sample.grids.length,
      sample.grids.length > 1 ? drawn : undefined,
    );
    expect(report).toMatchObject({ page: sample.page, customer: sample.customer });
    expect(report.grids.map(({ concept }) => concept)).toEqual(sample.grids);
    expect(report.grids.flatMap(({ problems }) => problems).filter((problem) => !problem.endsWith(':missing'))).toEqual(
      [],
    );
    expect(report.records).toEqual(sample.records(lang));
    expect(Object.keys(report.actions)).toEqual(expect.arrayContaining([...sample.actions]));
    await page.close();
  });
});

describe.each(['uigrid', 'mui', 'window', 'window-sticky'] as const)('A list of more rows than %s draws', (kind) => {
  it('is given whole: orders', async () => {
    const since = now();
    const page = await openKind(pages, kind, { show: 'orders', rows: 90, paged: 100 });
    await remembered('orders', 90, since);
    const report = await listsReport(pages.session, page, 1);
    expect(report.page).toBe('orders');
    expect(report.grids).toMatchObject([{ rowsSeen: 90, rowsTotal: 90, complete: true }]);
    expect(report.records).toEqual(orderRecords(90, 'en'));
    await waitFor(async () => (await scrolledDown(page)) === 0, { message: 'the list to be put back' });
    await page.close();
  });

  it('is given whole: PBXes, two of one name', async () => {
    const since = now();
    const page = await openKind(pages, kind, { show: 'pbxes', pbxes: 40, paged: 100, lang: 'it' });
    await remembered('pbxes', 40, since);
    const report = await listsReport(pages.session, page, 1);
    expect(report.grids).toMatchObject([{ rowsSeen: 40, complete: true }]);
    expect(report.records).toEqual(pbxRecords(40));
    await page.close();
  });

  it('begins anew after the partner scrolled in the middle, and never calls a part of it complete', async () => {
    // MUI has pages of a hundred at most.
    const rows = kind === 'mui' ? 95 : 400;
    const page = await openKind(pages, kind, { show: 'orders', rows, paged: 100 });
    const asker = await openAsker(pages.session, page);
    // Slow enough to be caught in the middle.
    await page.emulateCPUThrottling(5);
    await page.reload();
    const box = await waitFor(() => listBox(page), { message: 'the list' });
    await page.mouse.move(box.x, box.y);
    await waitFor(async () => (await scrolledDown(page)) > 0, { message: 'the walk', interval: 5 });
    let wheels = 0;
    await page.mouse.wheel({ deltaY: 40 });
    await page.emulateCPUThrottling(null);
    let early: PageReport | undefined;
    void asker.report().then((report) => {
      early = report;
    });
    await waitFor(
      async () => {
        wheels += 1;
        await page.mouse.wheel({ deltaY: wheels % 2 === 0 ? -40 : 40 });
        return early !== undefined;
      },
      { message: 'a page check of the list that is being scrolled' },
    );
    expect(early?.grids).toMatchObject([{ concept: 'orders', complete: false }]);
    const at = await atRest(page);
    expect(at).toBeLessThan(500);
    const report = await waitFor(
      async () => {
        const later = await asker.report();
        return later.grids.every(({ complete }) => complete) ? later : null;
      },
      { message: 'the whole list' },
    );
    expect(report.records).toEqual(orderRecords(rows, 'en'));
    // Another walk may be on its way: the page goes on changing for a while after the wheel.
    await waitFor(async () => (await scrolledDown(page)) === at, { message: `the list to be left at ${at}` });
    await asker.close();
    await page.close();
  });
});

/**
 * That many records of a store were seen since. A tab that is not on show draws no further rows, so nothing is asked of the page
 * meanwhile.
 */
const remembered = (store: string, least: number, since: string) =>
  waitFor(
    async () => {
      const records = await stored<{ seen?: { at: string } }>(pages.session, store);
      return records.filter(({ seen }) => seen !== undefined && seen.at >= since).length >= least;
    },
    { message: `${least} in ${store}` },
  );

const now = () => new Date().toISOString();

/** How far down the list's own scroller is. */
const scrolledDown = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map(({ scrollTop }) => scrollTop)));

/** The same once it has come to rest: a wheel moves a list when it can. */
function atRest(page: Page): Promise<number> {
  const seen: number[] = [];
  return waitFor(
    async () => {
      seen.push(await scrolledDown(page));
      return seen.length > 4 && new Set(seen.slice(-4)).size === 1 ? { at: seen.at(-1) ?? 0 } : null;
    },
    { message: 'the list to stand still' },
  ).then(({ at }) => at);
}

const listBox = (page: Page) =>
  page.evaluate(() => {
    const scroller = [...document.querySelectorAll('*')].find(
      (e) => e.scrollHeight > e.clientHeight + 400 && /auto|scroll/.test(getComputedStyle(e).overflowY),
    );
    if (document.querySelector('.place')?.firstElementChild === null) return null;
    // Where nothing on the page scrolls, the page does.
    const { left, top } = (scroller ?? document.body).getBoundingClientRect();
    return { x: left + 200, y: top + 200 };
  });
