import Papa from 'papaparse';
import { beforeEach, expect, test, vi } from 'vitest';
import { FETCHED_PART, type StandingOrder } from '../../../src/core/messages/tracker-contract.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';

const asked: [name: string, body: { ids: string[] }][] = [];
const saved: { name: string; file: Blob }[] = [];
const answers = {
  ids: [] as string[],
  came: [] as string[],
  unlisted: 0,
  changed: new Set<string>(),
  broken: new Set<string>(),
};
const AT = '2026-11-27T09:00:00.000Z';

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getMessage: (key: string, given: string[] = []) => [key, ...given].join(' '),
      getUILanguage: () => 'de',
    },
  },
}));
vi.mock('../../../src/platform/save-file.ts', () => ({
  saveFile: (name: string, file: Blob) => saved.push({ name, file }),
}));
vi.mock('../../../src/popup/orders/ask-tracker.ts', () => ({
  askTracker: async (name: string, body: { ids: string[] }) => {
    asked.push([name, body]);
    if (name === 'orders.ids') {
      const again = asked.filter(([other]) => other === name).length > 1;
      return { ids: again ? [...answers.came, ...answers.ids] : answers.ids, unlisted: answers.unlisted, at: AT };
    }
    const orders = body.ids.filter((id) => !answers.broken.has(id)).map(standing);
    return { orders, unreadable: body.ids.length - orders.length, gone: 0 };
  },
}));
const { exportOrders } = await import('../../../src/popup/orders-page/export-orders.ts');

const standing = (id: string): StandingOrder => ({
  order: {
    id,
    revision: 1,
    updatedAt: answers.changed.has(id) ? '2026-11-27T09:00:01.000Z' : '2026-11-01T08:00:00.000Z',
    updatedBy: 'page',
    number: id,
    customer: { key: 'x', name: '=1+1' },
    contract: 'hwaas',
    duration: 'P1Y',
    lines: [{ product: 'WP480', quantity: 2 }],
    total: { amountMinor: -123_450, currency: 'EUR' },
    state: id.endsWith('1') ? 'shipped' : 'processing',
    statusText: 'Wird bearbeitet',
    shipmentDate: '2026-12-01',
    evidence: 'listed',
    seen: { at: '2026-11-20T08:00:00.000Z', url: 'https://my.wildix.com/' },
    history: [],
  } as unknown as OrderRecord,
  group: 'needs-you',
  reasons: [{ code: 'order-backordered' }],
});

const SEARCH = { filter: { text: ' wp ' }, sort: { by: 'date', descending: true } } as const;
const exported = (work: Partial<Parameters<typeof exportOrders>[2]> = {}) =>
  exportOrders(SEARCH, 'csv', { signal: new AbortController().signal, onProgress: () => undefined, ...work });
const savedRows = async () => {
  const text = await saved[0]?.file.text();
  return Papa.parse<string[]>(text ?? '', { delimiter: ';' }).data;
};

beforeEach(() => {
  asked.length = 0;
  saved.length = 0;
  Object.assign(answers, {
    ids: Array.from({ length: 2 * FETCHED_PART + 3 }, (_, n) => `N${n}`),
    came: [],
    unlisted: 0,
    changed: new Set(),
    broken: new Set(),
  });
});

test('every order is in the file, in the order of the list, fetched in parts', async () => {
  const progress: number[][] = [];
  expect(await exported({ onProgress: (...now) => progress.push(now) })).toBe(
    `orders_exported_other ${answers.ids.length}`,
  );
  expect(asked[0]).toEqual(['orders.ids', { filter: { text: 'wp' }, sort: SEARCH.sort }]);
  expect(asked.slice(1, -1).map(([, { ids }]) => ids.length)).toEqual([FETCHED_PART, FETCHED_PART, 3]);
  expect(progress).toEqual([0, FETCHED_PART, 2 * FETCHED_PART].map((done) => [done, answers.ids.length]));
  const [, ...rows] = await savedRows();
  expect(rows.map(([number]) => number)).toEqual(answers.ids);
  expect(saved[0]?.name).toMatch(/^orders_export_file-\d{4}-\d\d-\d\d\.csv$/);
});

test('each column has its words, and what is not known is empty', async () => {
  answers.ids = ['N0', 'N1'];
  await exported();
  const [header = [], first = [], second = []] = await savedRows();
  expect(Object.fromEntries(header.map((words, i) => [words, first[i]]))).toEqual({
    orders_page_number: 'N0',
    orders_page_date: '',
    orders_page_reference: '',
    order_filter_customer: "'=1+1",
    history_pbx: '',
    orders_export_contract: 'orders_export_contract_hwaas',
    order_filter_term: 'term_P1Y',
    order_filter_state: 'order_state_processing',
    orders_page_word: 'Wird bearbeitet',
    orders_export_expected: '2026-12-01',
    orders_export_shipped: '',
    orders_page_total: '-1234,50',
    orders_export_currency: 'EUR',
    orders_export_currency_said: '',
    orders_export_lines: '1',
    orders_export_why: 'reason_order_backordered',
    orders_export_first: '',
    orders_export_last: '2026-11-20T08:00:00.000Z',
  });
  const shipped = Object.fromEntries(header.map((words, i) => [words, second[i]]));
  expect([shipped['orders_export_expected'], shipped['orders_export_shipped']]).toEqual(['', '2026-12-01']);
});

test('what could not be read and what was changed meanwhile is said', async () => {
  answers.unlisted = 2;
  answers.broken = new Set(['N5', 'N501']);
  answers.changed = new Set(['N7']);
  answers.came = ['N9001', 'N9002'];
  expect(await exported()).toBe(
    `orders_exported_other ${answers.ids.length - 2} orders_export_unreadable_other 4 orders_export_changed_one 1 orders_export_came_other 2`,
  );
  expect(await savedRows()).toHaveLength(answers.ids.length - 2 + 1);
});

test('one that is stopped saves nothing and asks for no more', async () => {
  const stop = new AbortController();
  const onProgress = (done: number) => done > 0 && stop.abort();
  expect(await exported({ signal: stop.signal, onProgress })).toBe('data_stopped_export');
  expect(saved).toEqual([]);
  expect(asked).toHaveLength(3);
});

test('more than a sheet holds is said before anything is fetched', async () => {
  answers.ids = Array.from({ length: 1_048_576 }, (_, n) => `N${n}`);
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  expect(await exportOrders(SEARCH, 'xlsx', work)).toBe('history_too_many 1.048.576');
  expect(asked).toHaveLength(1);
});
