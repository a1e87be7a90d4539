import { MAX_TEXT } from '../limits.ts';
import type { ColumnUse } from '../mapping.ts';
import type { SkippedRow } from '../result.ts';
import { type Cell, cellAt, filled, type Table } from '../table.ts';
import type { Header } from './header.ts';
import { normalise } from './normalise.ts';
import { looksLikeAmount, looksLikeSku } from './values.ts';

/** A row below the header that is read for prices. `section` is the heading above it. */
export interface DataLine {
  readonly index: number;
  readonly section?: string;
}

export interface Lines {
  readonly data: readonly DataLine[];
  readonly skipped: readonly SkippedRow[];
}

export const rowText = (row: readonly Cell[]): string =>
  row
    .map((cell) => cell.text)
    .filter((text) => text !== '')
    .join(' ');

const columnsOf = (uses: readonly ColumnUse[], role: ColumnUse['role']): readonly number[] =>
  uses.flatMap((use, column) => (use.role === role ? [column] : []));

function isRepeatedHeader(row: readonly Cell[], header: Header): boolean {
  const texts = header.texts.map(normalise);
  const own = row.map((cell) => normalise(cell.text));
  return filled(row) >= 2 && own.every((text, column) => text === '' || (texts[column] ?? '').endsWith(text));
}

/** Sorts the rows of a table into data and what only surrounds it, by the columns' uses. */
export function sortLines(table: Table, header: Header, uses: readonly ColumnUse[]): Lines {
  const skus = columnsOf(uses, 'sku');
  const prices = columnsOf(uses, 'price');
  const hasPrice = (row: readonly Cell[]): boolean => prices.some((column) => looksLikeAmount(cellAt(row, column)));
  const hasSku = (row: readonly Cell[]): boolean => skus.some((column) => cellAt(row, column).kind !== 'empty');
  const isPriced = (row: readonly Cell[]): boolean => hasPrice(row) && (hasSku(row) || filled(row) > 1);
  const last = table.rows.findLastIndex((row, index) => index > header.row && isPriced(row));

  /** An article without any price is an error to show; a heading is one cell that does not look like an article. */
  const isHeading = (row: readonly Cell[], index: number): boolean => {
    if (filled(row) !== 1 || hasPrice(row)) return false;
    const merged = table.merges.some(({ top, bottom, right, left }) => top <= index && index <= bottom && right > left);
    return merged || !skus.some((column) => looksLikeSku(cellAt(row, column)));
  };

  const data: DataLine[] = [];
  const skipped: SkippedRow[] = [];
  let section: string | undefined;
  const kindOf = (row: readonly Cell[], index: number): SkippedRow['kind'] | 'data' => {
    if (index < header.row) return isUpperHeader(table, header, index) ? 'header' : 'title';
    if (index === header.row) return 'header';
    if (isRepeatedHeader(row, header)) return 'header-repeated';
    if (index > last && !hasPrice(row) && !isArticle(row, skus)) return 'note';
    if (!isHeading(row, index)) return 'data';
    return isRemark(rowText(row)) ? 'note' : 'section';
  };
  for (const [index, row] of table.rows.entries()) {
    if (filled(row) === 0) continue;
    const kind = kindOf(row, index);
    if (kind === 'data') data.push(section === undefined ? { index } : { index, section });
    else skipped.push({ row: index + 1, kind, text: rowText(row).slice(0, MAX_TEXT) });
    if (kind === 'section') section = rowText(row);
  }
  return { data, skipped };
}

/** A sentence, or what an asterisk refers to: a remark between the rows, no heading of the rows below. */
const isRemark = (text: string): boolean => text.length > 80 || /^[*†¹²³]/.test(text) || /[.!]$/.test(text);

const isArticle = (row: readonly Cell[], skus: readonly number[]): boolean =>
  filled(row) > 1 && skus.some((column) => looksLikeSku(cellAt(row, column)));

/** The row above a header of two rows, whose texts went into the column headers. */
const isUpperHeader = (table: Table, header: Header, index: number): boolean =>
  index === header.row - 1 &&
  filled(table.rows[index] ?? []) >= 2 &&
  header.texts.some((text, column) => text !== '' && text !== cellAt(table.rows[header.row], column).text);
