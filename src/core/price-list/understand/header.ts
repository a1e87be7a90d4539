import { HEADER_WITHIN } from '../limits.ts';
import { type Cell, cellAt, filled, type Table } from '../table.ts';
import { classifyHeader, type HeaderReading } from './classify.ts';
import { shapeOf } from './shape.ts';
import { looksLikeAmount, looksLikePrice, looksLikeSku } from './values.ts';

/** A row taken for the header row. */
export interface Header {
  /** 0-based; −1 where the table starts with data. */
  readonly row: number;
  /** Text per column, with the text of a merged group cell above put in front. */
  readonly texts: readonly string[];
  readonly readings: readonly HeaderReading[];
  readonly shape: string;
  readonly score: number;
}

/** The text of a cell that is merged over several columns of the row above, which names the group of those columns. */
function groupText(table: Table, row: number, column: number): string {
  const span = table.merges.find(
    (each) => each.bottom === row - 1 && each.left <= column && column <= each.right && each.right > each.left,
  );
  if (!span) return '';
  // A title stands alone in its row and names no group.
  return filled(table.rows[span.top] ?? []) <= 1 ? '' : cellAt(table.rows[span.top], span.left).text;
}

/** Header texts of a row, each column on its own. */
export function headerTexts(table: Table, row: number): readonly string[] {
  const cells = table.rows[row] ?? [];
  return cells.map((cell, column) => {
    // A header cell merged with the one above it holds its text up there.
    const upper = cell.kind === 'empty' ? tallText(table, row, column) : '';
    return [groupText(table, row, column), cell.text, upper].filter((text) => text !== '').join(' ');
  });
}

/** The text above an empty cell of a header of two rows, merged or not; a title alone in its row is none. */
function tallText(table: Table, row: number, column: number): string {
  const above = table.rows[row - 1] ?? [];
  const span = table.merges.find(
    (each) => each.top < row && row <= each.bottom && each.left <= column && column <= each.right,
  );
  if (span) return cellAt(table.rows[span.top], span.left).text;
  const own = cellAt(above, column);
  return filled(above) >= 2 && own.kind === 'text' ? own.text : '';
}

const POINTS = { sku: 4, name: 3, category: 1, duration: 2, currency: 1, price: 3, ignore: 0 } as const;

/** Describes a row as if it were the header row. */
export function asHeader(table: Table, row: number): Header {
  const texts = row < 0 ? [] : headerTexts(table, row);
  const readings = texts.map(classifyHeader);
  const roles = new Set(readings.map(({ use }) => use.role));
  const prices = readings.filter(({ use }) => use.role === 'price').length;
  const amounts = (table.rows[row] ?? []).filter(
    (cell) => cell.kind === 'number' || /^\d[\d.,]*$/.test(cell.text),
  ).length;
  let score = prices > 1 ? 3 : 0;
  for (const role of roles) score += POINTS[role];
  return { row, texts, readings, shape: shapeOf(texts), score: score - 3 * amounts };
}

/** A header row says at least what is priced, and that there is a price. */
function isComplete({ readings }: Header): boolean {
  const roles = new Set(readings.map(({ use }) => use.role));
  return roles.has('price') && (roles.has('sku') || roles.has('name'));
}

/**
 * The header row by its words: the best of the first 30 rows, the upper one of equals (a list repeats its headers).
 * `undefined` where no row names a product and a price.
 */
export function findHeader(table: Table): Header | undefined {
  let best: Header | undefined;
  for (let row = 0; row < Math.min(HEADER_WITHIN, table.rows.length); row++) {
    const cells = table.rows[row] ?? [];
    // Names of products are made of the words of headers; a row that prints a price is an article all the same.
    if (filled(cells) < 2 || cells.some(looksLikePrice)) continue;
    const header = asHeader(table, row);
    if (isComplete(header) && header.score > (best?.score ?? 0)) best = header;
  }
  return best;
}

const isData = (row: readonly Cell[]): boolean =>
  row.some((cell) => cell.kind !== 'number' && looksLikeSku(cell)) && row.filter(looksLikeAmount).length > 0;

/** Where the words are of no known language: the row above the first row that looks like data, if it is all text. */
export function headerByValues(table: Table): Header | undefined {
  const data = table.rows.slice(0, HEADER_WITHIN + 1).findIndex(isData);
  if (data < 0) return undefined;
  const above = table.rows[data - 1] ?? [];
  const isHeader =
    filled(above) >= 2 &&
    !above.some(looksLikePrice) &&
    above.every((cell) => cell.kind === 'empty' || cell.kind === 'text');
  return asHeader(table, isHeader ? data - 1 : -1);
}

/** The row whose headers have a remembered shape, wherever it stands now. */
export function headerOfShape(table: Table, shape: string): Header | undefined {
  for (let row = 0; row < Math.min(HEADER_WITHIN, table.rows.length); row++) {
    if (shapeOf(headerTexts(table, row)) === shape) return asHeader(table, row);
  }
  return undefined;
}
