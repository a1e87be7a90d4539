import { describe, expect, test } from 'vitest';
import { pricedPer } from '../../../src/core/price-list/understand/per-period.ts';
import { importCsv, prices, reasons, rejections, uses } from './fixture.ts';

describe('a price that says its period itself', () => {
  test.each([
    ['EUR 3.10 / month', 'EUR 3.10', 'month'],
    ['3,10 € / Monat', '3,10 €', 'month'],
    ['3,10 €/mese', '3,10 €', 'month'],
    ['3,10 EUR par mois', '3,10 EUR', 'month'],
    ['€ 3,10 per maand', '€ 3,10', 'month'],
    ['3,10 € al mes', '3,10 €', 'month'],
    ['$3.10 monthly', '$3.10', 'month'],
    ['CHF 12.– / Monat', 'CHF 12.–', 'month'],
    ['(3.10) per month', '(3.10)', 'month'],
    ['37.20 EUR / year', '37.20 EUR', 'year'],
    ["37,20 € all'anno", '37,20 €', 'year'],
    ['37,20 € pro Jahr', '37,20 €', 'year'],
  ])('%s', (text, amount, per) => expect(pricedPer(text)).toEqual({ amount, per }));

  test.each([
    '3.10',
    '3.10 EUR',
    '3.10 / piece',
    '3.10 per user',
    '3.10 month',
    '99 / 3 months',
    '12 pcs / month',
    '1 year',
    '',
  ])('but not in %j', (text) => expect(pricedPer(text)).toEqual({ amount: text }));
});

test('the period in the cell is what the price covers', async () => {
  const list = await importCsv(
    'SKU;Name;1 month;1 year;5 years\nA-1;One;EUR 3.10 / month;EUR 2.80 / month;EUR 30.00 per year\nA-2;Two;EUR 1,003.10 / month;EUR 33.00 per year;EUR 120.00\n',
  );
  expect(uses(list)).toBe('sku name price:P1M:month price:P1Y:unknown price:P5Y:unknown');
  expect(list.status).toBe('understood');
  expect(prices(list)).toEqual([
    'A-1 P1M 310 EUR month',
    'A-1 P1Y 280 EUR month',
    'A-1 P5Y 15000 EUR term',
    'A-2 P1M 100310 EUR month',
    'A-2 P1Y 3300 EUR term',
    'A-2 P5Y 12000 EUR unknown',
  ]);
});

test('a period that contradicts the column is refused, row for row', async () => {
  const list = await importCsv(
    'SKU;Name;1 month EUR;1 year EUR total\nA-1;One;37.20 per year;30.00 / month\nA-2;Two;3.10;37.20\n',
  );
  expect(prices(list)).toEqual(['A-2 P1M 310 EUR month', 'A-2 P1Y 3720 EUR term']);
  expect(rejections(list)).toEqual([
    '2 list-price-unit-differs C 37.20 per year',
    '2 list-price-unit-differs D 30.00 / month',
  ]);
  expect(reasons(list.open)).toEqual([]);
});

test('doubtful amounts stay doubtful, whatever their period', async () => {
  const header = 'SKU;Name;1 month EUR\n';
  expect(rejections(await importCsv(`${header}A-1;One;1.234 / month\n`))).toEqual([
    '2 list-price-ambiguous C 1.234 / month',
  ]);
  expect(prices(await importCsv(`${header}A-1;One;1.234 / month\nA-2;Two;3,10 / month\n`))).toEqual([
    'A-1 P1M 123400 EUR month',
    'A-2 P1M 310 EUR month',
  ]);
});
