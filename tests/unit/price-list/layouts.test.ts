import { describe, expect, test } from 'vitest';
import { guessDelimiter } from '../../../src/core/price-list/csv/read.ts';
import { type ImportOptions, importPriceList } from '../../../src/core/price-list/import.ts';
import type { ReadList } from '../../../src/core/price-list/result.ts';
import { importCsv, mustBeRead, prices, reasons, rejections, skips, uses } from './fixture.ts';
import { type RawSheet, workbook } from './workbook.ts';

const read = async (sheets: readonly RawSheet[], options: ImportOptions = {}): Promise<ReadList> =>
  mustBeRead(await importPriceList(workbook(...sheets), 'x.xlsx', options));

const HEAD = ['SKU', 'Name', '1 month EUR', '1 year EUR'];

describe('sheets', () => {
  const table = [HEAD, ['A-1', 'One', 1, 10]];

  test('of two alike the one called OpEx', async () => {
    for (const names of [
      ['CapEx', 'OpEx'],
      ['OpEx', 'Rental'],
    ]) {
      const list = await read(names.map((name) => ({ name, rows: table })));
      expect([list.mapping.sheet, list.status]).toEqual(['OpEx', 'understood']);
    }
  });

  test('two that nothing tells apart are a question', async () => {
    const list = await read([
      { name: 'North', rows: table },
      { name: 'South', rows: table },
    ]);
    expect([list.status, ...reasons(list.open)]).toEqual(['needs-mapping', 'list-sheets-alike North, South']);
    const named = await importPriceList(workbook({ name: 'North', rows: table }, { name: 'South', rows: table }), 'x', {
      sheet: 'South',
    });
    expect(mustBeRead(named).status).toBe('understood');
  });

  test('a stray cell far away does not fill the memory', async () => {
    const far = { name: 'OpEx', rows: [Array.from({ length: 300 }, (_, i) => `H${i}`)] };
    expect(await importPriceList(workbook(far), 'x')).toEqual({
      status: 'refused',
      reason: { code: 'list-sheet-too-large', params: { sheet: 'OpEx', rows: 1, columns: 300 } },
    });
  });
});

describe('cells', () => {
  const formula = (content: string, attributes = ''): RawSheet[] => [
    { name: 'OpEx', rows: [HEAD, ['A-1', 'One', 1, { content, attributes }]] },
  ];

  test('a formula without its value, as programs write it', async () => {
    for (const content of ['<f>A1*2</f>', '<f>A1*2</f><v></v>', '<f>A1*2</f><v/>']) {
      for (const type of ['', 't="str"', 't="e"']) {
        expect(rejections(await read(formula(content, type)))).toEqual(['2 list-price-formula D']);
      }
    }
  });

  test.each([
    ['10.000000000000002', 1000, []],
    ['1.1E1', 1100, []],
    ['2E-2', 2, []],
    ['0.125', 13, ['list-price-rounded 2 D 0.125']],
    ['9007199254740.99', 900719925474099, []],
  ])('%s as it is written', async (written, minor, remarks) => {
    const list = await read(formula(`<v>${written}</v>`));
    expect(list.items[0]?.prices.P1Y?.money.amountMinor).toBe(minor);
    expect(reasons(list.remarks).filter((text) => text.includes('rounded'))).toEqual(remarks);
  });

  test('a price that no exact number holds', async () => {
    expect(rejections(await read(formula('<v>1E20</v>')))).toEqual(['2 list-price-too-large D 100000000000000000000']);
  });

  test('an article number that is a number keeps its digits', async () => {
    const list = await read([{ name: 'OpEx', rows: [HEAD, [471112345678, 'One', 1, 10], [12.5, 'Two', 1, 10]] }]);
    expect(list.items.map(({ sku }) => sku)).toEqual(['471112345678']);
    expect(rejections(list)).toEqual(['3 list-sku-mangled 12.5']);
  });
});

describe('headers and headings', () => {
  test('a title merged over the columns below it is no group of them', async () => {
    const list = await read([
      { name: 'OpEx', rows: [[null, null, 'Monthly prices'], HEAD, ['A-1', 'One', 1, 10]], merges: ['C1:D1'] },
    ]);
    expect(list.columns[3]?.header).toBe('1 year EUR');
  });

  test('a header of two rows that are not merged', async () => {
    const rows = [
      ['SKU', 'Name', 'Price EUR', null],
      [null, null, '1 month', '1 year'],
      ['A-1', 'One', 1, 10],
    ];
    const list = await read([{ name: 'OpEx', rows }], { currency: 'EUR' });
    expect(uses(list)).toBe('sku name price:P1M:month price:P1Y:unknown');
    expect(skips(list)).toEqual(['1 header: SKU Name Price EUR', '2 header: 1 month 1 year']);
  });

  test('the header is looked for in 30 rows', async () => {
    const list = (titles: number) => importCsv(`${'About us\n'.repeat(titles)}SKU;Name;1 month EUR\nA-1;One;1,00\n`);
    expect(prices(await list(29))).toEqual(['A-1 P1M 100 EUR month']);
    expect((await list(30)).mapping.headerRow).not.toBe(31);
  });

  test('a row of articles that holds the words of a header is none', async () => {
    const list = await importCsv('Name;Monthly\nSKU item;Price list fee;1 month EUR;1,00\nA-1;One;2,00\n');
    expect(list.mapping.headerRow).toBe(1);
  });

  test('a length priced per month and as a whole: the whole is charged', async () => {
    const list = await importCsv('SKU;Monthly price, 5 years EUR;Total price, 5 years EUR\nA-1;2,00;119,00\n');
    expect(uses(list)).toBe('sku ignore price:P5Y:term');
    expect(prices(list)).toEqual(['A-1 P5Y 11900 EUR term']);
  });

  test('a column that is called a price and holds none', async () => {
    const list = await importCsv('SKU;Rate;1 year EUR;5 years EUR\nA-1;gold;10,00;\nA-2;silver;11,00;\n');
    expect(uses(list)).toBe('sku ignore price:P1Y:unknown price:P5Y:unknown');
    expect(reasons(list.remarks)).toContain('list-column-not-fitting B Rate');
  });

  test('a category merged over its rows', async () => {
    const rows = [
      ['SKU', 'Category', '1 month EUR'],
      ['A-1', 'Phones', 1],
      ['A-2', null, 2],
      ['A-3', 'Bases', 3],
    ];
    const list = await read([{ name: 'OpEx', rows, merges: ['B2:B3'] }]);
    expect(list.items.map(({ category }) => category)).toEqual(['Phones', 'Phones', 'Bases']);
  });

  test('headers printed again, a remark between the rows, notes below', async () => {
    const list = await importCsv(
      'SKU;Name;1 month EUR\nPhones\nA-1;One;1,00\n* while stocks last\nA-2;Two;2,00\nSKU;Name;1 month EUR\nA-3;Three;3,00\n\nExample Ltd;Main street\n',
    );
    expect(list.items.map(({ sku, category }) => `${sku} ${category}`)).toEqual([
      'A-1 Phones',
      'A-2 Phones',
      'A-3 Phones',
    ]);
    expect(skips(list)).toEqual([
      '1 header: SKU Name 1 month EUR',
      '2 section: Phones',
      '4 note: * while stocks last',
      '6 header-repeated: SKU Name 1 month EUR',
      '9 note: Example Ltd Main street',
    ]);
    expect(list.rejected).toEqual([]);
  });
});

describe('what stands around a table', () => {
  const around = (title: string, note: string) => importCsv(`${title}\nSKU;Name;1 year\nA-1;One;1,00\n\n${note}\n`);

  test('names the currency and the unit of prices that name none', async () => {
    expect(prices(await around('Prices in CHF', 'All prices per month.'))).toEqual(['A-1 P1Y 100 CHF month']);
    expect(prices(await around('Alle Preise in EUR', 'Preise je Monat.'))).toEqual(['A-1 P1Y 100 EUR month']);
  });

  test('says nothing where it contradicts itself', async () => {
    expect(rejections(await around('Prices in CHF', 'Prices in EUR'))).toEqual([
      '3 list-price-currency-unknown C 1,00',
    ]);
    const units = await around('Prices in CHF per month', 'Prices for the whole term');
    expect(prices(units)).toEqual(['A-1 P1Y 100 CHF unknown']);
  });

  test('never overrules what the price or its column prints', async () => {
    const list = await importCsv('Prices in CHF per month\nSKU;Name;Total 1 year;5 years\nA-1;One;1,00;€ 4,00\n');
    expect(prices(list)).toEqual(['A-1 P1Y 100 CHF term', 'A-1 P5Y 400 EUR month']);
  });
});

describe('one row per duration', () => {
  test('articles printed once, a yearly rate', async () => {
    const list = await importCsv(
      'SKU;Name;Term;Price per year EUR\nA-1;One;1 year;12,00\n;;5 years;10,00\nA-2;Two;5 years;1,00\n',
    );
    expect(uses(list)).toBe('sku name duration price:-:year');
    expect(prices(list)).toEqual(['A-1 P1Y 1200 EUR term', 'A-1 P5Y 5000 EUR term', 'A-2 P5Y 500 EUR term']);
  });

  test('durations as bare numbers, with and without their unit in the header', async () => {
    const months = await importCsv('SKU;Term (months);Price EUR\nA-1;1;1,00\nA-1;12;10,00\nA-1;60;40,00\n');
    expect(prices(months).map((text) => text.slice(0, 12))).toEqual(['A-1 P1M 100 ', 'A-1 P1Y 1000', 'A-1 P5Y 4000']);
    const years = await importCsv('SKU;Laufzeit in Jahren;Preis EUR\nA-1;1;1,00\nA-1;5;40,00\n');
    expect(prices(years).map((text) => text.slice(0, 12))).toEqual(['A-1 P1Y 100 ', 'A-1 P5Y 4000']);
    const bare = await importCsv('SKU;Term;Price EUR\nA-1;1;1,00\nA-1;12;10,00\n');
    expect(rejections(bare)).toEqual(['2 list-duration-unreadable B 1']);
  });
});

describe('separated text', () => {
  test('where two delimiters split every row alike', () => {
    expect(guessDelimiter('A-1\t1,50\t2,50\nA-2\t3,50\t4,50\n')).toBe('\t');
    expect(guessDelimiter('A-1|1,50|2,50\nA-2|3,50|4,50\n')).toBe('|');
    expect(guessDelimiter('A-1,x;y,1.50\nA-2,z;w,2.50\n')).toBe(',');
  });

  test('the delimiter is the one that splits into more fields', async () => {
    const list = await importCsv(
      'SKU\tName\t1 month EUR\t1 year EUR\nA-1\tOne, small\t1,00\t10,00\nA-2\tTwo, big\t2,00\t20,00\n',
    );
    expect(list.format.delimiter).toBe('\t');
    expect(prices(list)).toHaveLength(4);
  });

  test('a first line that names it, and the partner who knows better', async () => {
    const told = await importCsv('sep=|\nSKU|Name;x|1 month EUR\nA-1|One;y|1.50\n');
    expect([told.format.delimiter, told.mapping.headerRow, ...prices(told)]).toEqual(['|', 2, 'A-1 P1M 150 EUR month']);
    expect(skips(told)).toEqual(['2 header: SKU Name;x 1 month EUR']);
    const set = await importCsv('SKU,a;b,c;1 month EUR\nA-1,d;e,f;1.50\n', { delimiter: ';' });
    expect(set.format.delimiter).toBe(';');
  });

  test('a quote without its other half is shown', async () => {
    const list = await importCsv('SKU;Name;1 month EUR\nA-1;One;1,00\nA-2;"Two;2,00\n');
    expect(reasons(list.remarks)).toContain('list-quotes-unbalanced 3');
  });
});

describe('a row that prints a price is no header', () => {
  test('whatever words its product is called by', async () => {
    const list = await importCsv(
      'Kennung;Wort;Betrag A;Betrag B\nTEL-100;The product name, item description;3,10 €;33,50 €\nTEL-200;Video;7,25 €;78,30 €\n',
    );
    expect(list.mapping.headerRow).toBe(1);
    expect(list.columns.map(({ header }) => header)).toEqual(['Kennung', 'Wort', 'Betrag A', 'Betrag B']);
    expect(rejections(list).map((line) => line.split(' ')[0])).toEqual(['2', '2', '3', '3']);
  });

  test('also where the list has no header at all', async () => {
    const list = await importCsv('100;Product description;3,10 €\nTEL-2;Video;7,25 €\n');
    expect([list.mapping.headerRow, skips(list)]).toEqual([0, []]);
  });

  test('but whole numbers may count the months, and a date may be said', async () => {
    const list = await read([
      {
        name: 'OpEx',
        rows: [
          ['Code', 'Name', 'Price EUR per month', '12', '1.1.2026'],
          ['A-1', 'One', 3.1, 4, 'x'],
        ],
      },
    ]);
    expect(list.mapping.headerRow).toBe(1);
  });
});
