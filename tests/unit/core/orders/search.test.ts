import { expect, test } from 'vitest';
import type { Instant } from '../../../../src/core/facts.ts';
import { newestFirst, searchLine, searchPart, withLines } from '../../../../src/core/orders/search.ts';
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
const found = (filter: Parameters<typeof searchPart>[1]) => searchPart(PART, filter).map(({ id }) => id);

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
  ['', ['a', 'b']],
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
  expect(searchPart(changed, { state: 'delivered' }).map(({ id }) => id)).toEqual(['a']);
  expect(searchPart(changed, { state: 'processing' })).toEqual([]);
  expect(searchPart(withLines(PART, new Map([['a', undefined]])), {}).map(({ id }) => id)).toEqual(['b']);
  expect(withLines('', new Map([['a', undefined]]))).toBe('');
});

test('newest first', () => {
  expect(
    searchPart(PART, {})
      .sort(newestFirst)
      .map(({ id }) => id),
  ).toEqual(['b', 'a']);
});
