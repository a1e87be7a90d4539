import { describe, expect, test } from 'vitest';
import type { Money } from '../../../../src/core/facts.ts';
import { isSameOrder, type Nearness, type OrderSight, RECENT_MINUTES } from '../../../../src/core/rules/checked-out.ts';

const ACME = { key: 'acme', name: 'ACME' };
const BETA = { key: 'beta', name: 'Beta' };
const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const CART: OrderSight = { customer: ACME, pbx: 'Office', duration: 'P1Y', total: euros(4290) };

const NEAR: readonly Nearness[] = ['document', 'tab', 'elsewhere'];
const nearest = (confirmed: OrderSight, cart = CART, age = 1) =>
  NEAR.filter((near) => isSameOrder(cart, confirmed, near, age));

describe('a cart that was checked out is the order that is confirmed', () => {
  test.each<[string, OrderSight, readonly Nearness[]]>([
    ['all is named and equal', CART, NEAR],
    ['customer and total', { customer: ACME, total: euros(4290) }, NEAR],
    ['the customer alone: not beyond the tab', { customer: ACME }, ['document', 'tab']],
    ['the total alone: it may be anybody’s', { total: euros(4290) }, ['document']],
    ['nothing: the document alone tells', {}, ['document']],
    ['a PBX of another spelling', { ...CART, pbx: ' OFFICE' }, NEAR],
  ])('%s', (_, confirmed, expected) => {
    expect(nearest(confirmed)).toEqual(expected);
  });

  test.each<[string, OrderSight]>([
    ['customer', { ...CART, customer: BETA }],
    ['PBX', { ...CART, pbx: 'Warehouse' }],
    ['Duration', { ...CART, duration: 'P5Y' }],
    ['total', { ...CART, total: euros(4291) }],
    ['currency', { ...CART, total: { amountMinor: 4290, currency: 'CHF' } }],
  ])('never with another %s', (_, confirmed) => {
    expect(nearest(confirmed)).toEqual([]);
  });

  test.each<[string, OrderSight, readonly Nearness[]]>([
    [
      'with the cart’s beside it',
      { ...CART, total: euros(5105), amounts: [euros(4290), euros(815)] },
      ['document', 'tab'],
    ],
    [
      'which alone is beside it',
      { ...CART, total: euros(5105), amounts: [euros(815), euros(5105)] },
      ['document', 'tab'],
    ],
    [
      'both of which are beside it',
      { ...CART, total: euros(5605), amounts: [euros(815), euros(500), euros(5605)] },
      ['document', 'tab'],
    ],
    [
      'in three parts',
      { ...CART, total: euros(5615), amounts: [euros(815), euros(500), euros(10), euros(5615)] },
      ['document', 'tab'],
    ],
    ['that do not make it up', { ...CART, total: euros(5105), amounts: [euros(814), euros(5105)] }, []],
    [
      'of another currency’s tax',
      { ...CART, total: euros(5105), amounts: [{ amountMinor: 815, currency: 'CHF' }] },
      [],
    ],
    ['that are not printed', { ...CART, total: euros(5105), amounts: [euros(5105)] }, []],
    ['that is larger by what is taken off', { ...CART, total: euros(5105), amounts: [euros(-815)] }, []],
    ['smaller', { ...CART, total: euros(4000), amounts: [euros(4290)] }, []],
    ['of another currency', { ...CART, total: { amountMinor: 9000, currency: 'CHF' }, amounts: [euros(4290)] }, []],
    ['of another customer', { customer: BETA, total: euros(5105), amounts: [euros(4290)] }, []],
  ])('a total that tax or shipping is added to: %s', (_, confirmed, expected) => {
    expect(nearest(confirmed)).toEqual(expected);
  });

  test('a total that stood nowhere beside the cart is no proof from another tab', () => {
    expect(nearest(CART, { ...CART, total: undefined })).toEqual(['document', 'tab']);
  });

  test('only while it is recent', () => {
    expect(nearest(CART, CART, RECENT_MINUTES)).toEqual(NEAR);
    expect(nearest(CART, CART, RECENT_MINUTES + 0.1)).toEqual([]);
    expect(nearest(CART, CART, -0.1)).toEqual([]);
    expect(nearest(CART, CART, Number.NaN)).toEqual([]);
  });
});
