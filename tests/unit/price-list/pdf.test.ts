import { describe, expect, test } from 'vitest';
import { pdfTable } from '../../../src/core/price-list/pdf/layout.ts';
import { pdfReader } from '../../../src/core/price-list/pdf/pdfjs.ts';
import type { PdfItem } from '../../../src/core/price-list/pdf/text-items.ts';
import { fixture, prices, readFixture, reasons, skips, uses } from './fixture.ts';

describe('LibreOffice, two pages with headers and footers', () => {
  test('reads the table across the pages', async () => {
    const list = await readFixture('calc-en-two-pages.pdf');
    expect(list.status).toBe('understood');
    expect(uses(list)).toBe('sku name price:P1M:month price:P1Y:unknown price:P5Y:unknown');
    expect(list.rejected).toEqual([]);
    expect(prices(list)).toEqual(
      Array.from({ length: 60 }, (_, i) => [
        `DEV-${String(i + 1).padStart(3, '0')} P1M ${225 + 25 * i} EUR month`,
        `DEV-${String(i + 1).padStart(3, '0')} P1Y ${205 + 25 * i} EUR month`,
        `DEV-${String(i + 1).padStart(3, '0')} P5Y ${175 + 25 * i} EUR month`,
      ]).flat(),
    );
    expect(list.items.map(({ category }) => category)).toEqual(
      Array.from({ length: 60 }, (_, i) => (i < 30 ? undefined : 'Accessories')),
    );
  });

  test('accounts for what is no row of the table', async () => {
    const list = await readFixture('calc-en-two-pages.pdf');
    expect(skips(list)).toEqual([
      '1 title: OpEx price list',
      '2 title: Valid from 2026-04-01. All prices in EUR, per month.',
      '3 header: SKU Product name 1 month 1 year 5 years',
      '34 section: Accessories',
      '65 note: Delivery is not included.',
      '0 page-furniture: Example Ltd',
      '0 page-furniture: Example Ltd',
      '0 page-furniture: Page 1 of 2',
      '0 page-furniture: Page 2 of 2',
    ]);
    expect(reasons(list.remarks)).toEqual(['list-unit-from-note month 2']);
    expect(list.listDate).toBe('2026-04-01');
  });

  test('leaves the caller its bytes', async () => {
    const bytes = fixture('calc-en-two-pages.pdf');
    await pdfReader()(bytes);
    expect(bytes.length).toBeGreaterThan(0);
  });
});

describe('texts by their places', () => {
  const at = (text: string, x: number, y: number, width = text.length * 5): PdfItem => ({
    text,
    x,
    y,
    width,
    height: 10,
  });
  const texts = (...items: PdfItem[]): readonly (readonly string[])[] =>
    pdfTable([{ items }]).rows.map((row) => row.map((cell) => cell.text));

  test('numbers at the right of their columns, headers at the left', () => {
    expect(
      texts(
        at('SKU', 0, 90),
        at('Name', 60, 90),
        at('Monthly price', 120, 90),
        at('A-1', 0, 70),
        at('One', 60, 70),
        at('2.50', 200, 70),
      ),
    ).toEqual([
      ['SKU', 'Name', 'Monthly price'],
      ['A-1', 'One', '2.50'],
    ]);
  });

  test('words of a cell in pieces, on a base line that is a little off', () => {
    expect(texts(at('A-1', 0, 70), at('Desk', 60, 70), at('phone', 82, 70.6), at('2.50', 200, 70))).toEqual([
      ['A-1', 'Desk phone', '2.50'],
    ]);
  });

  test('a wrapped cell belongs to the row above', () => {
    expect(
      texts(
        at('A-1', 0, 70),
        at('Desk phone', 60, 70),
        at('2.50', 200, 70),
        at('with video', 60, 58),
        at('A-2', 0, 40),
        at('Two', 60, 40),
        at('3.50', 200, 40),
      ),
    ).toEqual([
      ['A-1', 'Desk phone with video', '2.50'],
      ['A-2', 'Two', '3.50'],
    ]);
  });
});
