import Papa from 'papaparse';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.ts';
import { type ListReason, listReason, refuse } from '../reasons.ts';
import { type Cell, EMPTY, type Table } from '../table.ts';
import { decodeText, type Encoding } from './decode.ts';

/** The comma last: of two that split a file alike, it is the one that stands within the numbers. */
export const DELIMITERS = [';', '\t', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvReading {
  readonly table: Table;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly remarks: readonly ListReason[];
}

/** Rows that a delimiter is judged by: enough to get past titles above the table. */
const PREVIEW = 80;

const parse = (text: string, delimiter: string, preview: number) =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false, header: false, dynamicTyping: false });

/**
 * The delimiter under which most rows have the same number of fields, the more fields the better: with decimal commas a
 * comma also splits every row alike, but into no more fields than the true delimiter does.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const row of parse(text, delimiter, PREVIEW).data) {
      if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    }
    for (const [fields, rows] of counts) {
      const score = rows * (fields - 1);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

const toCell = (text: string): Cell => {
  const trimmed = text.trim();
  return trimmed === '' ? EMPTY : { kind: 'text', text: trimmed };
};

/**
 * Reads a text file of separated values. All cells are text: what a number means is decided with its whole column.
 * `delimiter` overrules the guess. @throws ListRefusal where there is no text, or too much.
 */
export function readCsv(bytes: Uint8Array, delimiter?: Delimiter): CsvReading {
  const { text, encoding, certain } = decodeText(bytes);
  // Excel writes `sep=;` into the first line to tell itself; it is no row of the table, but keeps its row number.
  const told = /^sep=(.)\r?\n/i.exec(text);
  const toldDelimiter = DELIMITERS.find((each) => each === told?.[1]);
  const chosen = delimiter ?? toldDelimiter ?? guessDelimiter(text);
  const body = told ? text.slice(told[0].length - 1) : text;
  const { data, errors } = parse(body, chosen, MAX_ROWS + 1);
  const columns = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (data.length > MAX_ROWS || columns > MAX_COLUMNS) {
    refuse('list-sheet-too-large', { sheet: '', rows: data.length, columns });
  }
  const remarks = errors
    .filter((error) => error.type === 'Quotes')
    .slice(0, 1)
    .map((error) => listReason('list-quotes-unbalanced', { row: (error.row ?? 0) + 1 }));
  if (!certain) remarks.push(listReason('list-encoding-guessed', { encoding }));
  const rows = data.map((row) => row.map(toCell));
  return { table: { name: '', hidden: false, rows, merges: [] }, encoding, delimiter: chosen, remarks };
}
