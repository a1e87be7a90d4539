import { MAX_SHOWN, MAX_SKU, MAX_TEXT } from '../limits.ts';
import { type ListReason, listReason } from '../reasons.ts';
import type { RejectedRow } from '../result.ts';
import { type Cell, cellAt, EMPTY } from '../table.ts';
import type { PricedRow } from './articles.ts';
import type { DataLine } from './lines.ts';
import { type Article, type ListContext, type RowReading, readRow, shownCells } from './prices.ts';

/** `4.71E+11`: what a spreadsheet made of a long article number; its last digits are lost. */
const MANGLED = /^\d([.,]\d+)?E\+\d+$/i;

function skuProblem(cell: Cell): ListReason | undefined {
  if (cell.kind === 'empty' || cell.kind === 'error') return listReason('list-sku-missing', {});
  if (cell.kind === 'formula') return listReason('list-sku-formula', {});
  const isDecimal = cell.kind === 'number' && !/^\d+$/.test(cell.text);
  if (isDecimal || cell.kind === 'date' || cell.text.length > MAX_SKU || MANGLED.test(cell.text)) {
    return listReason('list-sku-mangled', { text: cell.text.slice(0, MAX_SHOWN) });
  }
  return undefined;
}

/** The cell, or the top of the merged block it belongs to. */
function merged({ table }: ListContext, row: number, column: number): Cell {
  const own = cellAt(table.rows[row], column);
  if (own.kind !== 'empty') return own;
  const span = table.merges.find(
    (each) => each.left === column && each.right === column && each.top < row && row <= each.bottom,
  );
  return span ? cellAt(table.rows[span.top], column) : own;
}

/** Reads all data rows: who each is about, and what its prices are. */
export function readRows(lines: readonly DataLine[], context: ListContext): RowReading {
  const { columns } = context.mapping;
  const column = { sku: -1, name: -1, category: -1, duration: -1 };
  for (const role of ['sku', 'name', 'category', 'duration'] as const)
    column[role] = columns.findIndex((use) => use.role === role);
  const priced: PricedRow[] = [];
  const rejected: RejectedRow[] = [];
  const remarks: ListReason[] = [];
  let above: Article | undefined;
  for (const line of lines) {
    const cell = (index: number): Cell => (index < 0 ? EMPTY : merged(context, line.index, index));
    const sku = cell(column.sku);
    const name = cell(column.name).text.slice(0, MAX_TEXT);
    const category = (cell(column.category).text || line.section)?.slice(0, MAX_TEXT);
    // With one row per duration, lists print the article once; the rows below it leave its cells empty.
    const continues = sku.kind === 'empty' && name === '' && column.duration >= 0;
    const problem = continues && above ? undefined : skuProblem(sku);
    if (problem) {
      above = undefined;
      rejected.push({ row: line.index + 1, reason: problem, cells: textsOf(context, line) });
      continue;
    }
    const article: Article =
      continues && above ? above : { sku: sku.text, ...(name && { name }), ...(category && { category }) };
    above = article;
    const reading = readRow(line, article, context);
    priced.push(...reading.priced);
    rejected.push(...reading.rejected);
    remarks.push(...reading.remarks);
    if (reading.priced.length > 0 || reading.rejected.length > 0) continue;
    rejected.push({ row: line.index + 1, reason: listReason('list-price-missing', {}), cells: textsOf(context, line) });
  }
  return { priced, rejected, remarks };
}

const textsOf = ({ table }: ListContext, line: DataLine): readonly string[] => shownCells(table.rows[line.index] ?? []);
