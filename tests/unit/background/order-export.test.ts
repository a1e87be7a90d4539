import './setup.ts';
import { expect, test } from 'vitest';
import { ids, some } from '../../../src/background/handlers/order-export.ts';
import { search } from '../../../src/background/handlers/order-search.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import type { OrderRow } from '../../../src/core/messages/contract.ts';
import { ACME, at, BETA, day, putRaw, rawRows } from './setup.ts';

const LATER = at('2026-12-24T09:00:00.000Z');
const row = (n: number): OrderRow => ({
  number: `N${n}`,
  date: day(`2026-10-${String(1 + (n % 28)).padStart(2, '0')}`),
  reference: `Ref ${n % 7}`,
  customer: n % 3 === 0 ? BETA : ACME,
  contract: 'hwaas',
  state: n % 2 === 0 ? 'processing' : 'shipped',
  statusText: n % 2 === 0 ? 'In process' : 'Sent',
});
const take = (count: number) =>
  seen(
    {
      orders: Array.from({ length: count }, (_, n) => row(n)),
      complete: true,
      list: true,
      url: 'https://my.wildix.com/?#!orders',
    },
    at(),
  );
const newest = { by: 'date', descending: true } as const;

test.each([
  [{}, newest],
  [{ text: 'ref 3' }, { by: 'customer', descending: false }],
  [
    { state: 'shipped', customer: BETA.key },
    { by: 'state', descending: true },
  ],
] as const)('all that %j finds by %j, in the order in which the list shows them', async (filter, sort) => {
  await take(240);
  const found = await ids({ filter, sort }, LATER);
  const shown: string[] = [];
  for (let skip = 0, total = 1; skip < total; skip += 100) {
    const part = await search({ filter, sort, skip, limit: 100 }, LATER);
    shown.push(...part.orders.map(({ order }) => order.id));
    total = part.total;
  }
  expect(shown.length).toBeGreaterThan(30);
  expect(found).toEqual({ ids: shown, unlisted: 0, at: LATER.at });
});

test('orders by their ids, as they stand today, in the order that is asked for', async () => {
  await take(3);
  const { orders, unreadable, gone } = await some({ ids: ['number:N2', 'number:N0', 'number:N1'] }, LATER);
  expect(orders.map(({ order, group }) => [order.number, group])).toEqual([
    ['N2', 'needs-you'],
    ['N0', 'needs-you'],
    ['N1', 'done'],
  ]);
  expect(orders[0]?.reasons).toEqual([{ code: 'order-unchanged', params: { days: 31 } }]);
  expect([unreadable, gone]).toEqual([0, 0]);
});

test('one that cannot be read, or is not there any more, is counted and holds nothing up', async () => {
  await take(3);
  const [first] = await rawRows('orders');
  await putRaw('orders', { ...first, record: { id: 'number:N0', lines: 'none' } });
  expect(await some({ ids: ['number:N0', 'number:N7', 'number:N1'] }, LATER)).toMatchObject({
    orders: [{ order: { number: 'N1' } }],
    unreadable: 1,
    gone: 1,
  });
});

test('one that no search finds, since it could never be read, is told', async () => {
  await take(3);
  const [first] = await rawRows('orders');
  await putRaw('orders', { ...first, id: 'old', record: 7 });
  expect(await ids({ filter: {}, sort: newest }, LATER)).toMatchObject({ unlisted: 1, ids: { length: 3 } });
});
