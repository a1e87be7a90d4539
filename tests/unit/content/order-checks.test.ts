import { describe, expect, test } from 'vitest';
import { isStopping, orderChecks } from '../../../src/content/order-checks.ts';
import type { OrderKnowledge } from '../../../src/content/order-desk.ts';
import { cartStock, stockOf } from '../../../src/content/order-stocks.ts';
import type { ProductRow } from '../../../src/content/portal/records.ts';
import { otherContents } from '../../../src/core/cart-signature.ts';
import type { Reason } from '../../../src/core/outcome.ts';
import { reason } from '../../../src/core/rules/reasons.ts';

const ACME = { key: 'acme', name: 'Acme' };
const SEEN = { at: '2026-11-20T08:00:00.000Z', url: 'https://my.wildix.com/' };

const line = (product: string, quantity: number | undefined, stock?: number): ProductRow =>
  ({ row: {}, key: product.toLowerCase(), product, sku: undefined, stock, quantity }) as unknown as ProductRow;

const remembered = (product: string, stock: number) => ({
  key: product.toLowerCase(),
  ageDays: 4,
  record: { product, stock, seen: SEEN },
});

function known(more: Partial<OrderKnowledge> = {}): OrderKnowledge {
  const cart = [line('WP480', 12)];
  return {
    form: { customer: ACME, products: [line('WP480', 1, 3)], cart, signature: 's', durationSettable: true },
    partly: false,
    asks: { advise: { stocks: [] }, quote: undefined, products: undefined },
    address: undefined,
    printed: undefined,
    printedLines: undefined,
    unclearCurrency: undefined,
    text: '',
    doubt: undefined,
    confirming: false,
    advice: { judgement: { verdict: 'yes', reasons: [] }, stocks: [] },
    memory: { stocks: [], overdue: overdue('yes', []), invoicesSeen: undefined },
    agreement: { customer: ACME, verdict: 'yes', reasons: [] },
    recalculated: true,
    ...more,
  };
}

const overdue = (verdict: 'yes' | 'no' | 'unknown', reasons: Reason[]) => ({
  ordering: { verdict, reasons },
  daysOverdue: 0,
  step: 'none' as const,
  steps: [],
  undated: 0,
});

const states = (order: OrderKnowledge, understood = false) =>
  Object.fromEntries(orderChecks(order, understood).map(({ id, state }) => [id, state]));

describe('what to look at before Checkout', () => {
  test('a cart that cannot be read is worth a look, and no empty one', () => {
    const form = { customer: ACME, products: [], cart: undefined, signature: undefined, durationSettable: true };
    expect(states(known({ form, recalculated: undefined, doubt: 'quantity' }))).toMatchObject({ recalculated: 'look' });
    expect(states(known({ form, recalculated: undefined }))).toMatchObject({ recalculated: 'later' });
  });

  test('an order that nothing is against', () => {
    const fine = known({ address: 'Kaiserhafen 12' });
    expect(orderChecks(fine, true).every(({ state }) => state === 'ok')).toBe(true);
  });

  test('what stops is told from what WMP refuses', () => {
    const blocked = reason('overdue-orders-blocked', 'R7', { due: '2026-11-01', days: 6 });
    const order = known({
      recalculated: false,
      memory: { stocks: [], overdue: overdue('no', [blocked]), invoicesSeen: undefined },
    });
    const checks = orderChecks(order, false);
    expect(checks.filter(isStopping).map(({ id, state }) => [id, state])).toEqual([
      ['recalculated', 'stop'],
      ['overdue', 'refused'],
    ]);
  });

  test.each([
    [
      'another Duration than the PBX’s',
      reason('duration-differs', 'R2', { pbx: 'P', chosen: 'P1M', term: 'P1Y' }),
      'stop',
    ],
    ['LifeTime', reason('pbx-lifetime', 'R1', { pbx: 'P' }), 'refused'],
    ['an expired PBX', reason('pbx-expired', 'R3', { pbx: 'P', expiration: '2026-11-01' }), 'refused'],
    ['a PBX with Rental', reason('pbx-has-rental', 'R12', { pbx: 'P' }), 'stop'],
  ])('%s', (_, why, state) => {
    const advice = { judgement: { verdict: 'no' as const, reasons: [why] }, stocks: [] };
    expect(states(known({ advice }))['duration']).toBe(state);
  });

  test('what is not known never stops', () => {
    const { advice: _, memory: __, agreement: ___, ...rest } = known({ recalculated: undefined });
    const unknown = { ...rest, form: { ...rest.form, customer: undefined } };
    expect(states(unknown)).toEqual({
      duration: 'look',
      recalculated: 'look',
      overdue: 'look',
      stock: 'look',
      agreement: 'look',
      address: 'later',
    });
  });

  test('an empty cart is nothing to check yet', () => {
    const { form } = known();
    expect(states(known({ form: { ...form, cart: [] }, recalculated: false }))).toMatchObject({
      recalculated: 'later',
      stock: 'later',
    });
  });

  test('backorders count until they are understood', () => {
    expect(states(known())['stock']).toBe('look');
    expect(states(known(), true)['stock']).toBe('ok');
  });

  test('an address field that is empty, one that is not', () => {
    expect([states(known({ address: '' }))['address'], states(known({ address: 'A 1' }))['address']]).toEqual([
      'look',
      'ok',
    ]);
  });
});

describe('the stock of a cart', () => {
  test('is the page’s own, else what was seen last', () => {
    const form = {
      ...known().form,
      cart: [line('WP480', 12), line('Vision', 2), line('WP490', 1), line('Sync', undefined)],
    };
    const memory = { stocks: [remembered('Vision', -186)], overdue: undefined, invoicesSeen: undefined };
    const stock = cartStock(form, memory as never);
    expect(stock.lines.map(({ key, stock: units, remembered: old }) => [key, units, old?.ageDays])).toEqual([
      ['wp480', 3, undefined],
      ['vision', -186, 4],
    ]);
    expect(stock.summary).toEqual({ ordered: 14, availableNow: 3, backordered: 11, ahead: 186 });
    expect(stock.unknown).toBe(2);
  });

  test('that the page prints and nobody can read is not taken from memory', () => {
    const memory = { stocks: [remembered('WP480', 5)], overdue: undefined, invoicesSeen: undefined };
    expect(stockOf({ products: [line('WP480', 1)] }, memory as never, line('WP480', 1))).toBeUndefined();
  });
});

test('two carts differ by their lines, or by what both say of Duration and PBX', () => {
  const sign = (...parts: string[]) => JSON.stringify(parts);
  expect(otherContents(sign('P1Y', 'A', 'x×1'), sign('P1Y', 'A', 'x×1'))).toBe(false);
  expect(otherContents(sign('P1Y', 'A', 'x×1'), sign('P1Y', '', 'x×1'))).toBe(false);
  expect(otherContents(sign('P1Y', 'A', 'x×1'), sign('P1M', 'A', 'x×1'))).toBe(true);
  expect(otherContents(sign('P1Y', 'A', 'x×1'), sign('P1Y', 'A', 'x×2'))).toBe(true);
});
