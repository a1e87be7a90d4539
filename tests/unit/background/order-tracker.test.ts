import './setup.ts';
import { describe, expect, test } from 'vitest';
import { recentLog } from '../../../src/background/db/log.ts';
import { PART_SIZE } from '../../../src/background/db/put-orders.ts';
import { calendar } from '../../../src/background/handlers/order-calendar.ts';
import { more, overview } from '../../../src/background/handlers/order-overview.ts';
import { remove, restore } from '../../../src/background/handlers/order-removal.ts';
import { customers, search } from '../../../src/background/handlers/order-search.ts';
import { join, part } from '../../../src/background/handlers/order-twins.ts';
import { answered, asked } from '../../../src/background/handlers/orders.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { seen as pbxesSeen } from '../../../src/background/handlers/pbxes.ts';
import { setSettings } from '../../../src/background/handlers/settings.ts';
import type { OrderRow } from '../../../src/core/messages/contract.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { ACME, at, BETA, day, pending, putRaw, rawRows } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
const LATER = at('2026-11-24T09:00:00.000Z');
const row = (number: string, more: Partial<OrderRow> = {}): OrderRow => ({
  number,
  date: day('2026-11-23'),
  reference: `Ref ${number}`,
  customer: ACME,
  contract: 'hwaas',
  state: 'processing',
  statusText: 'In process',
  ...more,
});
const whole = (orders: OrderRow[], time = at(), url = URL) => seen({ orders, complete: true, list: true, url }, time);
const records = async () => (await rawRows('orders')).map(({ record }) => record as OrderRecord);
const partSizes = async () =>
  (await rawRows('orderParts')).filter(({ id }) => Number(id) >= 0).map(({ lines }) => lines);
const shown = async () => Object.fromEntries((await records()).map((one) => [one.number, one.shown]));

describe('an order that the partner deletes', () => {
  const found = async (text: string) =>
    (await search({ filter: { text }, skip: 0, limit: 9 }, at())).orders.map(({ order }) => order.number);

  test('is found no more, and is the same again once it is put back', async () => {
    await whole([row('1'), row('2', { date: undefined })]);
    const before = await rawRows('orders');
    const { removed } = await remove({ id: 'number:2' }, LATER);
    expect(removed).toMatchObject({ record: { number: '2' }, sort: at().today });
    expect([await found('ref'), await partSizes()]).toEqual([['1'], [1]]);
    if (removed === undefined) throw new Error('nothing was removed');
    await restore({ removed }, at('2026-11-30T09:00:00.000Z'));
    expect(await rawRows('orders')).toEqual(before);
    expect([(await found('ref')).toSorted(), await partSizes()]).toEqual([['1', '2'], [2]]);
  });

  test('is deleted once, and one that cannot be read never is', async () => {
    await whole([row('1'), row('2')]);
    expect((await remove({ id: 'number:1' }, at())).removed).toBeDefined();
    expect(await remove({ id: 'number:1' }, at())).toEqual({});
    const [other] = await rawRows('orders');
    await putRaw('orders', { ...other, record: 'broken' });
    await expect(remove({ id: 'number:2' }, at())).rejects.toThrow('unreadable record');
    expect(await rawRows('orders')).toHaveLength(1);
  });

  test('comes back where Orders shows it, and is not overwritten by what was deleted', async () => {
    await whole([row('1', { state: 'processing' })]);
    const { removed } = await remove({ id: 'number:1' }, at());
    await whole([row('1', { state: 'shipped', statusText: 'Shipped' })], LATER);
    if (removed === undefined) throw new Error('nothing was removed');
    await restore({ removed }, LATER);
    expect(await records()).toMatchObject([{ number: '1', state: 'shipped' }]);
  });
});

describe('a whole reading of Orders', () => {
  test('marks what it does not list as not shown any more, and takes that back', async () => {
    await whole([row('1'), row('2'), row('3')]);
    await whole([row('1'), row('3')], LATER);
    expect(await shown()).toEqual({ 1: undefined, 2: false, 3: undefined });
    expect((await records())[1]?.history).toEqual([{ at: LATER.at, field: 'shown', from: undefined, to: 'no' }]);
    await whole([row('1'), row('3')], at('2026-11-25T09:00:00.000Z'));
    expect((await records())[1]?.history).toHaveLength(1);
    await whole([row('1'), row('2'), row('3')], at('2026-11-26T09:00:00.000Z'));
    expect(await shown()).toEqual({ 1: undefined, 2: true, 3: undefined });
    expect((await records())[1]?.history.at(-1)).toMatchObject({ field: 'shown', from: 'no', to: 'yes' });
  });

  test.each<[string, Parameters<typeof seen>[0]]>([
    ['part of a list', { orders: [row('1')], complete: false, list: true, url: URL }],
    ['an order’s own page', { orders: [row('1')], complete: true, url: URL }],
    ['another portal', { orders: [row('1')], complete: true, list: true, url: 'https://wmp.example/?#!orders' }],
    [
      'rows of which one cannot be told',
      { orders: [row('1'), { contract: 'hwaas', state: 'shipped' }], complete: true, list: true, url: URL },
    ],
    ['an empty list', { orders: [], complete: true, list: true, url: URL }],
  ])('%s marks nothing', async (_what, body) => {
    await whole([row('1'), row('2')]);
    await seen(body, LATER);
    expect(Object.values(await shown()).every((one) => one === undefined)).toBe(true);
  });

  test('that lists none of those that were listed is another account’s: marks nothing, and says so', async () => {
    await whole([row('1'), row('2')]);
    await whole([row('8'), row('9')], LATER);
    expect(Object.values(await shown())).toEqual([undefined, undefined, undefined, undefined]);
    expect((await recentLog())[0]).toMatchObject({ kind: 'orders-of-another-account' });
    expect((await overview({ limit: 1 }, LATER)).reading).toMatchObject({ complete: false });
  });

  test('leaves orders that were only noted at checkout as they are', async () => {
    await asked({ id: 'o1', contract: 'hwaas', lines: [], reference: 'Mine', url: URL }, at());
    await whole([row('1')], LATER);
    expect((await records()).find(({ id }) => id === 'o1')?.shown).toBeUndefined();
  });

  test('is told with how much of it was read', async () => {
    expect((await overview({ limit: 1 }, LATER)).reading).toBeUndefined();
    await whole([row('1'), row('2')]);
    expect((await overview({ limit: 1 }, LATER)).reading).toMatchObject({
      rows: 2,
      complete: true,
      seen: { url: URL },
    });
    await seen({ orders: [row('1')], complete: false, list: true, url: URL }, LATER);
    expect((await overview({ limit: 1 }, LATER)).reading).toMatchObject({ rows: 1, complete: false });
  });
});

describe('an order that may be a listed one', () => {
  const noted = (id: string) =>
    asked(
      {
        id,
        contract: 'hwaas',
        customer: ACME,
        lines: [{ product: 'WP480', quantity: 3 }],
        reference: 'Twice',
        url: URL,
      },
      at(),
    );
  const twins = async () =>
    (await overview({ limit: 9 }, LATER)).groups['needs-you'].orders.map(({ order, twins }) => [
      order.id,
      twins.map(({ number }) => number),
    ]);

  test('of two is asked about; the same is one record with what both have', async () => {
    await noted('o1');
    await whole([
      row('1', { reference: 'Twice' }),
      row('2', { reference: 'Twice', state: 'shipped', statusText: 'Sent' }),
    ]);
    expect(await twins()).toEqual([['o1', ['1', '2']]]);
    await join({ id: 'o1', listed: 'number:2' }, LATER);
    await join({ id: 'o1', listed: 'number:2' }, LATER);
    expect(await records()).toMatchObject([
      { id: 'number:1' },
      {
        id: 'o1',
        number: '2',
        state: 'shipped',
        evidence: 'listed',
        updatedBy: 'partner',
        lines: [{ product: 'WP480' }],
      },
    ]);
    expect(await twins()).toEqual([]);
    expect((await search({ filter: {}, skip: 0, limit: 9 }, LATER)).total).toBe(2);
  });

  test('under another number than WMP confirmed is asked about, and is one from then on', async () => {
    await noted('o1');
    await answered({ id: 'o1', outcome: 'placed', number: 'A-9', url: URL }, at());
    const listing = [row('4711', { reference: 'Twice' })];
    await whole(listing);
    const [order] = (await pending(LATER)).orders.filter(({ id }) => id === 'o1');
    expect(order).toMatchObject({ number: 'A-9', evidence: 'answered' });
    expect((await search({ filter: { text: 'A-9' }, skip: 0, limit: 9 }, LATER)).orders).toMatchObject([
      { order: { id: 'o1' }, twins: [{ number: '4711' }] },
    ]);
    await join({ id: 'o1', listed: 'number:4711' }, LATER);
    await whole(listing);
    const all = await records();
    expect(all).toMatchObject([{ id: 'o1', number: '4711', evidence: 'listed', lines: [{ product: 'WP480' }] }]);
    expect(all[0]?.history).toContainEqual({ at: LATER.at, field: 'number', from: 'A-9', to: '4711' });
  });

  test('without a reference is asked about by its customer, day and total, and by nothing else', async () => {
    const total = { amountMinor: 1290, currency: 'EUR' };
    await asked({ id: 'o1', contract: 'hwaas', customer: ACME, lines: [], total, url: URL }, at());
    await whole([
      row('1', { total }),
      row('2'),
      row('3', { total: { ...total, amountMinor: 1291 } }),
      row('4', { total, customer: BETA }),
      row('5', { total, date: day('2026-11-20') }),
      row('6', { total, contract: 'capex' }),
    ]);
    expect(await twins()).toEqual([['o1', ['1', '2']]]);
    await join({ id: 'o1', listed: 'number:1' }, LATER);
    expect((await records()).find(({ id }) => id === 'o1')).toMatchObject({ number: '1', reference: 'Ref 1' });
  });

  test('another one is not asked about again', async () => {
    await noted('o1');
    await whole([row('1', { reference: 'Twice' }), row('2', { reference: 'Twice' })]);
    await part({ id: 'o1', listed: 'number:1' }, LATER);
    await part({ id: 'o1', listed: 'number:1' }, LATER);
    expect(await twins()).toEqual([['o1', ['2']]]);
    expect((await records()).find(({ id }) => id === 'o1')).toMatchObject({ revision: 2, apart: ['number:1'] });
  });
});

describe('the lists', () => {
  test('show some of each group with its count, and the rest in order, each once', async () => {
    await whole(
      Array.from({ length: 25 }, (_, i) =>
        row(
          String(i).padStart(2, '0'),
          i < 12 ? { state: 'backordered', statusText: 'Backorder' } : { shipmentDate: day(`2026-12-${i}`) },
        ),
      ),
    );
    const { groups } = await overview({ limit: 5 }, LATER);
    expect(groups['needs-you']).toMatchObject({ count: 12, next: { day: '', id: 'number:04' } });
    expect(groups['on-the-way'].count).toBe(13);
    const numbers = groups['needs-you'].orders.map(({ order }) => order.number);
    for (let next = groups['needs-you'].next; next; ) {
      const answer = await more({ group: 'needs-you', after: next, limit: 5 }, LATER);
      numbers.push(...answer.orders.map(({ order }) => order.number));
      next = answer.next;
    }
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => String(i).padStart(2, '0')));
    const last = await more({ group: 'on-the-way', after: { day: '2026-12-08', id: 'number:23' }, limit: 9 }, LATER);
    expect(last.orders.map(({ order }) => order.number)).toEqual(['24']);
  });

  test('hold done ones for two weeks, newest first', async () => {
    await whole([row('1', { state: 'shipped', statusText: 'Sent' })], at('2026-11-09T12:00:00.000Z'));
    await whole(
      [row('1', { state: 'shipped', statusText: 'Sent' }), row('2', { state: 'delivered', statusText: 'Delivered' })],
      at('2026-11-20T12:00:00.000Z'),
    );
    const done = async (time: string) =>
      (await overview({ limit: 9 }, at(time))).groups.done.orders.map(({ order }) => order.number);
    expect(await done('2026-11-23T12:00:00.000Z')).toEqual(['2', '1']);
    expect(await done('2026-11-24T12:00:00.000Z')).toEqual(['2']);
  });

  test('follow the setting for orders that stand still', async () => {
    await whole([row('1')]);
    const needy = async (time: string) => (await overview({ limit: 9 }, at(time))).groups['needs-you'].count;
    expect([await needy('2026-12-07T12:00:00.000Z'), await needy('2026-12-08T12:00:00.000Z')]).toEqual([0, 1]);
    await setSettings({ settings: { ...DEFAULT_SETTINGS, staleDays: 3 } }, LATER);
    expect([await needy('2026-11-26T12:00:00.000Z'), await needy('2026-11-27T12:00:00.000Z')]).toEqual([0, 1]);
    await setSettings({ settings: { ...DEFAULT_SETTINGS, staleDays: 0 } }, LATER);
    expect(await needy('2030-01-01T12:00:00.000Z')).toBe(0);
  });

  test('are searched and filtered as they are stored, over the bounds of a part', async () => {
    await whole(Array.from({ length: PART_SIZE + 203 }, (_, i) => row(String(i), { customer: i % 2 ? ACME : BETA })));
    expect(await partSizes()).toEqual([PART_SIZE, 203]);
    expect((await search({ filter: { text: 'beta' }, skip: 1100, limit: 9 }, LATER)).orders).toHaveLength(2);
    await seen(
      { orders: [row('701', { state: 'shipped', statusText: 'Sent' })], complete: false, list: true, url: URL },
      LATER,
    );
    expect(await search({ filter: { state: 'shipped', customer: 'acme' }, skip: 0, limit: 9 }, LATER)).toMatchObject({
      total: 1,
    });
    expect(await partSizes()).toEqual([PART_SIZE, 203]);
    expect((await customers({}, LATER)).customers).toEqual([ACME, BETA]);
  });
});

test('the calendar has expected shipments of pending orders and expirations that lie ahead', async () => {
  await whole([
    row('1', { shipmentDate: day('2026-12-01') }),
    row('2'),
    row('3', { state: 'shipped', statusText: 'Sent', shipmentDate: day('2026-11-20') }),
  ]);
  const pbxes = [
    { name: 'Old', expiration: day('2026-11-23') },
    { name: 'Office', expiration: day('2026-11-24') },
    { name: 'Undated' },
  ];
  await pbxesSeen({ customer: ACME, pbxes, complete: true, url: URL }, at());
  const answer = await calendar({}, LATER);
  expect(answer.orders.map(({ number }) => number)).toEqual(['1']);
  expect(answer.pbxes.map(({ name }) => name)).toEqual(['Office']);
  expect(answer.left).toBe(false);
});
