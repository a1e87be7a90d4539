import { expect, test } from 'vitest';
import type { CalendarDate, Instant } from '../../../../src/core/facts.ts';
import { type OrderFilter, searchLine, searchParts, withLines } from '../../../../src/core/orders/search.ts';
import type { OrderRecord } from '../../../../src/core/records/order.ts';

const order = (id: string, more: Partial<OrderRecord> = {}): OrderRecord => ({
  id,
  revision: 1,
  updatedAt: '2026-11-10T09:00:00.000Z' as Instant,
  updatedBy: 'page',
  contract: 'hwaas',
  lines: [],
  state: 'processing',
  evidence: 'listed',
  seen: { at: '2026-11-23T09:00:00.000Z' as Instant, url: 'https://my.wildix.com/' },
  history: [],
  ...more,
});

const A = order('a', {
  customer: { key: 'müller & söhne', name: 'Müller & Söhne' },
  reference: 'PO-4711 Lager',
  number: 'WX-200123',
  pbx: 'Zentrale Nord',
  duration: 'P1Y',
  lines: [{ product: 'WP480 G2', sku: 'HW-480', quantity: 3 }],
});
const B = order('b', {
  customer: { key: 'acme', name: 'ACME' },
  state: 'shipped',
  reference: 'processing\tstate:shipped\t',
});
const PART = [searchLine(A, '2026-11-01'), searchLine(B, '2026-11-02')].join('\n');
const idsIn = (part: string, filter: OrderFilter) => searchParts([part], filter, 9).hits.map(({ id }) => id);
const found = (filter: OrderFilter) => idsIn(PART, filter);

test.each([
  ['muller', ['a']],
  ['SÖHNE', ['a']],
  ['4711', ['a']],
  ['po-4711', ['a']],
  ['200123', ['a']],
  ['hw-480', ['a']],
  ['wp480 zentrale', ['a']],
  ['zentrale wp480', ['a']],
  ['wp480 acme', []],
  ['acme', ['b']],
  ['', ['b', 'a']],
  ['2026-11-01', []],
  ['customer:acme', []],
])('%s', (text, ids) => {
  expect(found({ text })).toEqual(ids);
});

test('filters are held against their fields, never against what is printed', () => {
  expect(found({ state: 'shipped' })).toEqual(['b']);
  expect(found({ state: 'processing' })).toEqual(['a']);
  expect(found({ term: 'P1Y' })).toEqual(['a']);
  expect(found({ customer: 'acme' })).toEqual(['b']);
  expect(found({ customer: 'acm' })).toEqual([]);
  expect(found({ customer: 'acme', state: 'processing' })).toEqual([]);
  expect(found({ text: 'acme', state: 'shipped' })).toEqual(['b']);
});

test('a line is put in the place of the former one, or taken out', () => {
  const changed = withLines(PART, new Map([['a', searchLine({ ...A, state: 'delivered' }, '2026-11-01')]]));
  expect(idsIn(changed, { state: 'delivered' })).toEqual(['a']);
  expect(idsIn(changed, { state: 'processing' })).toEqual([]);
  expect(idsIn(withLines(PART, new Map([['a', undefined]])), {})).toEqual(['b']);
  expect(withLines('', new Map([['a', undefined]]))).toBe('');
});

test('the newest of many, over several parts, with the count of all', () => {
  const line = (i: number) => searchLine(order(`o${i}`, { number: `WX-${i}` }), `20${10 + ((i * 7) % 40)}-01-01`);
  const parts = [0, 1, 2, 3].map((part) => Array.from({ length: 25 }, (_, i) => line(part * 25 + i)).join('\n'));
  const all = searchParts(parts, { text: 'wx-' }, 1000);
  expect(all).toMatchObject({ total: 100, hits: { length: 100 } });
  expect(all.hits.map(({ sort }) => sort)).toEqual(
    all.hits
      .map(({ sort }) => sort)
      .sort()
      .reverse(),
  );
  for (const most of [1, 3, 10, 60])
    expect(searchParts(parts, { text: 'wx-' }, most)).toEqual({ total: 100, hits: all.hits.slice(0, most) });
});

test.each([
  ['date', ['a', 'b']],
  ['state', ['a', 'b']],
  ['customer', ['b', 'a']],
  ['shipment', ['b', 'a']],
] as const)('sorted by %s, both ways', (by, ids) => {
  const part = [
    searchLine({ ...A, shipmentDate: '2026-12-01' as CalendarDate }, '2026-11-01'),
    searchLine(B, '2026-11-02'),
  ];
  const sorted = (descending: boolean) =>
    searchParts([part.join('\n')], {}, 9, { by, descending }).hits.map(({ id }) => id);
  expect(sorted(false)).toEqual(ids);
  expect(sorted(true)).toEqual(ids.toReversed());
});
