import { MAX_COLUMNS } from '../limits.ts';
import { refuse } from '../reasons.ts';
import { type Cell, EMPTY, type Table } from '../table.ts';
import { type PdfLine, type Piece, pageFurniture, toLines } from './lines.ts';
import type { PdfPage } from './text-items.ts';

/** The horizontal extent of a column. */
interface Band {
  left: number;
  right: number;
}

/** A line of the table has at least this many cells; titles and notes have fewer and would glue columns together. */
const TABLE_CELLS = 3;

const overlap = (band: Band, piece: Piece): number =>
  Math.min(band.right, piece.right) - Math.max(band.left, piece.left);

/**
 * The columns of all pages: the pieces of table lines, from the narrowest on, joined where they stand above each other.
 * A wide piece that reaches into two columns makes them one only if nothing narrower tells them apart.
 */
export function columnBands(lines: readonly PdfLine[]): readonly Band[] {
  const most = Math.max(0, ...lines.map(({ pieces }) => pieces.length));
  const pieces = lines
    .filter((line) => line.pieces.length >= Math.min(TABLE_CELLS, most))
    .flatMap((line) => line.pieces)
    .sort((a, b) => a.right - a.left - (b.right - b.left));
  const bands: Band[] = [];
  for (const piece of pieces) {
    const touched = bands.filter((band) => overlap(band, piece) > 0);
    const [only] = touched;
    if (!only) {
      if (bands.length === MAX_COLUMNS)
        refuse('list-sheet-too-large', { sheet: '', rows: lines.length, columns: bands.length + 1 });
      bands.push({ left: piece.left, right: piece.right });
    } else if (touched.length === 1) {
      only.left = Math.min(only.left, piece.left);
      only.right = Math.max(only.right, piece.right);
    }
  }
  return joinBands(
    bands.sort((a, b) => a.left - b.left),
    lines,
  );
}

const inBand = (band: Band, line: PdfLine): boolean => line.pieces.some((piece) => overlap(band, piece) > 0);

/**
 * A header at the left of its column and numbers at its right may not overlap. Neighbours of which no line ever fills
 * both are one column.
 */
function joinBands(bands: readonly Band[], lines: readonly PdfLine[]): readonly Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last && !lines.some((line) => inBand(last, line) && inBand(band, line))) last.right = band.right;
    else joined.push({ ...band });
  }
  return joined;
}

/** The column of a piece: a title that reaches over several stands in the first of them. */
function columnOf(piece: Piece, bands: readonly Band[]): number {
  const touched = bands.flatMap((band, index) => (overlap(band, piece) > 1 ? [index] : []));
  if (touched.length > 0) return touched[0] ?? 0;
  const distance = (band: Band): number => -overlap(band, piece);
  return bands.reduce((at, band, index) => (distance(band) < distance(bands[at] ?? band) ? index : at), 0);
}

function toRow(line: PdfLine, bands: readonly Band[]): readonly Cell[] {
  const cells: Cell[] = bands.map(() => EMPTY);
  for (const piece of line.pieces) {
    const best = columnOf(piece, bands);
    const text = cells[best]?.text ? `${cells[best]?.text} ${piece.text}` : piece.text;
    cells[best] = { kind: 'text', text };
  }
  return cells;
}

/** A cell that was wrapped: alone on its line, not in the first column, close below the row it belongs to. */
function continues(row: readonly Cell[], line: PdfLine, above: PdfLine | undefined): boolean {
  const held = row.flatMap((cell, index) => (cell.kind === 'empty' ? [] : [index]));
  const isClose = above?.page === line.page && above.y - line.y < line.height * 1.6;
  return held.length === 1 && held[0] !== 0 && isClose && (above?.pieces.length ?? 0) >= TABLE_CELLS;
}

/** Puts a wrapped line's text behind the cell above it. */
const joinRows = (above: readonly Cell[], row: readonly Cell[]): readonly Cell[] =>
  above.map((cell, index) => {
    const more = row[index]?.text ?? '';
    return more === '' ? cell : { kind: 'text', text: `${cell.text} ${more}`.trim() };
  });

/**
 * The table that a PDF's pages show, from where its texts stand. Its rows count the
 * lines of text over all pages, without headers and footers of pages. @throws ListRefusal where there is no text, as in a scan.
 */
export function pdfTable(pages: readonly PdfPage[]): Table {
  const all = toLines(pages);
  if (all.length === 0) refuse('list-pdf-without-text', {});
  const furniture = pageFurniture(all);
  const lines = all.filter((line) => !furniture.has(line));
  const bands = columnBands(lines);
  const rows: (readonly Cell[])[] = [];
  lines.forEach((line, index) => {
    const row = toRow(line, bands);
    const above = rows.at(-1);
    if (above && continues(row, line, lines[index - 1])) rows[rows.length - 1] = joinRows(above, row);
    else rows.push(row);
  });
  const texts = [...furniture].map((line) => line.pieces.map(({ text }) => text).join(' '));
  return { name: '', hidden: false, rows, merges: [], furniture: texts };
}
