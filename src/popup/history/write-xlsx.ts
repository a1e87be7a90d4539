// Not `/browser`: that one zips in a worker of a blob, which the extension's content security policy forbids.
import writeXlsxFile from 'write-excel-file/universal';
import { RUN_COLUMNS, type RunCell, type RunColumn, type RunTable } from '../../core/run-table.ts';

/** As many rows as a sheet holds, without its header. */
export const MOST_ROWS = 1_048_575;

const WIDTHS: Partial<Record<RunColumn, number>> = { run: 38, customer: 32, pbx: 24, state: 30, stopped: 60 };

/** Texts stay texts, so that no serial turns into a number and no name into a formula; instants become dates in UTC. */
export const xlsxFile = ({ header, rows }: RunTable, sheet: string, rightToLeft: boolean): Promise<Blob> =>
  writeXlsxFile([header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map(cellsOf)], {
    sheet,
    rightToLeft,
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd hh:mm:ss',
    columns: RUN_COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 20 })),
  }).toBlob();

const cellsOf = (row: readonly RunCell[]) =>
  row.map((cell) => {
    if (cell === undefined || cell === '') return null;
    return typeof cell === 'object' ? { value: new Date(cell.at), type: Date } : { value: cell, type: String };
  });
