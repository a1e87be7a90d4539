import { language } from '../i18n.ts';
import { MOST_ROWS, type Table, type TableWriter } from './table.ts';

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

interface Look {
  readonly header: readonly string[];
  /** In characters, for each column that is not 20 wide. */
  readonly widths?: readonly (number | undefined)[];
  /** The name of the sheet. */
  readonly name: string;
}

/** A writer in the reader's language and direction. What writes a file is loaded when one is written. */
export async function tableWriter(format: Format, { header, widths = [], name }: Look): Promise<TableWriter> {
  if (format === 'csv') {
    const { csvWriter, separatorOf } = await import('./csv.ts');
    return csvWriter(header, separatorOf(language()));
  }
  const { xlsxWriter } = await import('./xlsx.ts');
  const rightToLeft = document.documentElement.dir === 'rtl';
  return xlsxWriter({ header, widths: header.map((_, i) => widths[i] ?? 20), name, rightToLeft });
}

/** A table that is at hand as a file. */
export async function tableFile(format: Format, { rows, ...look }: Table & Look): Promise<Blob> {
  const writer = await tableWriter(format, look);
  writer.add(rows);
  return writer.end();
}

export const fits = (format: Format, rows: number): boolean => format === 'csv' || rows <= MOST_ROWS;

/** `orders-2026-11-27.csv`; the day in UTC. */
export const datedName = (name: string, format: Format): string =>
  `${name}-${new Date().toISOString().slice(0, 10)}.${format}`;
