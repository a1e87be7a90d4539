import type { ColumnUse } from '../mapping.ts';
import { type ListReason, listReason } from '../reasons.ts';
import { type Cell, cellAt, columnLetters, filled, type Table } from '../table.ts';
import type { Header } from './header.ts';
import { readTime } from './time.ts';
import { looksLikeAmount, looksLikeSku, profile } from './values.ts';

/** The cells of a column below the header, in rows that hold more than a heading. */
const valuesOf = (table: Table, header: Header, column: number): readonly Cell[] =>
  table.rows
    .slice(header.row + 1)
    .filter((row) => filled(row) > 1)
    .map((row) => cellAt(row, column));

const looksLikeDuration = (cell: Cell): boolean => cell.kind === 'text' && readTime(cell.text).months !== undefined;

/** Takes a role back where the values under a promising header cannot be what it says. */
export function holds(table: Table, header: Header, column: number, use: ColumnUse): boolean {
  const cells = valuesOf(table, header, column);
  if (cells.every((cell) => cell.kind === 'empty')) return true;
  if (use.role === 'price') return profile(cells, looksLikeAmount).share >= 0.2;
  if (use.role === 'duration') {
    const isLength = (cell: Cell): boolean => looksLikeDuration(cell) || /^\d{1,3}$/.test(cell.text);
    return profile(cells, isLength).share >= 0.5;
  }
  return true;
}

/** The one free column whose values pass a test; two of them are a question, none is an answer. */
function onlyColumn(
  table: Table,
  header: Header,
  uses: readonly ColumnUse[],
  test: (cell: Cell) => boolean,
): number | undefined {
  const candidates = uses.flatMap((use, column) => {
    const { share, held } = profile(valuesOf(table, header, column), test);
    const free = use.role === 'ignore' || use.role === 'name';
    return free && !header.readings[column]?.leave && held > 0 && share >= 0.9 ? [column] : [];
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** What the headers left open, by what stands in the columns. */
export function byValues(table: Table, header: Header, uses: ColumnUse[]): readonly ListReason[] {
  const remarks: ListReason[] = [];
  const has = (role: ColumnUse['role']): boolean => uses.some((use) => use.role === role);
  const take = (role: 'sku' | 'duration', test: (cell: Cell) => boolean): void => {
    const column = has(role) ? undefined : onlyColumn(table, header, uses, test);
    if (column === undefined) return;
    uses[column] = { role };
    remarks.push(listReason('list-column-by-values', { column: columnLetters(column), role }));
  };
  take('sku', looksLikeSku);
  if (!uses.some((use) => use.role === 'price' && use.duration !== undefined)) take('duration', looksLikeDuration);
  if (has('price')) return remarks;
  uses.forEach((use, column) => {
    const { share, held } = profile(valuesOf(table, header, column), looksLikeAmount);
    if (use.role !== 'ignore' || header.readings[column]?.leave || held === 0 || share < 0.9) return;
    uses[column] = { role: 'price', unit: 'unknown' };
    remarks.push(listReason('list-column-by-values', { column: columnLetters(column), role: 'price' }));
  });
  return remarks;
}
