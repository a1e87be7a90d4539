import { expect, test } from 'vitest';
import { periodOf } from '../../../src/content/portal/unit-prices.ts';

test.each([
  ['Price', 'P1Y', 'term'],
  ['Price (EUR)', 'P5Y', 'term'],
  ['Price (per month)', 'P1Y', 'month'],
  ['Preis (mtl., pro Monat)', 'P5Y', 'month'],
  ['Prix (mensuel)', 'P1Y', 'month'],
  ['Precio (al mes)', 'P1M', 'month'],
  ['Prijs (/maand)', 'P1Y', 'month'],
  ['Preis (jährlich)', 'P1Y', 'term'],
  ['Price (per year)', 'P5Y', undefined],
  ['Precio (por año)', 'P1M', undefined],
] as const)('%s at %s covers %s', (header, duration, period) => {
  expect(periodOf(header, duration, 'term')).toBe(period);
});

test('a header that names no period leaves it to the partner’s setting', () => {
  expect(periodOf('Price', 'P1Y', 'month')).toBe('month');
});
