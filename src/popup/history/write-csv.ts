import Papa from 'papaparse';
import type { RunTable } from '../../core/run-table.ts';

/** What a spreadsheet would take for a formula, also in full-width signs, and also where the text goes on in a new line. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** UTF-8 with its mark, without which Excel reads it in an old code page. Instants stay ISO 8601 in UTC. */
export function csvText({ header, rows }: RunTable, separator: ',' | ';'): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.at : (cell ?? ''))));
  return (
    Papa.BYTE_ORDER_MARK + Papa.unparse([[...header], ...cells], { delimiter: separator, escapeFormulae: FORMULA })
  );
}

/** What Excel expects: a semicolon where the comma is the decimal mark. */
export const separatorOf = (language: string): ',' | ';' =>
  new Intl.NumberFormat(language).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',')
    ? ';'
    : ',';
