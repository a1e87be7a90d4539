import { type Cells, headings, splitCells } from './cells.ts';
import { quantityOf, readings } from './readings.ts';

/** One way to read a line: so many of what is called so. Without `quantity`: the whole line is the name. */
export interface Reading {
  readonly name: string;
  readonly quantity?: number;
}

export interface PastedLine {
  /** As it was pasted, for the partner to compare. */
  readonly text: string;
  /** The likeliest first; which of them holds, only the products on the page tell. */
  readonly readings: readonly Reading[];
}

export interface PastedList {
  readonly lines: readonly PastedLine[];
  /** Lines that were passed over as headings. */
  readonly headings: readonly string[];
  /** More lines than are read: the rest is not in it. */
  readonly tooLong: boolean;
}

export const MOST_LINES = 500;
const LONGEST_LINE = 400;

/**
 * Reads a list of products as a mail or a spreadsheet gives it: one a line, SKU or name and quantity in any order, in columns
 * (tabs, semicolons, bars) or in words ("12 x Name", "Name (12)"). Nothing is decided here that the products decide: a
 * name may end in a number.
 */
export function parsePasted(text: string): PastedList {
  const rows = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\p{Cf}]/gu, '').trim())
    .filter((line) => /[\p{L}\d]/u.test(line));
  const cells = rows.slice(0, MOST_LINES).map((line) => splitCells(line.slice(0, LONGEST_LINE)));
  const skipped: string[] = [];
  const lines: PastedLine[] = [];
  let columns: ReturnType<typeof headings>;
  const numbered = isNumbered(cells);
  for (const row of cells) {
    const found = headings(row);
    if (found !== undefined) {
      columns = found;
      skipped.push(row.text);
      continue;
    }
    lines.push({
      text: row.text,
      readings: readings(numbered ? withoutFirst(row) : row, numbered ? undefined : columns),
    });
  }
  return { lines, headings: skipped, tooLong: rows.length > MOST_LINES };
}

/** A first column that counts the lines, 1, 2, 3 …, where another one holds quantities. */
function isNumbered(rows: readonly Cells[]): boolean {
  const body = rows.filter((row) => headings(row) === undefined);
  return (
    body.length > 1 &&
    rows.length === body.length &&
    body.every(
      ({ cells }, i) =>
        cells.length > 2 &&
        quantityOf((cells[0] ?? '').replace(/\.$/, '')) === i + 1 &&
        cells.slice(1).some((cell) => quantityOf(cell) !== undefined),
    )
  );
}

const withoutFirst = (row: Cells): Cells => ({ ...row, cells: row.cells.slice(1) });
