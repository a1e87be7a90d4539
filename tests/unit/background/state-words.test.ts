import './setup.ts';
import { expect, test } from 'vitest';
import { questions } from '../../../src/background/handlers/order-overview.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { forget, list, set } from '../../../src/background/handlers/state-words.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';
import { at, rawRows } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
const LATER = at('2026-11-24T09:00:00.000Z');
const reading = (...words: string[]) =>
  seen(
    {
      orders: words.map((statusText, i) => ({ number: `WX-${i}`, contract: 'hwaas', state: 'unknown', statusText })),
      complete: false,
      list: true,
      url: URL,
    },
    at(),
  );
const orders = async () => (await rawRows('orders')).map(({ record }) => record as OrderRecord);
const asked = async () => (await questions({}, LATER)).words;

test('an unknown word is shown as itself and asked about; an answer holds for all its orders, known and to come', async () => {
  await reading('Zur Abholung bereit', 'zur abholung bereit', 'Versendet');
  expect((await orders()).map(({ state, statusText }) => [state, statusText])).toEqual([
    ['unknown', 'Zur Abholung bereit'],
    ['unknown', 'zur abholung bereit'],
    ['shipped', 'Versendet'],
  ]);
  expect(await asked()).toEqual(['Zur Abholung bereit']);
  await set({ word: 'Zur Abholung bereit', state: 'shipped' }, LATER);
  expect((await orders()).map(({ state }) => state)).toEqual(['shipped', 'shipped', 'shipped']);
  expect((await orders())[0]).toMatchObject({
    statusText: 'Zur Abholung bereit',
    updatedBy: 'partner',
    history: [{ at: LATER.at, field: 'state', from: 'unknown', to: 'shipped' }],
  });
  expect(await asked()).toEqual([]);
  await reading('Zur Abholung bereit', 'In Bearbeitung', 'Versendet', 'ZUR ABHOLUNG BEREIT');
  expect((await orders()).map(({ state }) => state)).toEqual(['shipped', 'processing', 'shipped', 'shipped']);
});

test('left as it is, it is not asked about again', async () => {
  await reading('Zzz');
  await set({ word: 'Zzz', state: 'unknown' }, LATER);
  await reading('Zzz', 'ZZZ');
  expect(await asked()).toEqual([]);
  expect((await orders()).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
});

test('a word of the table may mean something else to the partner; forgotten, the table holds again', async () => {
  await reading('Versendet');
  await set({ word: 'Versendet', state: 'processing' }, LATER);
  await reading('Versendet');
  expect((await orders())[0]?.state).toBe('processing');
  expect((await list({}, LATER)).words).toEqual([{ word: 'Versendet', state: 'processing' }]);
  expect((await forget({ word: 'versendet' }, LATER)).words).toEqual([]);
  expect((await orders())[0]?.state).toBe('shipped');
});

test('the same answer again changes nothing', async () => {
  await reading('Zzz');
  await set({ word: 'Zzz', state: 'shipped' }, LATER);
  const before = [await orders(), await rawRows('stateWords')];
  await set({ word: 'Zzz', state: 'shipped' }, at('2026-11-25T09:00:00.000Z'));
  expect([await orders(), await rawRows('stateWords')]).toEqual(before);
});
