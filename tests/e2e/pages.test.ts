import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReport } from '../../src/core/page-report.ts';
import { CUSTOMER, PBXES } from '../pages/shared/data.ts';
import type { Kind } from '../pages/shared/kinds.ts';
import { LANGS, type Lang, type PageKnobs } from '../pages/shared/knobs.ts';
import { PAGE_WORDS } from '../pages/shared/page-words.ts';
import { CART, CUSTOMERS, INVOICES, makeOrders, PRODUCTS } from '../pages/shared/records.ts';
import { launchPages, listsReport, openKind, type PagesSession } from './flows/pages.ts';

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

const ORDERS = 10;
const PAGES: readonly Expected[] = [
  {
    show: 'pbxes',
    page: 'pbxes',
    grids: ['pbxes'],
    customer: CUSTOMER,
    actions: [],
    records: () =>
      PBXES.map(({ name, term, expiration }) => ({ name, term, ...(expiration === null ? {} : { expiration }) })),
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
    records: (lang) =>
      makeOrders(ORDERS).map(({ state, reference, ...order }) => ({
        ...order,
        reference: reference || null,
        status: state,
        statusText: PAGE_WORDS[lang].states[state],
        currency: 'EUR',
      })),
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

describe.each(['uigrid', 'mui'] as const)('Orders of more rows than %s draws', (kind) => {
  it('are given as far as they are drawn, and never called complete', async () => {
    const page = await openKind(pages, kind, { show: 'orders', rows: 90, paged: 100 });
    const report = await listsReport(pages.session, page, 1, (grid) => grid.rowsSeen > 0);
    const [list] = report.grids;
    expect(report.page).toBe('orders');
    expect(list?.complete).toBe(false);
    expect(list?.rowsSeen).toBeLessThan(90);
    expect(report.records).toHaveLength(list?.rowsSeen ?? 0);
    await page.close();
  });
});
