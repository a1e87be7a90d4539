import { strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { importPriceList } from '../../../src/core/price-list/import.ts';
import { ListItem } from '../../../src/core/price-list/item.ts';
import { pdfTable } from '../../../src/core/price-list/pdf/layout.ts';
import { importCsv, rejections } from './fixture.ts';
import { workbook } from './workbook.ts';

/** Milliseconds for what must not take long, however it is written. */
const LONG = 3000;

async function quickly<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(LONG);
  return result;
}

describe('cells of full length', () => {
  test.each([
    ['spaces', `(${' '.repeat(32_000)}x`],
    ['digits', `${'1'.repeat(32_000)}x`],
    ['letters', 'a'.repeat(32_000)],
    ['separators', '1.'.repeat(16_000)],
    ['numbers of months', '1 '.repeat(16_000)],
    ['slashes', '/ '.repeat(16_000)],
  ])('of %s are read in time, and shown shortened', async (_, text) => {
    const list = await quickly(() =>
      importCsv(
        `"${text}"\n"SKU";"Name";"Term";"${text}";"1 month EUR"\n"A-1";"${text}";"${text}";"${text}";"${text}"\n"${text}";"x";"y";"z";"1,00"\nA-2;"${text}";"";"";"2,00"\n"${text}"\n`,
      ),
    );
    expect(list.items.map(({ sku }) => sku)).toEqual(['A-2']);
    for (const item of list.items) expect(v.is(ListItem, item)).toBe(true);
    expect(Math.max(...list.rejected.flatMap(({ cells }) => cells.map((cell) => cell.length)))).toBeLessThanOrEqual(
      200,
    );
  });

  test('an article number too long to be one', async () => {
    expect(rejections(await importCsv(`SKU;Name;1 month EUR\n${'A1'.repeat(60)};One;1,00\n`))[0]).toMatch(
      /^2 list-sku-mangled/,
    );
  });
});

describe('workbooks that claim to be vast', () => {
  const patched = (pattern: RegExp, replacement: string): Uint8Array => {
    const parts = unzipSync(
      workbook({
        name: 'OpEx',
        rows: [
          ['SKU', 'Name', '1 month EUR'],
          ['A-1', 'One', 1],
        ],
      }),
    );
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(parts[sheet]);
    return zipSync({ ...parts, [sheet]: strToU8(xml.replace(pattern, replacement)) });
  };

  test('by the number of an empty row', async () => {
    const result = await quickly(() =>
      importPriceList(patched(/<\/sheetData>/, '<row r="99999999999"/></sheetData>'), 'x'),
    );
    expect(result).toMatchObject({ status: 'refused', reason: { code: 'list-file-corrupt' } });
  });

  test('by the last cell that a sheet can have', async () => {
    const last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const result = await quickly(() => importPriceList(patched(/<\/sheetData>/, last), 'x'));
    expect(result).toMatchObject({
      status: 'refused',
      reason: { code: 'list-sheet-too-large', params: { rows: 1_048_576 } },
    });
  });

  test('by entities that stand for one another', async () => {
    const types = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>';
    const result = await quickly(() => importPriceList(patched(/<worksheet>/, types), 'x'));
    expect(JSON.stringify(result).length).toBeLessThan(10_000);
  });
});

test('a PDF that scatters its texts has no table', () => {
  const items = Array.from({ length: 500 }, (_, i) => ({ text: 'x', x: i * 20, y: 100, width: 5, height: 10 }));
  expect(() => pdfTable([{ items }])).toThrow('list-sheet-too-large');
});
