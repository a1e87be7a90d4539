import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importPriceList } from '../../../src/core/price-list/import.ts';
import { withAddresses } from '../../../src/core/price-list/xlsx/addresses.ts';
import { fixture, mustBeRead, prices, rejections } from './fixture.ts';
import { workbook } from './workbook.ts';

/** The same workbook, its sheets' XML changed. */
function patched(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    /worksheets\/[^/]*\.xml$/.test(name) ? strToU8(change(new TextDecoder().decode(part))) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

const withoutAddresses = (xml: string): string => xml.replace(/(<(?:c|row)\b[^>]*?)\sr="[A-Z]*\d+"/g, '$1');

describe('addresses that a workbook leaves out', () => {
  test('are counted on from the cell and the row before', () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c t="s"/></row><row r="5"><c/></row><x:row s="1"><x:c/></x:row>';
    expect(withAddresses(rows)).toBe(
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c><c r="E1" t="s"/></row><row r="5"><c r="A5"/></row><x:row r="6" s="1"><x:c r="A6"/></x:row>',
    );
  });

  test('go on beyond Z and ZZ', () => {
    const at = (ref: string): string =>
      withAddresses(`<row r="1"><c r="${ref}"/><c/></row>`).match(/\w+(?="\/><\/row>)/)?.[0] ?? '';
    expect(['Y1', 'Z1', 'AZ1', 'ZZ1'].map(at)).toEqual(['Z1', 'AA1', 'BA1', 'AAA1']);
  });

  test.each([
    ['a comment', '<row r="1"><!-- <c> --><c r="A1"/></row>'],
    ['columns and other elements', '<cols><col min="1"/></cols><row r="2"><c r="B2"><f>A1</f></c></row>'],
    ['a text that speaks of r', '<row r="1" spans="1:2"><c t="str" r="A1"><v>r="B7"</v></c></row>'],
  ])('are not looked for in %s', (_, xml) => expect(withAddresses(xml)).toBe(xml));

  test('change nothing of what is read', async () => {
    const rows = [
      ['SKU', 'Name', '1 month EUR', '1 year EUR'],
      ['A-1', 'One', 1.5, 15],
      ['A-2', 'Two', { content: '<f>1+1</f>' }, 20],
    ];
    const bytes = patched(workbook({ name: 'OpEx', rows }), withoutAddresses);
    const list = mustBeRead(await importPriceList(bytes, 'x.xlsx'));
    expect(prices(list)).toEqual(['A-1 P1M 150 EUR month', 'A-1 P1Y 1500 EUR unknown', 'A-2 P1Y 2000 EUR unknown']);
    expect(rejections(list)).toEqual(['3 list-price-formula C']);
  });

  test('in a file of another program', async () => {
    const bytes = fixture('exceljs-en-no-sku-header.xlsx');
    const [with_, without] = await Promise.all(
      [bytes, patched(bytes, withoutAddresses)].map(async (one) =>
        mustBeRead(await importPriceList(one, 'x.xlsx', { currency: 'GBP' })),
      ),
    );
    expect(without?.items).toEqual(with_?.items);
    expect(prices(without as NonNullable<typeof without>).length).toBeGreaterThan(3);
  });
});
