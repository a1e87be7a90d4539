import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StatedDiscount } from '../../../../src/core/rules/discount/schedule.ts';
import { EMPTY_FORM, formOf, readForm, type StatedForm } from '../../../../src/core/rules/discount/stated-form.ts';

const tier = (from: string, value: string, kind: 'percent' | 'price' = 'percent') => ({ from, value, kind });
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
    expect(readForm(formOf(schedule) ?? EMPTY_FORM, 'd1')).toEqual(schedule);
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
    ['packs of no size', { model: 'pack' }, { field: 'packSize' }],
  ])('%s is named', (_, more, fault) => {
    expect(read(more)).toEqual({ fault });
  });

  test('what the form cannot say is not offered to it', () => {
    expect(
      formOf({
        id: 'd',
        scope: { kind: 'order' },
        model: 'volume',
        per: 'term',
        tiers: [{ from: 1, percent: '5', flat: '10' }],
        source: 'settings',
      }),
    ).toBeUndefined();
  });
});
