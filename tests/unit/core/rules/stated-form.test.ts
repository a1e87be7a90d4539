import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { effectAt } from '../../../../src/core/rules/discount/effect.ts';
import { StatedDiscount } from '../../../../src/core/rules/discount/schedule.ts';
import { EMPTY_FORM, formOf, readForm, type StatedForm } from '../../../../src/core/rules/discount/stated-form.ts';

const tier = (from: string, value: string, kind: 'percent' | 'price' = 'percent', flat = '') => ({
  from,
  value,
  kind,
  flat,
});
const form = (more: Partial<StatedForm>): StatedForm => ({
  ...EMPTY_FORM,
  name: 'HW-WP480G2',
  tiers: [tier('10', '5')],
  ...more,
});
const read = (more: Partial<StatedForm>) => readForm(form(more), 'd1');

describe('a discount as it is typed', () => {
  test.each<[string, Partial<StatedForm>, object]>([
    [
      'a percentage',
      { tiers: [tier('10', '5'), tier('25', '12,5')] },
      {
        tiers: [
          { from: 10, percent: '5' },
          { from: 25, percent: '12.5' },
        ],
      },
    ],
    [
      'a price in its currency',
      { currency: ' chf', tiers: [tier('10', '39.90', 'price')] },
      { currency: 'CHF', tiers: [{ from: 10, price: '39.9' }] },
    ],
    [
      'an amount on top, once',
      { tiers: [tier('10', '5', 'percent', ' 12,50 '), tier('25', '39.90', 'price', '0')] },
      {
        currency: 'EUR',
        tiers: [
          { from: 10, percent: '5', flat: '12.5' },
          { from: 25, price: '39.9' },
        ],
      },
    ],
    ['of the whole order', { scope: 'order', name: '' }, { scope: { kind: 'order' } }],
    [
      'of a category, at one Duration',
      { scope: 'category', name: ' Phones ', duration: 'P1Y' },
      { scope: { kind: 'category', category: 'Phones' }, duration: 'P1Y' },
    ],
    [
      'in packs, each at a price',
      { model: 'pack', packSize: '10', tiers: [tier('1', '400')] },
      { model: 'pack', packSize: 10, tiers: [{ from: 1, price: '400' }] },
    ],
  ])('%s', (_, more, expected) => {
    const schedule = read(more);
    expect(schedule).toMatchObject(expected);
    expect(v.is(StatedDiscount, schedule)).toBe(true);
    if ('fault' in schedule) throw new Error('a fault');
    expect(readForm(formOf(schedule), 'd1')).toEqual(schedule);
  });

  test.each<[string, Partial<StatedForm>, object]>([
    ['no product', { name: ' ' }, { field: 'name' }],
    ['no units', { tiers: [tier('', '5')] }, { field: 'from', row: 0 }],
    ['units with a fraction', { tiers: [tier('10.5', '5')] }, { field: 'from', row: 0 }],
    ['tiers that fall', { tiers: [tier('10', '5'), tier('10', '6')] }, { field: 'rising', row: 1 }],
    ['more than all of it', { tiers: [tier('10', '101')] }, { field: 'value', row: 0 }],
    ['a number that could be two', { tiers: [tier('10', '1.234', 'price')] }, { field: 'value', row: 0 }],
    ['no number', { tiers: [tier('10', 'five')] }, { field: 'value', row: 0 }],
    ['a price without a currency', { currency: '€', tiers: [tier('10', '5', 'price')] }, { field: 'currency' }],
    ['an amount on top that could be two', { tiers: [tier('10', '5', 'price', '1.234')] }, { field: 'flat', row: 0 }],
    [
      'an amount on top without a currency',
      { currency: '', tiers: [tier('10', '5', 'percent', '1')] },
      { field: 'currency' },
    ],
    ['packs of no size', { model: 'pack' }, { field: 'packSize' }],
  ])('%s is named', (_, more, fault) => {
    expect(read(more)).toEqual({ fault });
  });

  test('one that was kept before the form knew of it is typed as it is', () => {
    const tiers = [{ from: 1, flat: '10' }];
    const form = formOf({
      id: 'd',
      scope: { kind: 'order' },
      model: 'volume',
      per: 'month',
      tiers,
      source: 'settings',
    });
    expect(form.tiers).toEqual([tier('1', '0', 'percent', '10')]);
  });
});

/** What all units cost by a discount as it is typed, in the currency's decimals; the list price is of no matter. */
function costs(model: 'volume' | 'graduated', tiers: StatedForm['tiers'], units: number): number {
  const schedule = read({ model, tiers });
  if ('fault' in schedule) throw new Error('a fault');
  const { factor, amount } = effectAt(schedule, units);
  expect(factor.n).toBe(0n);
  return Number((amount.n * BigInt(units) * 100n) / amount.d) / 100;
}

/** Figures of the field's billing systems: at a break the total may fall. */
describe('prices with an amount on top', () => {
  const VOLUME = [tier('1', '2.00', 'price', '10'), tier('101', '1,00', 'price'), tier('201', '0.50', 'price', '50')];
  test.each([
    [100, 210],
    [101, 101],
    [200, 200],
    [210, 155],
    [300, 200],
  ])('by volume, %i units cost %d', (units, cost) => expect(costs('volume', VOLUME, units)).toBe(cost));

  const GRADUATED = [tier('1', '10', 'price', '2'), tier('11', '5', 'price', '3'), tier('21', '5', 'price', '3')];
  test.each([
    [10, 102],
    [11, 110],
    [12, 115],
    [21, 163],
  ])('graduated, %i units cost %d', (units, cost) => expect(costs('graduated', GRADUATED, units)).toBe(cost));
});
