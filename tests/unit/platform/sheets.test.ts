import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../../src/core/calendar.ts';
import type { CalendarDate, Instant } from '../../../src/core/facts.ts';
import { decimalOf } from '../../../src/core/money/money.ts';
import { csvWriter, type Separator } from '../../../src/platform/sheets/csv.ts';
import { decimalText, type Row } from '../../../src/platform/sheets/table.ts';
import { xlsxWriter } from '../../../src/platform/sheets/xlsx.ts';
import { columnName, serialOf } from '../../../src/platform/sheets/xlsx-values.ts';

const HEADER = ['text', 'count', 'amount', 'day', 'at'];
const eur = (amountMinor: number, currency = 'EUR') => ({ amountMinor, currency });
const day = (date: string) => ({ day: date as CalendarDate });
const at = (instant: string) => ({ at: instant as Instant });

async function xlsx(rows: readonly Row[], name = 'Sheet', rightToLeft = false): Promise<Uint8Array> {
  const writer = xlsxWriter({ header: HEADER, widths: HEADER.map(() => 20), name, rightToLeft });
  for (const row of rows) writer.add([row]);
  return new Uint8Array(await writer.end().arrayBuffer());
}
const partOf = (file: Uint8Array, path: string): string => strFromU8(unzipSync(file)[path] ?? new Uint8Array());
const readBack = async (rows: readonly Row[]) =>
  (await readXlsxFile(Buffer.from(await xlsx(rows)), { trim: false }))[0]?.data.slice(1) ?? [];

async function csv(rows: readonly Row[], separator: Separator): Promise<string> {
  const writer = csvWriter(HEADER, separator);
  for (const row of rows) writer.add([row]);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writer.end().arrayBuffer());
}

const AMOUNTS: readonly (readonly [amountMinor: number, currency: string, decimal: string])[] = [
  [10, 'EUR', '0.10'],
  [30, 'EUR', '0.30'],
  [-5, 'EUR', '-0.05'],
  [123_450, 'CHF', '1234.50'],
  [999_999_999_999_999, 'EUR', '9999999999999.99'],
  [1200, 'JPY', '1200'],
  [1005, 'KWD', '1.005'],
  [0, 'USD', '0.00'],
];

describe('amounts', () => {
  test('are written by their figures, as the rules write them', () => {
    const amount = fc.record({
      amountMinor: fc.maxSafeInteger(),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'USD'),
    });
    fc.assert(
      fc.property(amount, (one) => {
        const digits = { EUR: 2, JPY: 0, KWD: 3, USD: 2 }[one.currency] ?? 2;
        expect(decimalText(one.amountMinor, digits)).toBe(decimalOf(one));
      }),
    );
  });

  test('are numbers in XLSX, exact, in the form of their currency', async () => {
    const file = await xlsx(AMOUNTS.map(([amountMinor, currency]) => ['', 0, eur(amountMinor, currency)]));
    const values = [...partOf(file, 'xl/worksheets/sheet1.xml').matchAll(/<c r="C\d+" s="(\d+)"><v>([^<]*)<\/v>/g)];
    expect(values.map(([, , value]) => value)).toEqual(AMOUNTS.map(([, , decimal]) => decimal));
    const styles = partOf(file, 'xl/styles.xml');
    const forms = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
    );
    const looks = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
    expect(values.map(([, style]) => forms.get(looks[Number(style)]))).toEqual(
      AMOUNTS.map(([, currency]) => `#,##0${{ JPY: '', KWD: '.000' }[currency] ?? '.00'} &quot;${currency}&quot;`),
    );
  });

  test('with more figures than a number of Excel’s holds stay texts', async () => {
    expect((await readBack([['', 1, eur(-9_007_199_254_740_991)]]))[0]?.[2]).toBe('-90071992547409.91 EUR');
  });

  test.each([
    [',', '-1234.50'],
    [';', '-1234,50'],
  ] as const)(
    'separated by %s have the decimal mark that goes with it, and are no formulas',
    async (separator, said) => {
      const text = await csv([['-1', -3, eur(-123_450), day('2026-11-27'), at('2026-11-27T09:30:00.000Z')]], separator);
      expect(Papa.parse<string[]>(text.slice(1), { delimiter: separator }).data[1]).toEqual([
        "'-1",
        '-3',
        said,
        '2026-11-27',
        '2026-11-27T09:30:00.000Z',
      ]);
    },
  );
});

describe('dates', () => {
  test('are counted as Excel does', () => {
    expect(serialOf('2026-11-27')).toBe(46_353);
    expect(serialOf('1900-03-01')).toBe(61);
    expect(serialOf('2000-02-29T12:00:00.000Z')).toBe(36_585.5);
    const days = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(serialOf(text)).toBe(daysBetween('1899-12-30' as CalendarDate, text as CalendarDate));
      }),
    );
  });

  test('that Excel cannot count stay texts', async () => {
    const [row] = await readBack([['', 0, undefined, day('1899-12-31'), at('soon')]]);
    expect(row?.slice(3)).toEqual(['1899-12-31', 'soon']);
  });

  test('are dates in XLSX', async () => {
    const [row] = await readBack([['', 0, undefined, day('2026-11-27'), at('2026-11-27T09:30:00.000Z')]]);
    expect(row?.[3]).toEqual(new Date('2026-11-27T00:00:00Z'));
    expect(Math.abs(Number(row?.[4]) - Date.parse('2026-11-27T09:30:00Z'))).toBeLessThan(2);
  });
});

describe('texts', () => {
  const HOSTILE = ['=1+1', '+49 30 1', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'];

  test('that would be formulas stay texts, also where somebody edits the cell', async () => {
    const file = await xlsx(HOSTILE.map((text) => [text]));
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f');
    const looks =
      partOf(file, 'xl/styles.xml')
        .split('<cellXfs')[1]
        ?.match(/<xf [^>]*>/g) ?? [];
    const used = [...sheet.matchAll(/<c r="A\d+" s="(\d+)" t="inlineStr">/g)]
      .slice(1)
      .map(([, style]) => Number(style));
    expect(used).toHaveLength(HOSTILE.length);
    for (const style of used) expect(looks[style]).toContain('quotePrefix="1"');
    expect((await readBack(HOSTILE.map((text) => [text]))).map(([cell]) => cell)).toEqual(HOSTILE);
  });

  test.each([',', ';'] as const)(
    'separated by %s come back as they were, behind an apostrophe at most',
    async (separator) => {
      const cells = fc.array(
        fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(...HOSTILE, 'a"b', ' c ', 'd\r\ne', ',;')),
      );
      await fc.assert(
        fc.asyncProperty(cells, async (rows) => {
          const text = await csv(rows, separator);
          const read = Papa.parse<string[]>(text.slice(1), { delimiter: separator, newline: '\r\n' }).data.slice(1);
          expect(read.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/u.test(cell))).toEqual([]);
          const inert = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell);
          expect(read).toEqual(rows.map((row) => row.map(inert)));
        }),
      );
    },
  );

  test('that XML cannot hold are written as Excel writes them', async () => {
    const sheet = partOf(await xlsx([['a\u0007b_x0041_c\uFFFE<&>"']]), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('>a_x0007_b_x005F_x0041_c\uFFFD&lt;&amp;&gt;&quot;</t>');
  });

  test('longer than a cell are cut, and tell it', async () => {
    const [row] = await readBack([[`${'x'.repeat(32_765)}💡💡`]]);
    expect(row?.[0]).toBe(`${'x'.repeat(32_765)}…`);
  });
});

test('columns are named on beyond Z, sheets as Excel takes them', async () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  const file = await xlsx([], "'Orders: [all] / a name that is far too long'", true);
  expect(partOf(file, 'xl/workbook.xml')).toContain('name="Orders   all    a name that is"');
  expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('rightToLeft="1"');
});
