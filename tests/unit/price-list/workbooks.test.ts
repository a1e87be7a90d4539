import { describe, expect, test } from 'vitest';
import { prices, readFixture, reasons, rejections, skips, uses } from './fixture.ts';

describe('LibreOffice, Italian: three sheets, merged title, sections, a note', () => {
  test('takes the OpEx sheet, its sections as categories, euros from the number format', async () => {
    const list = await readFixture('calc-it-sections.xlsx');
    expect(list.status).toBe('understood');
    expect(list.sheets).toEqual([
      { name: 'CapEx', hidden: false, rows: 3, chosen: false },
      { name: 'OpEx 2026', hidden: false, rows: 13, chosen: true },
      { name: 'Vecchio OpEx 2024', hidden: true, rows: 2, chosen: false },
    ]);
    expect(uses(list)).toBe('sku name price:P1M:month price:P1Y:unknown price:P5Y:unknown');
    expect(prices(list)).toEqual([
      'TEL-100 P1M 310 EUR month',
      'TEL-100 P1Y 3350 EUR term',
      'TEL-100 P5Y 13995 EUR term',
      'TEL-200 P1M 725 EUR month',
      'TEL-200 P1Y 7830 EUR term',
      'TEL-200 P5Y 132660 EUR term',
      'CUF-10 P1M 190 EUR month',
      'CUF-10 P1Y 2052 EUR term',
      'CUF-30 P1Y 3000 EUR term',
      'CUF-30 P5Y 12500 EUR term',
    ]);
    expect(list.items.map(({ name, category }) => `${name}, ${category}`)).toEqual([
      'Telefono base, Telefoni da tavolo',
      'Telefono video, Telefoni da tavolo',
      'Cuffia mono, Cuffie',
      'Cuffia DECT, Cuffie',
    ]);
  });

  test('accounts for every other row', async () => {
    const list = await readFixture('calc-it-sections.xlsx');
    expect(rejections(list)).toEqual(['10 list-price-missing', '11 list-price-malformed C su richiesta']);
    expect(list.rejected[0]?.cells).toEqual(['CUF-20', 'Cuffia stereo', '', '', '']);
    expect(skips(list)).toEqual([
      '1 title: Listino OpEx - Partner Gold',
      '2 title: Valido dal 01.03.2026, IVA esclusa',
      '4 header: Codice articolo Descrizione 1 mese 1 anno 5 anni',
      '5 section: Telefoni da tavolo',
      '8 section: Cuffie',
      "13 note: Prezzi per l'intera durata, salvo errori.",
    ]);
    expect(reasons(list.remarks)).toEqual(['list-sheet-chosen OpEx 2026 3', 'list-unit-from-note term 13']);
    expect(list.listDate).toBe('2026-03-01');
  });

  test('a sheet named by the partner overrules the choice', async () => {
    const list = await readFixture('calc-it-sections.xlsx', { sheet: 'Vecchio OpEx 2024' });
    expect(list.mapping.sheet).toBe('Vecchio OpEx 2024');
    expect(prices(list)).toEqual([
      'TEL-100 P1M 100 EUR month',
      'TEL-100 P1Y 200 EUR unknown',
      'TEL-100 P5Y 300 EUR unknown',
    ]);
  });
});

test('LibreOffice, formulas: their saved values are prices, an error is not', async () => {
  const list = await readFixture('calc-en-formulas.xlsx');
  expect(prices(list)).toEqual([
    'SW-5 P1M 435 CHF month',
    'SW-5 P1Y 4785 CHF unknown',
    'SW-5 P5Y 21054 CHF unknown',
    'SW-8 P1M 660 CHF month',
    'SW-8 P1Y 7260 CHF unknown',
  ]);
  expect(rejections(list)).toEqual(['3 list-price-error E #DIV/0!']);
  expect(reasons(list.remarks)).toEqual(['list-unit-unknown D', 'list-unit-unknown E']);
});

test('LibreOffice, 1,500 rows: none is lost or shifted where the reader changes chunks', async () => {
  const list = await readFixture('calc-en-large.xlsx');
  expect(list.items).toHaveLength(1500);
  expect(list.rejected).toEqual([]);
  list.items.forEach(({ sku, name, category, prices: own, rows }, i) => {
    expect([sku, name, category]).toEqual([
      `ITEM-${String(i).padStart(4, '0')}`,
      `Item number ${i} & more`,
      `Group ${i % 7}`,
    ]);
    expect([own.P1M, own.P1Y, own.P5Y].map((price) => price?.money.amountMinor)).toEqual([i + 100, i + 1000, i + 4000]);
    expect(rows).toEqual([i + 2]);
  });
});

test('openpyxl, German: one row per duration, merged articles, two currencies, a formula that was never computed', async () => {
  const list = await readFixture('openpyxl-de-long.xlsx');
  expect(list.status).toBe('understood');
  expect(uses(list)).toBe('sku name category duration price:-:unknown currency');
  expect(prices(list)).toEqual([
    'GW-4 P1M 1250 EUR month',
    'GW-4 P1Y 13500 EUR unknown',
    'GW-8 P1M 1999 CHF month',
    'GW-8 P1Y 21590 CHF unknown',
    'GW-8 P5Y 90681 CHF unknown',
  ]);
  expect(list.items.map(({ rows, category }) => [rows, category])).toEqual([
    [[3, 4], 'Gateways'],
    [[6, 7, 9], 'Gateways'],
  ]);
  expect(rejections(list)).toEqual(['5 list-price-formula E', '8 list-duration-other D 3 Jahre']);
  // The file says 906.8049999999999, which every program shows as 906.805.
  expect(reasons(list.remarks)).toEqual(['list-unit-unknown E', 'list-price-rounded 9 E 906.805']);
  expect(list.listDate).toBe('2026-01-15');
});

test('exceljs, French of Switzerland: a header of two rows below a merged group, prices as text', async () => {
  const list = await readFixture('exceljs-ch-two-row-header.xlsx');
  expect(list.columns.map(({ header }) => header)).toEqual([
    '',
    'Référence',
    'Désignation',
    'Prix mensuel 1 mois',
    'Prix mensuel 1 an',
    'Prix mensuel 5 ans',
    'Stock',
  ]);
  expect(prices(list)).toEqual([
    'BX-1 P1M 120450 CHF month',
    'BX-1 P1Y 110000 CHF month',
    'BX-1 P5Y 99005 CHF month',
    'BX-2 P1M 1800 CHF month',
    'BX-2 P5Y 1500 CHF month',
  ]);
  expect(rejections(list)).toEqual(['7 list-price-formula E']);
  expect(skips(list)).toEqual([
    '2 title: Tarif OpEx 2026',
    '4 header: Référence Désignation Prix mensuel Stock',
    '5 header: 1 mois 1 an 5 ans',
  ]);
});

test('exceljs: articles found by their looks, a row said twice, an article with two prices', async () => {
  const list = await readFixture('exceljs-en-no-sku-header.xlsx', { currency: 'GBP' });
  expect(uses(list)).toBe('name sku price:P1Y:term price:P5Y:term');
  expect(prices(list)).toEqual([
    'PH-1 P1Y 3300 GBP term',
    'PH-1 P5Y 12000 GBP term',
    'PH-2 P1Y 4450 GBP term',
    'PH-2 P5Y 0 GBP term',
    'PH-3 P1Y 5500 GBP term',
    'PH-3 P5Y 20000 GBP term',
    'PH-4 P5Y 24000 GBP term',
  ]);
  expect(rejections(list)).toEqual(['6 list-sku-twice PH-4 6, 7', '7 list-sku-twice PH-4 6, 7']);
  expect(reasons(list.remarks)).toEqual([
    'list-column-by-values B sku',
    'list-price-zero 3 D',
    'list-row-repeated 5 4',
    'list-row-repeated 7 6',
  ]);
});

test('Gnumeric, Dutch: inline strings, a rate per month, per year and per five years', async () => {
  const list = await readFixture('gnumeric-nl.xlsx');
  expect(list.status).toBe('understood');
  expect(prices(list)).toEqual([
    'DECT-1 P1M 550 EUR month',
    'DECT-1 P1Y 6050 EUR term',
    'DECT-1 P5Y 25000 EUR term',
    'DECT-2 P1M 275 EUR month',
    'DECT-2 P1Y 3025 EUR term',
    'DECT-2 P5Y 125050 EUR term',
  ]);
  expect(list.items.map(({ category }) => category)).toEqual(['DECT', 'DECT']);
});

test('a workbook with macros is read, its macros are not', async () => {
  const [plain, macros] = [await readFixture('calc-it-sections.xlsx'), await readFixture('macros.xlsm')];
  expect(macros.items).toEqual(plain.items);
  expect(reasons(macros.remarks)).toContain('list-macros-not-read');
});
