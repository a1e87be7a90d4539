// Not `/browser`: that one zips in a worker of a blob, which the extension's content security policy forbids.
import writeXlsxFile from 'write-excel-file/universal';
import { decimalOf } from '../../core/money/money.ts';
import type { QuoteCell, QuoteTable } from './quote-table.ts';

/** Texts stay texts, so that no name becomes a formula; amounts are numbers in the form of their currency. */
export const quoteXlsx = ({ header, rows }: QuoteTable, sheet: string, rightToLeft: boolean): Promise<Blob> =>
  writeXlsxFile([header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map(cellsOf)], {
    sheet,
    rightToLeft,
    stickyRowsCount: 1,
    columns: header.map((_, i) => ({ width: i < 2 ? 28 : 16 })),
  }).toBlob();

const cellsOf = (row: readonly QuoteCell[]) =>
  row.map((cell) => {
    if (cell === undefined || cell === '') return null;
    if (typeof cell === 'string') return { value: cell, type: String };
    if (typeof cell === 'number') return { value: cell, type: Number };
    const decimal = decimalOf(cell);
    const places = decimal.split('.')[1]?.length ?? 0;
    const format = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''} "${cell.currency}"`;
    return { value: Number(decimal), type: Number, format };
  });
