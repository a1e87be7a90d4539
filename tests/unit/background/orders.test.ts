import './setup.ts';
import { describe, expect, test } from 'vitest';
import { recentLog } from '../../../src/background/db/log.ts';
import { answered, asked } from '../../../src/background/handlers/orders.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import type { OrderRow } from '../../../src/core/messages/contract.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';
import { ACME, at, BETA, day, pending, putRaw, rawRows } from './setup.ts';

const URL_ORDERS = 'https://my.wildix.com/?#!orders';
const LATER = at('2026-11-24T09:00:00.000Z');

const checkout = (id: string, more: Partial<Parameters<typeof asked>[0]> = {}) =>
  asked(
    {
      id,
      customer: ACME,
      contract: 'hwaas',
      reference: 'Phones',
      lines: [{ product: 'WP480', quantity: 3, stock: -186 }],
      total: { amountMinor: 4500, currency: 'EUR' },
      url: URL_ORDERS,
      ...more,
    },
    at(),
  );

const row = (more: Partial<OrderRow> = {}): OrderRow => ({
  number: 'WX-1',
  date: day('2026-11-23'),
  reference: 'Phones',
  customer: ACME,
  contract: 'hwaas',
  state: 'processing',
  statusText: 'In process',
  ...more,
});

const reading = (orders: OrderRow[], time = LATER) => seen({ orders, complete: false, url: URL_ORDERS }, time);

const all = async (): Promise<OrderRecord[]> => (await rawRows('orders')).map((one) => one['record'] as OrderRecord);

describe('checkout', () => {
  test('is kept before its outcome is known, and a repeat changes nothing', async () => {
    const { order } = await checkout('o1');
    expect(order).toMatchObject({ id: 'o1', state: 'unknown', evidence: 'asked', date: '2026-11-23', revision: 1 });
    expect(await checkout('o1', { reference: 'other' })).toEqual({ order });
    expect(await all()).toHaveLength(1);
  });

  test('keeps stock, terms and WMP’s own words, also once Orders shows it', async () => {
    const termsAt = LATER.at;
    await checkout('o1', { termsAt });
    await answered(
      { id: 'o1', outcome: 'placed', number: 'WX-1', text: 'Order WX-1 was submitted.', url: URL_ORDERS },
      LATER,
    );
    await reading([row()]);
    expect(await all()).toMatchObject([
      {
        evidence: 'listed',
        termsAt,
        confirmation: 'Order WX-1 was submitted.',
        lines: [{ product: 'WP480', quantity: 3, stock: -186 }],
      },
    ]);
  });

  test('placed: submitted, with its number', async () => {
    await checkout('o1');
    const { order } = await answered({ id: 'o1', outcome: 'placed', number: 'WX-1', url: URL_ORDERS }, LATER);
    expect(order).toMatchObject({ state: 'submitted', evidence: 'answered', number: 'WX-1', revision: 2 });
    expect(order.history.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['state', 'unknown', 'submitted'],
      ['number', undefined, 'WX-1'],
    ]);
  });

  test.each(['refused', 'abandoned'] as const)('%s: not pending any more, and not deleted', async (outcome) => {
    await checkout('o1');
    const { order } = await answered({ id: 'o1', outcome, text: 'No credit', url: URL_ORDERS }, LATER);
    expect(order).toMatchObject({ evidence: outcome, state: 'unknown' });
    expect(order.statusText).toBeUndefined();
    expect(order.history.at(-1)?.to).toBe('No credit');
    expect((await pending(LATER)).total).toBe(0);
    expect(await all()).toHaveLength(1);
  });

  test('a late "refused" does not unmake an answered or listed order', async () => {
    await checkout('o1');
    await answered({ id: 'o1', outcome: 'placed', number: 'WX-1', url: URL_ORDERS }, LATER);
    const { order } = await answered({ id: 'o1', outcome: 'refused', url: URL_ORDERS }, LATER);
    expect(order).toMatchObject({ evidence: 'answered', revision: 2 });
  });

  test('an answer to an order that was never noted is refused', async () => {
    await expect(answered({ id: 'none', outcome: 'placed', url: URL_ORDERS }, LATER)).rejects.toMatchObject({
      reason: { code: 'record-not-found' },
    });
  });

  test('an order that Orders listed before its answer was told becomes one with it', async () => {
    await checkout('o1', { reference: undefined });
    await reading([row({ shipmentDate: day('2026-12-01') })]);
    expect(await all()).toHaveLength(2);
    const { order } = await answered({ id: 'o1', outcome: 'placed', number: 'WX-1', url: URL_ORDERS }, LATER);
    expect(order).toMatchObject({ id: 'o1', evidence: 'listed', state: 'processing', shipmentDate: '2026-12-01' });
    expect(order.lines).toHaveLength(1);
    expect(await all()).toHaveLength(1);
  });
});

describe('an Orders page', () => {
  test('adds orders that were made without the helper', async () => {
    expect(await reading([row(), row({ number: 'WX-2', state: 'delivered', statusText: 'Delivered' })])).toEqual({
      added: 2,
      updated: 0,
    });
    expect((await all()).map(({ id, evidence }) => [id, evidence])).toEqual([
      ['number:WX-1', 'listed'],
      ['number:WX-2', 'listed'],
    ]);
    expect((await pending(LATER)).orders.map(({ number }) => number)).toEqual(['WX-1']);
  });

  test('the same reading again changes "as of" and nothing else', async () => {
    await checkout('o1');
    await reading([row(), row({ number: 'WX-2', reference: undefined, total: { amountMinor: 1, currency: 'EUR' } })]);
    const before = await all();
    const again = at('2026-11-25T09:00:00.000Z');
    expect(
      await reading(
        [row(), row({ number: 'WX-2', reference: undefined, total: { currency: 'EUR', amountMinor: 1 } })],
        again,
      ),
    ).toEqual({
      added: 0,
      updated: 0,
    });
    expect(await all()).toEqual(before.map((order) => ({ ...order, seen: { at: again.at, url: URL_ORDERS } })));
  });

  test('keeps what changed', async () => {
    await reading([row()]);
    expect(await reading([row({ state: 'shipped', statusText: 'Sent' })])).toEqual({ added: 0, updated: 1 });
    const [order] = await all();
    expect(order?.history).toEqual([
      { at: LATER.at, field: 'state', from: 'processing', to: 'shipped' },
      { at: LATER.at, field: 'statusText', from: 'In process', to: 'Sent' },
    ]);
  });

  test('what it does not show stays as it was known', async () => {
    await reading([row({ shipmentDate: day('2026-12-01') })]);
    await reading([{ number: 'WX-1', contract: 'unknown', state: 'unknown' }]);
    expect((await all())[0]).toMatchObject({
      contract: 'hwaas',
      state: 'processing',
      shipmentDate: '2026-12-01',
      revision: 1,
    });
  });

  test('a status word that the vocabulary does not know makes the state unknown and is kept', async () => {
    await reading([row()]);
    await reading([row({ state: 'unknown', statusText: 'Zzz' })]);
    expect((await all())[0]).toMatchObject({ state: 'unknown', statusText: 'Zzz' });
  });

  test('read whole and empty marks nothing as gone', async () => {
    await reading([row()]);
    await seen({ orders: [], complete: true, url: URL_ORDERS }, LATER);
    expect(await all()).toHaveLength(1);
  });

  test('takes the lines of an order’s own page, but not in the place of those that were noted at checkout', async () => {
    const lines = [{ product: 'WP490', quantity: 1 }];
    await reading([row()]);
    await seen({ orders: [row({ lines, pbx: 'Office' })], complete: false, url: URL_ORDERS }, LATER);
    await reading([row()]);
    expect(await all()).toMatchObject([{ id: 'number:WX-1', lines, pbx: 'Office' }]);
    await checkout('o2', { reference: 'Own' });
    await seen({ orders: [row({ number: 'WX-2', reference: 'Own', lines })], complete: false, url: URL_ORDERS }, LATER);
    expect((await all()).find(({ id }) => id === 'o2')?.lines).toMatchObject([{ product: 'WP480', stock: -186 }]);
  });

  test('finds a noted order by its number, and keeps its id and lines', async () => {
    await checkout('o1', { reference: undefined });
    await answered({ id: 'o1', outcome: 'placed', number: 'WX-1', url: URL_ORDERS }, at());
    expect(await reading([row({ number: ' WX-1 ' })])).toEqual({ added: 0, updated: 1 });
    const [order] = await all();
    expect(order).toMatchObject({ id: 'o1', evidence: 'listed', state: 'processing', reference: 'Phones' });
    expect(order?.lines).toHaveLength(1);
  });

  test('finds one without a number by reference, date and customer, a day apart at most', async () => {
    await checkout('o1');
    await reading([row({ reference: '  PHONES', date: day('2026-11-24') })]);
    expect(await all()).toMatchObject([{ id: 'o1', number: 'WX-1', date: '2026-11-24', evidence: 'listed' }]);
  });

  test.each([
    ['another reference', { reference: 'Desks' }],
    ['no reference', { reference: undefined }],
    ['another date', { date: day('2026-11-20') }],
    ['no date', { date: undefined }],
    ['another customer', { customer: BETA }],
    ['another contract', { contract: 'capex' as const }],
  ])('leaves both with %s', async (_what, more) => {
    await checkout('o1');
    expect(await reading([row(more)])).toEqual({ added: 1, updated: 0 });
    expect((await all()).map(({ id }) => id).sort()).toEqual(['number:WX-1', 'o1']);
  });

  test('leaves all where two noted orders could be the listed one', async () => {
    await checkout('o1');
    await checkout('o2');
    expect(await reading([row()])).toEqual({ added: 1, updated: 0 });
    expect(await all()).toHaveLength(3);
    // Without a number it is one of the two: nothing to add.
    expect(await reading([row({ number: undefined })])).toEqual({ added: 0, updated: 0 });
  });

  test('leaves all where two listed orders could be the noted one', async () => {
    await checkout('o1');
    expect(await reading([row(), row({ number: 'WX-2' })])).toEqual({ added: 2, updated: 0 });
    expect((await all()).find(({ id }) => id === 'o1')?.evidence).toBe('asked');
  });

  test('a refused checkout is not the listed order', async () => {
    await checkout('o1');
    await answered({ id: 'o1', outcome: 'refused', url: URL_ORDERS }, at());
    await checkout('o2');
    await reading([row()]);
    expect((await all()).map(({ id, evidence }) => [id, evidence])).toEqual([
      ['o1', 'refused'],
      ['o2', 'listed'],
    ]);
  });

  test('one number listed twice with two states has none that could be told', async () => {
    await reading([row(), row({ state: 'shipped', statusText: 'Sent' })]);
    expect(await all()).toMatchObject([{ number: 'WX-1', state: 'unknown' }]);
    await reading([row()]);
    await reading([row(), row({ state: 'shipped', statusText: 'Sent' })]);
    expect(await all()).toMatchObject([{ state: 'processing', statusText: 'In process' }]);
  });

  test('rows without number, or without reference and date, cannot be told apart: counted in the log', async () => {
    expect(await reading([row({ number: undefined, date: undefined })])).toEqual({ added: 0, updated: 0 });
    expect((await recentLog())[0]).toMatchObject({ kind: 'orders-without-identity', text: '1' });
  });

  test('rows without a number are found again by reference, date and customer', async () => {
    await reading([row({ number: undefined })]);
    expect(await reading([row({ number: undefined })])).toEqual({ added: 0, updated: 0 });
    expect(await reading([row()])).toEqual({ added: 0, updated: 1 });
    expect(await all()).toMatchObject([{ number: 'WX-1' }]);
  });

  test('a record of its number that cannot be read is left alone, and not doubled', async () => {
    await pending(LATER);
    const broken = { id: 'x', record: { id: 'x' }, pending: 1, sort: '2026-01-01', number: 'WX-1' };
    await putRaw('orders', broken);
    expect(await reading([row()])).toEqual({ added: 0, updated: 0 });
    expect(await rawRows('orders')).toEqual([broken]);
  });
});

describe('pending', () => {
  test('those that nothing is expected of yet by when they will need the partner, undated ones last', async () => {
    await reading([
      row({ number: 'c', shipmentDate: day('2026-12-09') }),
      row({ number: 'late', shipmentDate: day('2026-11-20') }),
      row({ number: 'a', shipmentDate: day('2026-11-26') }),
      row({ number: 'later', shipmentDate: day('2026-11-01') }),
      row({ number: 'undated' }),
      row({ number: 'done', state: 'cancelled', statusText: 'Cancelled' }),
    ]);
    const { orders, total } = await pending(LATER);
    // Fifteen days after nothing changed, the undated one would.
    expect(orders.map(({ number }) => number)).toEqual(['later', 'late', 'a', 'c', 'undated']);
    expect(total).toBe(5);
  });

  test('unreadable records are counted, logged, skipped and kept', async () => {
    await reading([row()]);
    await putRaw('orders', { id: 'x', record: { total: 'much' }, pending: 1, sort: '2020-01-01', phase: 1, day: '' });
    const answer = await pending(LATER);
    expect(answer.orders.map(({ number }) => number)).toEqual(['WX-1']);
    expect(answer).toMatchObject({ unreadable: 1, total: 2 });
    expect((await recentLog())[0]).toMatchObject({ kind: 'records-unreadable', text: 'orders: 1' });
    expect(await rawRows('orders')).toHaveLength(2);
  });
});

describe('a total whose currency the partner’s setting told', () => {
  const said = { amountMinor: 4500, currency: 'USD', currencySaid: true } as const;
  const stated = { amountMinor: 4500, currency: 'USD' };

  test('gives way to the same one as WMP states it, which is no change; and does not come back', async () => {
    await reading([row({ total: said })]);
    expect(await all()).toMatchObject([{ total: said }]);
    await reading([row({ total: stated })]);
    await reading([row({ total: said })]);
    expect((await all()).map(({ total, history }) => [total, history])).toEqual([[stated, []]]);
  });

  test('is told in what changed', async () => {
    await reading([row({ total: said })]);
    await reading([row({ total: { ...said, amountMinor: 4600 } })]);
    expect((await all())[0]?.history).toMatchObject([{ field: 'total', from: '4500 USD said', to: '4600 USD said' }]);
  });
});
