import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importCsv, prices, readFixture, reasons, rejections, skips, uses } from './fixture.ts';

test('as Excel in Italian writes it: semicolons, decimal commas, Windows-1252', async () => {
  const list = await readFixture('excel-it.csv');
  expect(list.format).toEqual({ kind: 'csv', encoding: 'windows-1252', delimiter: ';' });
  expect(list.decimalMark).toBe('comma');
  expect(uses(list)).toBe('sku name price:P1M:month price:P1Y:term price:P5Y:unknown');
  expect(prices(list)).toEqual([
    'TEL-100 P1M 310 EUR month',
    'TEL-100 P1Y 3350 EUR term',
    'TEL-100 P5Y 13995 EUR unknown',
    'TEL-200 P1M 725 EUR month',
    'TEL-200 P1Y 7830 EUR term',
    'TEL-200 P5Y 132660 EUR unknown',
    // 1.234 is settled by the column beside it.
    'TEL-300 P1Y 123400 EUR term',
  ]);
  expect(list.items.map(({ name }) => name)).toEqual(['Telefono "base"', 'Telefono; video à colori', 'Telefono touch']);
  expect(rejections(list)).toEqual(['5 list-price-negative E (5,00 €)']);
  expect(skips(list)).toEqual([
    '1 title: Listino OpEx',
    '2 header: Codice Descrizione Canone mensile Canone annuale Canone 5 anni',
  ]);
  expect(reasons(list.remarks)).toEqual(['list-encoding-guessed windows-1252', 'list-unit-unknown E']);
});

test('UTF-8 with a mark, Spanish: commas between and within, a column of currencies', async () => {
  const list = await readFixture('utf8-bom-es.csv');
  expect(list.format).toEqual({ kind: 'csv', encoding: 'utf-8', delimiter: ',' });
  expect(uses(list)).toBe('sku name category price:P1M:month price:P1Y:unknown price:P5Y:unknown currency');
  expect(prices(list)).toEqual([
    'AUR-1 P1M 150 EUR month',
    'AUR-1 P1Y 1620 EUR unknown',
    'AUR-1 P5Y 6800 EUR unknown',
    'AUR-2 P1M 275 EUR month',
    'AUR-2 P1Y 2970 EUR unknown',
    'AUR-2 P5Y 112475 EUR unknown',
  ]);
});

test('UTF-16 with tabs, French: a monthly rate beside a column of durations', async () => {
  const list = await readFixture('utf16-tab-fr.txt');
  expect(list.format).toEqual({ kind: 'csv', encoding: 'utf-16le', delimiter: '\t' });
  expect(uses(list)).toBe('sku name duration price:-:month');
  expect(prices(list)).toEqual([
    'CAM-1 P1M 2400 EUR month',
    'CAM-1 P1Y 2150 EUR month',
    'CAM-1 P5Y 1800 EUR month',
    'CAM-2 P1Y 102150 EUR month',
  ]);
});

test('LibreOffice, cells as shown', async () => {
  const list = await readFixture('calc-nl.csv');
  expect(list.format).toEqual({ kind: 'csv', encoding: 'utf-8', delimiter: ';' });
  expect(prices(list)).toEqual(prices(await readFixture('gnumeric-nl.xlsx')));
});

describe('what a file does not say', () => {
  test('a doubtful decimal mark is a question, the setting settles it', async () => {
    const text = 'SKU;Name;1 month EUR\nA-1;One;1.234\nA-2;Two;2.500\n';
    const open = await importCsv(text);
    expect(open.status).toBe('needs-mapping');
    expect(rejections(open)).toEqual(['2 list-price-ambiguous C 1.234', '3 list-price-ambiguous C 2.500']);
    expect(reasons(open.open)).toEqual(['list-decimal-mark-unknown 2', 'list-no-price-understood']);
    expect(prices(await importCsv(text, { decimalMark: 'comma' }))).toEqual([
      'A-1 P1M 123400 EUR month',
      'A-2 P1M 250000 EUR month',
    ]);
    const point = await importCsv(text, { decimalMark: 'point' });
    expect(prices(point)).toEqual(['A-1 P1M 123 EUR month', 'A-2 P1M 250 EUR month']);
    expect(reasons(point.remarks)).toEqual(['list-price-rounded 2 C 1.234']);
  });

  test('an unnamed currency is a question, a shared symbol too', async () => {
    const text = 'SKU,Name,1 month\nA-1,One,12.50\nA-2,Two,$3.75\n';
    const open = await importCsv(text);
    expect(rejections(open)).toEqual([
      '2 list-price-currency-unknown C 12.50',
      '3 list-price-currency-unknown C $3.75',
    ]);
    expect(prices(await importCsv(text, { currency: 'USD' }))).toEqual([
      'A-1 P1M 1250 USD month',
      'A-2 P1M 375 USD month',
    ]);
    expect(rejections(await importCsv(text, { currency: 'EUR' }))).toEqual(['3 list-price-currency-unknown C $3.75']);
  });

  test('a price that prints another currency than its column', async () => {
    const list = await importCsv('SKU;Name;1 month (EUR)\nA-1;One;12,50 CHF\nA-2;Two;3,00\n');
    expect(rejections(list)).toEqual(['2 list-price-currency-differs C 12,50 CHF EUR']);
    expect(prices(list)).toEqual(['A-2 P1M 300 EUR month']);
  });

  test('two columns for one duration: neither is taken', async () => {
    const list = await importCsv('SKU;Name;List price 1 year EUR;Partner price 1 year EUR\nA-1;One;12,50;10,00\n');
    expect(list.items).toEqual([]);
    expect(reasons(list.open)).toContain('list-columns-same-role price P1Y C, D');
    expect(rejections(list)).toEqual(['2 list-row-waiting C', '2 list-row-waiting D']);
  });

  test('a price column without a duration', async () => {
    const list = await importCsv('SKU;Name;Price EUR\nA-1;One;12,50\n');
    expect(reasons(list.open)).toEqual(['list-price-duration-unknown C Price EUR', 'list-no-price-understood']);
    expect(rejections(list)).toEqual(['2 list-row-waiting C']);
  });

  test('a length that is not offered', async () => {
    const list = await importCsv('SKU;Name;1 year EUR;3 years EUR\nA-1;One;12,50;30,00\n');
    expect(prices(list)).toEqual(['A-1 P1Y 1250 EUR unknown']);
    expect(reasons(list.remarks)).toContain('list-duration-not-offered D 3 years EUR');
  });

  test('article numbers that a spreadsheet has damaged', async () => {
    const list = await importCsv('SKU;Name;1 month EUR\n"4,71E+11";One;12,50\n;Two;1,00\n');
    expect(rejections(list)).toEqual(['2 list-sku-mangled 4,71E+11', '3 list-sku-missing']);
  });

  test('headers of no known language: shown, not guessed', async () => {
    const list = await importCsv('Kod,Nazwa,Rok\nA-1,Jeden,12.50 PLN\nA-2,Dwa,13.50 PLN\n');
    expect(list.status).toBe('needs-mapping');
    expect(uses(list)).toBe('sku ignore price:-:unknown');
    expect(list.columns[2]).toEqual({
      letter: 'C',
      header: 'Rok',
      use: { role: 'price', unit: 'unknown' },
      samples: ['12.50 PLN', '13.50 PLN'],
    });
  });

  test('nothing that looks like a list', async () => {
    const list = await importCsv('hello\nworld\n');
    expect(list.status).toBe('needs-mapping');
    expect(reasons(list.open)).toContain('list-header-not-found 30');
  });
});

describe('properties', () => {
  const sku = fc.stringMatching(/^[A-Z]{2,4}-\d{1,6}$/);
  const name = fc.string({ unit: fc.constantFrom(...'aZ é;,\t|"\'’ñ0€\n'), maxLength: 12 }).map((text) => `N${text}`);
  const cents = fc.integer({ min: 1, max: 99_999_999 });
  const rows = fc.uniqueArray(fc.tuple(sku, name, cents, cents), {
    selector: ([id]) => id,
    minLength: 1,
    maxLength: 12,
  });
  const style = fc.record({
    delimiter: fc.constantFrom(';', '\t', '|', ','),
    locale: fc.constantFrom('en-GB', 'de-DE', 'it-IT', 'nl-NL', 'es-ES', 'de-CH'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16'),
    newline: fc.constantFrom('\n', '\r\n'),
    titles: fc.integer({ min: 0, max: 20 }),
  });

  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  function encode(text: string, encoding: string): Uint8Array {
    if (encoding !== 'utf-16') return new TextEncoder().encode(encoding === 'utf-8' ? text : `\ufeff${text}`);
    return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  }

  test('what any style of writing says is read back, row for row', async () => {
    const { importPriceList } = await import('../../../src/core/price-list/import.ts');
    await fc.assert(
      fc.asyncProperty(rows, style, async (list, { delimiter, locale, encoding, newline, titles }) => {
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
        const lines = [
          ...Array.from({ length: titles }, () => 'Some title'),
          ['Part number', 'Name', '1 month EUR', '5 years EUR'].join(delimiter),
          ...list.map(([id, text, month, term]) =>
            [id, quoted(text), quoted(format.format(month / 100)), quoted(format.format(term / 100))].join(delimiter),
          ),
        ];
        const result = await importPriceList(encode(lines.join(newline), encoding), 'x.csv');
        if (result.status === 'refused') throw new Error(result.reason.code);
        expect(result.format.delimiter).toBe(delimiter);
        expect(prices(result)).toEqual(
          list.flatMap(([id, , month, term]) => [`${id} P1M ${month} EUR month`, `${id} P5Y ${term} EUR unknown`]),
        );
        expect(result.items.map((item) => item.name)).toEqual(list.map(([, text]) => text.trim()));
      }),
      { numRuns: 200 },
    );
  });

  test('every row that is not blank is accounted for, whatever the cells hold', async () => {
    const cell = fc.oneof(
      sku,
      name,
      fc.constantFrom('', '12,50', '1.234', '-', 'n/a', '€ 5', '-3', 'Total', '1 Jahr', '9E+9'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 15 }), async (cells) => {
        const text = [['Code', 'Name', '1 month', '1 year'], ...cells]
          .map((row) => row.map(quoted).join(';'))
          .join('\n');
        const list = await importCsv(text);
        const seen = new Set([
          ...list.items.flatMap((item) => item.rows),
          ...list.rejected.map(({ row }) => row),
          ...list.skipped.map(({ row }) => row),
        ]);
        const held = cells.flatMap((row, index) => (row.some((each) => each.trim() !== '') ? [index + 2] : []));
        expect([...seen].sort((a, b) => a - b)).toEqual([1, ...held]);
      }),
      { numRuns: 300 },
    );
  });
});
