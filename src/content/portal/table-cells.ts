import { cellsUnder } from './cells.ts';
import type { Box } from './dom.ts';
import type { HeaderLine } from './headers.ts';

/** What was measured on one row of a table: which of its cells stands under which header cell. */
interface Stencil {
  readonly left: number;
  readonly right: number;
  /** Index of the header cell → index of the row's cell, or −1. */
  readonly indices: readonly number[];
}

const stencils = new WeakMap<HeaderLine, Map<Element, Map<number, Stencil>>>();

/** The cells of a table's row. A table keeps its columns in line, so one row is measured for all that have as many cells. */
export function tableCells(row: HTMLTableRowElement, line: HeaderLine, box: Box): (Element | undefined)[] {
  const plain = isPlain(row);
  const known = plain ? stencilsOf(row, line) : undefined;
  const stencil = known?.get(row.cells.length);
  if (stencil !== undefined && Math.abs(stencil.left - box.left) < 1 && Math.abs(stencil.right - box.right) < 1)
    return stencil.indices.map((index) => (index < 0 ? undefined : (row.cells[index] ?? undefined)));
  const cells = cellsUnder(row, line);
  const places = new Map<Element, number>([...row.cells].map((cell, i) => [cell, i]));
  const indices = cells.map((cell) => (cell === undefined ? -1 : (places.get(cell) ?? -2)));
  if (known !== undefined && !indices.includes(-2) && isInLine(row))
    known.set(row.cells.length, { left: box.left, right: box.right, indices });
  return cells;
}

function stencilsOf(row: HTMLTableRowElement, line: HeaderLine): Map<number, Stencil> {
  const tables = stencils.get(line) ?? new Map<Element, Map<number, Stencil>>();
  stencils.set(line, tables);
  const table = row.closest('table') ?? row;
  const known = tables.get(table) ?? new Map<number, Stencil>();
  tables.set(table, known);
  return known;
}

/** A cell that spans several columns or rows moves the others. */
const isPlain = (row: HTMLTableRowElement): boolean => row.querySelector('[colspan],[rowspan]') === null;

/** Whether the browser's own table layout is at work: cells of a row made a flex box stand where they like. */
function isInLine(row: HTMLTableRowElement): boolean {
  if (getComputedStyle(row).display !== 'table-row') return false;
  return [...row.cells].every((cell) => {
    const { display, position } = getComputedStyle(cell);
    return display === 'none' || (display === 'table-cell' && position !== 'absolute' && position !== 'fixed');
  });
}
