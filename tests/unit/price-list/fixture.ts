import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportOptions, importPriceList } from '../../../src/core/price-list/import.ts';
import { pdfReader } from '../../../src/core/price-list/pdf/pdfjs.ts';
import type { ListReason } from '../../../src/core/price-list/reasons.ts';
import type { ImportResult, ReadList } from '../../../src/core/price-list/result.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/price-lists');

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));

export const importFixture = (name: string, options: ImportOptions = {}): Promise<ImportResult> =>
  importPriceList(fixture(name), name, { readPdf: pdfReader(), ...options });

/** A list that must have been read. */
export async function readFixture(name: string, options: ImportOptions = {}): Promise<ReadList> {
  return mustBeRead(await importFixture(name, options));
}

export function mustBeRead(result: ImportResult): ReadList {
  if (result.status === 'refused') throw new Error(`refused: ${result.reason.code}`);
  return result;
}

export const importCsv = async (text: string, options: ImportOptions = {}): Promise<ReadList> =>
  mustBeRead(await importPriceList(new TextEncoder().encode(text), 'list.csv', options));

/** Prices on one line each: `TEL-100 P1M 310 EUR month`. */
export const prices = ({ items }: ReadList): readonly string[] =>
  items.flatMap(({ sku, prices: own }) =>
    Object.entries(own).flatMap(([duration, price]) =>
      price ? [`${sku} ${duration} ${price.money.amountMinor} ${price.money.currency} ${price.unit}`] : [],
    ),
  );

const line = ({ code, params }: ListReason): string => [code, ...Object.values(params ?? {})].join(' ');

export const reasons = (list: readonly ListReason[]): readonly string[] => list.map(line);

export const rejections = ({ rejected }: ReadList): readonly string[] =>
  rejected.map(({ row, reason }) => `${row} ${line(reason)}`);

export const skips = ({ skipped }: ReadList): readonly string[] =>
  skipped.map(({ row, kind, text }) => `${row} ${kind}: ${text}`);

/** Uses of the columns: `sku name price:P1M:month`. */
export const uses = ({ columns }: ReadList): string =>
  columns.map(({ use }) => (use.role === 'price' ? `price:${use.duration ?? '-'}:${use.unit}` : use.role)).join(' ');
