import './setup.ts';
import { IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MOST_KEPT } from '../../../src/background/db/kept-lines.ts';
import { search } from '../../../src/background/handlers/order-search.ts';
import { join } from '../../../src/background/handlers/order-twins.ts';
import { asked } from '../../../src/background/handlers/orders.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { ACME, at, putRaw, rawRows } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
const listed = (number: string, reference: string) =>
  seen(
    {
      orders: [{ number, reference, customer: ACME, contract: 'hwaas', state: 'processing', statusText: 'In process' }],
      complete: false,
      list: true,
      url: URL,
    },
    at(),
  );
const found = async (text: string) => {
  const { orders, total } = await search({ filter: { text }, skip: 0, limit: 9 }, at());
  expect(orders).toHaveLength(total);
  return orders.map(({ order }) => order.number ?? order.id);
};

/** How often all parts were read. */
let reads = 0;
const getAll = IDBObjectStore.prototype.getAll;
beforeEach(() => {
  reads = 0;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof getAll>
  ) {
    if (this.name === 'orderParts') reads++;
    return getAll.apply(this, args);
  });
});
afterEach(() => vi.restoreAllMocks());

/** Puts another word into the lines, past the worker. */
async function overwrite(from: string, to: string): Promise<void> {
  const [part] = (await rawRows('orderParts')).filter(({ id }) => id === 0);
  await putRaw('orderParts', { ...part, text: String(part?.['text']).replaceAll(from, to) });
  reads = 0;
}

test('lines are read once for searches between which nothing is written', async () => {
  await listed('1', 'first');
  expect([await found('first'), await found('fir'), await found('nothing')]).toEqual([['1'], ['1'], []]);
  expect(reads).toBe(1);
});

test('a search sees what was written before it: added, changed, taken out', async () => {
  await listed('1', 'first');
  expect(await found('first')).toEqual(['1']);
  await listed('2', 'second');
  expect(await found('second')).toEqual(['2']);
  await listed('2', 'third');
  expect([await found('second'), await found('third')]).toEqual([[], ['2']]);
  await asked({ id: 'o1', contract: 'hwaas', customer: ACME, lines: [], reference: 'third', url: URL }, at());
  expect((await found('third')).sort()).toEqual(['2', 'o1']);
  await join({ id: 'o1', listed: 'number:2' }, at());
  expect(await found('third')).toEqual(['2']);
});

test('a write of another connection that changes the stamp is seen', async () => {
  await listed('1', 'first');
  await found('first');
  await overwrite('first', 'other');
  await putRaw('orderParts', { id: -1, lines: 0, text: 'of another connection' });
  expect([await found('first'), await found('other')]).toEqual([[], ['1']]);
  expect(reads).toBe(1);
});

test('without a stamp nothing kept is used, and nothing is kept', async () => {
  await listed('1', 'first');
  await found('first');
  await overwrite('first', 'other');
  const db = await openDB('wmp-companion');
  await db.delete('orderParts', -1);
  db.close();
  expect([await found('first'), await found('other')]).toEqual([[], ['1']]);
  await overwrite('other', 'last');
  expect(await found('last')).toEqual(['1']);
});

test('of more lines than memory should hold none are kept', async () => {
  await listed('1', 'first');
  await found('first');
  await putRaw('orderParts', { id: 1, lines: 1, text: '-'.repeat(MOST_KEPT) });
  await putRaw('orderParts', { id: -1, lines: 0, text: 'of many' });
  reads = 0;
  expect([await found('first'), await found('first')]).toEqual([['1'], ['1']]);
  expect(reads).toBe(2);
});

test('the stamp is no part: it is not searched, and the first order goes into part 0', async () => {
  await search({ filter: {}, skip: 0, limit: 9 }, at());
  await putRaw('orderParts', { id: -1, lines: 0, text: 'before' });
  await listed('1', 'first');
  await putRaw('orderParts', { id: -1, lines: 0, text: 'stamped\t2026-11-23\tnumber:1\t' });
  expect((await search({ filter: { text: 'stamped' }, skip: 0, limit: 9 }, at())).total).toBe(0);
  const [row] = await rawRows('orders');
  expect(row?.['part']).toBe(0);
});
