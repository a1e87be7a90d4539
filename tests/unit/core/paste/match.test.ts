import { describe, expect, test } from 'vitest';
import { matchProduct, sumByProduct } from '../../../../src/core/paste/match.ts';
import { parsePasted } from '../../../../src/core/paste/parse.ts';

const product = (name: string, sku?: string) => ({ key: (sku ?? name).toLowerCase(), product: name, sku });
const PRODUCTS = [
  product('WP480', 'HW-WP480'),
  product('WP480G2', 'HW-WP480G2'),
  product('W-AIR Sync Plus', 'HW-WAIR-SYNC'),
  product('FXS Gateway 4', 'HW-FXS4'),
  product('FXS Gateway', 'HW-FXS'),
];
const of = (text: string, products = PRODUCTS) => {
  const {
    state,
    product: found,
    quantity,
    candidates,
  } = matchProduct(parsePasted(text).lines[0]?.readings ?? [], products);
  return [state, found?.product, quantity, candidates.map((each) => each.product)];
};

describe('a pasted line against the products of the page', () => {
  test('by exact SKU or name, in any case', () => {
    expect(of('12 x WP480')).toEqual(['fits', 'WP480', 12, ['WP480']]);
    expect(of('hw-wp480g2\t3')).toEqual(['fits', 'WP480G2', 3, ['WP480G2']]);
    expect(of('W-AIR sync plus (2)')).toEqual(['fits', 'W-AIR Sync Plus', 2, ['W-AIR Sync Plus']]);
  });

  test('SKU and name of one product agree', () => {
    expect(of('HW-WP480\tWP480\t5')).toEqual(['fits', 'WP480', 5, ['WP480']]);
  });

  test('SKU of one and name of another are unclear', () => {
    expect(of('HW-WP480\tWP480G2\t5')).toEqual(['unclear', undefined, 5, ['WP480', 'WP480G2']]);
  });

  test('what is merely alike is offered, never taken', () => {
    expect(of('4 x WP 480 G2')).toEqual(['unclear', undefined, 4, ['WP480G2', 'WP480']]);
    expect(of('4 x W-AIR Sync')).toEqual(['unclear', undefined, 4, ['W-AIR Sync Plus']]);
  });

  test.each([
    'HW–WP480 x 4',
    'hw\u2011wp480; 4',
    'HW - WP480\t4',
    '4 x W‐AIR\u00a0 Sync\u00a0Plus',
    '4 x HW WP480',
    'W AIR Sync Plus\t4',
  ])('%s is exact, whatever a mail made of dashes and spaces', (text) => {
    expect(of(text)[0]).toBe('fits');
  });

  test('two products that a dash alone tells apart are both offered', () => {
    const twins = [product('Base-2 A'), product('Base 2-A')];
    expect(of('4 x Base 2 A', twins)).toEqual(['unclear', undefined, 4, ['Base-2 A', 'Base 2-A']]);
  });

  test('lines of one product are summed, each told', () => {
    const [a, b] = [
      { key: 'a', product: 'A' },
      { key: 'b', product: 'B' },
    ];
    expect(
      sumByProduct([
        { ...a, quantity: 12 },
        { ...b, quantity: 1 },
        { ...a, quantity: 3 },
      ]),
    ).toEqual([
      { ...a, quantity: 15, from: [12, 3] },
      { ...b, quantity: 1, from: [1] },
    ]);
  });

  test('what is not there is missing', () => {
    expect(of('4 x Coffee machine')).toEqual(['missing', undefined, 4, []]);
    expect(of('4 x W')).toEqual(['missing', undefined, 4, []]);
  });

  test('without a quantity the partner says it', () => {
    expect(of('WP480')).toEqual(['unclear', 'WP480', undefined, ['WP480']]);
  });

  test('a name that ends in a number is not read as a quantity of another product', () => {
    expect(of('FXS Gateway 4')[0]).toBe('unclear');
    expect(of('2 x FXS Gateway 4')).toEqual(['fits', 'FXS Gateway 4', 2, ['FXS Gateway 4']]);
    const only = PRODUCTS.filter(({ sku }) => sku !== 'HW-FXS');
    expect(of('FXS Gateway 4', only)).toEqual(['unclear', 'FXS Gateway 4', undefined, ['FXS Gateway 4']]);
  });

  test('two products of one name are unclear', () => {
    expect(of('2 x WP480', [...PRODUCTS, product('WP480', 'HW-OLD')])[0]).toBe('unclear');
  });
});
