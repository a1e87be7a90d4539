import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ListItem } from '../../../src/core/price-list/item.ts';
import { Mapping } from '../../../src/core/price-list/mapping.ts';
import { importCsv, prices, readFixture, reasons, rejections, uses } from './fixture.ts';

const CONTESTED = 'SKU;Name;List price 1 year EUR;Partner price 1 year EUR\nA-1;One;12,50;10,00\n';

describe('the partner assigns columns', () => {
  test('and the next file of that shape is read the same way', async () => {
    const first = await importCsv(CONTESTED);
    const assigned: Mapping = {
      ...first.mapping,
      columns: first.mapping.columns.map((use, column) =>
        column === 2 ? { role: 'ignore' } : use.role === 'price' ? { ...use, unit: 'term' } : use,
      ),
    };
    const again = await importCsv(CONTESTED, { mappings: [assigned] });
    expect(again.status).toBe('understood');
    expect(again.mappedBy).toBe('partner');
    expect(prices(again)).toEqual(['A-1 P1Y 1000 EUR term']);

    const next = await importCsv(`Valid from 2027-01-01\n\n${CONTESTED.replace('12,50;10,00', '13,50;11,00')}`, {
      mappings: [assigned],
    });
    expect(prices(next)).toEqual(['A-1 P1Y 1100 EUR term']);
    expect(next.mapping.headerRow).toBe(3);
  });

  test('a mapping of another shape is not forced upon a file', async () => {
    const { mapping } = await readFixture('excel-it.csv');
    const list = await readFixture('utf8-bom-es.csv', { mappings: [mapping] });
    expect(list.mappedBy).toBe('detection');
    expect(reasons(list.remarks)).toContain('list-mapping-not-fitting');
    expect(list.items).toHaveLength(2);
  });

  test('of several remembered mappings the one that fits is used', async () => {
    const other = (await readFixture('utf8-bom-es.csv')).mapping;
    const own = (await readFixture('calc-it-sections.xlsx')).mapping;
    const list = await readFixture('calc-it-sections.xlsx', { mappings: [other, own] });
    expect(list.mappedBy).toBe('partner');
    expect(list.items).toEqual((await readFixture('calc-it-sections.xlsx')).items);
  });

  test('a file without any header row', async () => {
    const text = 'A-1;One;12,50\nA-2;Two;13,50\n';
    const first = await importCsv(text);
    expect(uses(first)).toBe('sku ignore price:-:unknown');
    expect(first.mapping).toMatchObject({ headerRow: 0, shape: '' });
    const mapping: Mapping = {
      ...first.mapping,
      columns: [{ role: 'sku' }, { role: 'name' }, { role: 'price', duration: 'P1Y', unit: 'month', currency: 'EUR' }],
    };
    expect(prices(await importCsv(text, { mappings: [mapping] }))).toEqual([
      'A-1 P1Y 1250 EUR month',
      'A-2 P1Y 1350 EUR month',
    ]);
  });

  test('an assignment that leaves something out says so', async () => {
    const { mapping } = await readFixture('excel-it.csv');
    const columns: Mapping['columns'] = mapping.columns.map((use) => (use.role === 'sku' ? { role: 'ignore' } : use));
    const list = await readFixture('excel-it.csv', { mappings: [{ ...mapping, columns }] });
    expect(reasons(list.open)).toEqual(['list-column-missing sku', 'list-no-price-understood']);
    expect(rejections(list)[0]).toBe('3 list-sku-missing');
  });

  test('a currency and a decimal mark can be remembered with it', async () => {
    const text = 'SKU;Name;1 month\nA-1;One;1.234\n';
    const { mapping } = await importCsv(text, { currency: 'CHF', decimalMark: 'comma' });
    expect(mapping).toMatchObject({ currency: 'CHF', decimalMark: 'comma' });
    expect(prices(await importCsv(text, { mappings: [mapping] }))).toEqual(['A-1 P1M 123400 CHF month']);
  });
});

test('a mapping and its items survive storage', async () => {
  for (const name of ['openpyxl-de-long.xlsx', 'calc-it-sections.xlsx', 'utf8-bom-es.csv']) {
    const { mapping, items } = await readFixture(name);
    expect(v.parse(Mapping, JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    expect(v.parse(v.array(ListItem), JSON.parse(JSON.stringify(items)))).toEqual(items);
  }
});

test("next year's list has the shape of this year's", async () => {
  const [one, two] = await Promise.all(
    [2026, 2027].map((year) => importCsv(`SKU;Name;Price ${year} 1 year EUR\nA-1;One;1,00\n`)),
  );
  expect(one?.mapping.shape).toBe(two?.mapping.shape);
});
