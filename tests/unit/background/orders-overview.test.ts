import './setup.ts';
import { expect, test } from 'vitest';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { day as dayOf, month } from '../../../src/background/handlers/overview-calendar.ts';
import { figures } from '../../../src/background/handlers/overview-figures.ts';
import { seen as pbxesSeen } from '../../../src/background/handlers/pbxes.ts';
import { setSettings } from '../../../src/background/handlers/settings.ts';
import type { OrderRow } from '../../../src/core/messages/contract.ts';
import type { Month } from '../../../src/core/month.ts';
import { mergeFigures, NO_FIGURES } from '../../../src/core/orders/figures.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { ACME, at, BETA, day, putRaw, rawRows } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
const row = (number: string, more: Partial<OrderRow> = {}): OrderRow => ({
  number,
  date: day('2026-11-20'),
  customer: ACME,
  contract: 'hwaas',
  state: 'processing',
  statusText: 'In process',
  ...more,
});
const orders = (...rows: OrderRow[]) => seen({ orders: rows, complete: true, list: true, url: URL }, at());
const pbxes = (customer: typeof ACME, ...names: { name: string; expiration?: ReturnType<typeof day> }[]) =>
  pbxesSeen({ customer, pbxes: names, complete: true, url: URL }, at());
const december = { month: '2026-12' as Month };

test('a month has pending shipments and expirations by day; what has no day is counted aside', async () => {
  await orders(
    row('1', { shipmentDate: day('2026-12-01') }),
    row('2', { shipmentDate: day('2026-12-01') }),
    row('3', { shipmentDate: day('2027-01-01') }),
    row('4', { shipmentDate: day('2026-12-02'), state: 'shipped', statusText: 'Sent' }),
    row('5'),
  );
  await pbxes(ACME, { name: 'Office', expiration: day('2026-12-01') }, { name: 'Lab' });
  await pbxes(BETA, { name: 'Plant', expiration: day('2026-12-31') });
  expect(await month(december, at())).toEqual({
    month: '2026-12',
    today: '2026-11-23',
    days: [
      { date: '2026-12-01', shipments: 2, expirations: 1 },
      { date: '2026-12-31', shipments: 0, expirations: 1 },
    ],
    aside: { shipments: 1, expirations: 1, unreadable: 0 },
  });
  expect((await month({}, at())).month).toBe('2026-11');

  const first = await dayOf({ date: day('2026-12-01'), skip: 0, limit: 2 }, at());
  expect([first.pbxes.map(({ name }) => name), first.orders.map(({ number }) => number)]).toEqual([['Office'], ['1']]);
  const rest = await dayOf({ date: day('2026-12-01'), skip: 2, limit: 2 }, at());
  expect([rest.pbxes, rest.orders.map(({ number }) => number), rest.total]).toEqual([[], ['2'], 3]);
  const aside = await dayOf({ skip: 0, limit: 10 }, at());
  expect([aside.pbxes[0]?.name, aside.orders[0]?.number, aside.total]).toEqual(['Lab', '5', 2]);
});

test('what cannot be read is counted aside or on its day, never left out', async () => {
  await orders(row('1', { shipmentDate: day('2026-12-01') }), row('2'));
  await pbxes(ACME, { name: 'Office', expiration: day('2026-12-01') });
  const [stored] = await rawRows('orders');
  const [pbx] = await rawRows('pbxes');
  await putRaw('orders', { ...stored, record: 'broken' });
  await putRaw('orders', { ...stored, id: 'lost', record: 'broken' });
  await putRaw('pbxes', { ...pbx, id: 'broken', record: {} });
  // Of no day that there is, so it stands aside.
  await putRaw('pbxes', { ...pbx, id: 'no day', expires: '', record: { expiration: '2027-02-30' } });
  expect((await month(december, at())).aside).toEqual({ shipments: 1, expirations: 0, unreadable: 3 });
  expect(await dayOf({ date: day('2026-12-01'), skip: 0, limit: 10 }, at())).toMatchObject({
    unreadable: 2,
    orders: [],
  });
  expect(await dayOf({ skip: 0, limit: 10 }, at())).toMatchObject({ unreadable: 2, total: 1 });
});

test('an order that was never placed stands on no day, and is not counted as unreadable either', async () => {
  await orders(row('1', { shipmentDate: day('2026-12-01') }), row('2', { shipmentDate: day('2026-12-01') }));
  const two = (await rawRows('orders')).find(({ id }) => id === 'number:2');
  await putRaw('orders', { ...two, phase: 0, pending: 0 });
  expect(await month(december, at())).toMatchObject({
    days: [{ date: '2026-12-01', shipments: 1 }],
    aside: { unreadable: 0 },
  });
  expect(
    (await dayOf({ date: day('2026-12-01'), skip: 0, limit: 10 }, at())).orders.map(({ number }) => number),
  ).toEqual(['1']);
});

test('figures come in parts that make the whole, and count what cannot be read', async () => {
  const total = { amountMinor: 1200, currency: 'EUR' };
  await orders(...['1', '2', '3', '4', '5'].map((number) => row(number, { total })));
  await putRaw('orders', { ...(await rawRows('orders'))[0], record: 7 });
  const parts = [];
  let next: string | undefined;
  do {
    const answer = await figures({ limit: 2, ...(next !== undefined && { after: next }) }, at());
    parts.push(answer.figures);
    next = answer.next;
  } while (next !== undefined);
  expect(parts).toHaveLength(3);
  const whole = (await figures({ limit: 100 }, at())).figures;
  expect(mergeFigures([NO_FIGURES, ...parts])).toEqual(whole);
  expect(whole).toMatchObject({ orders: 4, unreadable: 1, states: [{ of: 'processing', count: 4 }] });
});

test('what a total covers is the setting’s', async () => {
  await setSettings({ settings: { ...DEFAULT_SETTINGS, pagePrice: 'month' } }, at());
  expect((await figures({ limit: 1 }, at())).covers).toBe('month');
});
