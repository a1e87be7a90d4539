import { cellsUnder } from './cells.ts';
import type { Box } from './dom.ts';
import type { HeaderLine } from './headers.ts';
import { columnConcepts } from './vocabulary/columns.ts';
import { labelKey } from './vocabulary/label.ts';

/** What was measured on one row of a table: which of its cells stands under which header cell. */
interface Stencil {
  readonly left: number;
  readonly right: number;
  /** Index of the header cell → index of the row's cell, or −1. */
  readonly indices: readonly number[];
}

const stencils = new WeakMap<HeaderLine, Map<Element, Map<number, Stencil> | null>>();

/** The cells of a table's row. A table keeps its columns in line, so one row is measured for all that have as many cells. */
export function tableCells(row: HTMLTableRowElement, line: HeaderLine, box: Box): (Element | undefined)[] {
  const known = numberedCells(row, line) ?? cellsByName(row, line);
  if (known !== undefined) return known;
  if (liesOver(line)) return line.cells.map(() => undefined);
  const plain = isPlain(row);
  const measured = plain ? stencilsOf(row, line) : undefined;
  const stencil = measured?.get(row.cells.length);
  if (stencil !== undefined && Math.abs(stencil.left - box.left) < 1 && Math.abs(stencil.right - box.right) < 1)
    return stencil.indices.map((index) => (index < 0 ? undefined : (row.cells[index] ?? undefined)));
  const cells = cellsUnder(row, line);
  const places = new Map<Element, number>([...row.cells].map((cell, i) => [cell, i]));
  const indices = cells.map((cell) => (cell === undefined ? -1 : (places.get(cell) ?? -2)));
  if (measured !== undefined && !indices.includes(-2) && isInLine(row))
    measured.set(row.cells.length, { left: box.left, right: box.right, indices });
  return cells;
}

/** `undefined` where rows with as many cells may lack different ones: one stands beside a cell of a row before it. */
function stencilsOf(row: HTMLTableRowElement, line: HeaderLine): Map<number, Stencil> | undefined {
  const tables = stencils.get(line) ?? new Map<Element, Map<number, Stencil> | null>();
  stencils.set(line, tables);
  const table = row.closest('table') ?? row;
  const before = tables.get(table);
  if (before !== undefined) return before ?? undefined;
  const made = spansRows(table) ? null : new Map<number, Stencil>();
  tables.set(table, made);
  return made ?? undefined;
}

/** What the header row of a table tells of all its rows. */
interface Numbers {
  readonly table: Element;
  readonly count: number;
  /** Index of the header cell → number of its cell in the row. */
  readonly indices: readonly number[];
}

const numbers = new WeakMap<HeaderLine, Numbers | null>();

/**
 * The cells of a row that has as many as the header row of the same table: the first is the first, wherever they are drawn. Columns
 * that stay while others are scrolled lie over those, and a body that scrolls by itself may be wider than its header.
 * `undefined` where the header is none of a table's rows, or cells span several places.
 */
function numberedCells(row: HTMLTableRowElement, line: HeaderLine): (Element | undefined)[] | undefined {
  const known = numbersFor(row, line);
  return known?.indices.map((index) => row.cells[index]);
}

/** Whether a row's cells are known by their number or their names, wherever they stand. */
export const isNumbered = (row: Element | undefined, line: HeaderLine): boolean =>
  row instanceof HTMLTableRowElement && (numbersFor(row, line) !== undefined || cellsByName(row, line) !== undefined);

/**
 * Where a table is drawn for a narrow window, its header is out of sight, cells stand one below the other, and the style sheet puts
 * before each the name of its column: that tells which cell it is. `undefined` where a row is drawn as a row, or nothing stands there.
 */
function cellsByName(row: HTMLTableRowElement, line: HeaderLine): (Element | undefined)[] | undefined {
  if (isTableRow(row)) return undefined;
  const named = [...row.cells].flatMap((cell) => {
    const name = nameBefore(cell);
    return name === '' ? [] : [{ cell, key: labelKey(name), concepts: String(columnConcepts(name)) }];
  });
  if (named.length === 0) return undefined;
  return line.cells.map(({ label, concepts }) => {
    const key = labelKey(label);
    const own = named.filter((one) => one.key === key || (concepts.length > 0 && one.concepts === String(concepts)));
    return own.length === 1 ? own[0]?.cell : undefined;
  });
}

/** Whether what is drawn in a row itself says which cell is whose, wherever the header is. */
export const namesItsCells = (row: HTMLTableRowElement, line: HeaderLine): boolean =>
  cellsByName(row, line)?.some((cell) => cell !== undefined) === true;

/** Words that the style sheet puts before a cell's own. */
function nameBefore(cell: Element): string {
  const { content } = getComputedStyle(cell, '::before');
  const attribute = /^attr\(([\w-]+)\)$/.exec(content)?.[1];
  if (attribute !== undefined) return cell.getAttribute(attribute) ?? '';
  return /^"(.*)"$/s.exec(content)?.[1]?.replace(/\\(.)/g, '$1') ?? '';
}

function numbersFor(row: HTMLTableRowElement, line: HeaderLine): Numbers | undefined {
  let known = numbers.get(line);
  if (known === undefined) {
    known = isTableRow(row) && ![...row.cells].some(isGone) ? numbersOf(line) : null;
    numbers.set(line, known);
  }
  if (known === null || row.cells.length !== known.count || row.closest('table') !== known.table) return undefined;
  return hasSpans(row) ? undefined : known;
}

/** Whether header cells lie over each other: then where a cell stands tells nothing. */
const liesOver = ({ cells }: HeaderLine): boolean =>
  cells.some(({ box }, i) => box.left < (cells[i - 1]?.box.right ?? box.left) - 8);

/** A hidden cell may stand for a header that is hidden in another way: then only where cells stand tells. */
const isGone = (cell: HTMLTableCellElement): boolean => cell.offsetWidth <= 1;

function numbersOf({ cells }: HeaderLine): Numbers | null {
  const row = cells[0]?.element.closest('tr');
  const table = row?.closest('table');
  if (
    row == null ||
    table == null ||
    spansRows(table) ||
    hasSpans(row) ||
    getComputedStyle(row).display !== 'table-row'
  )
    return null;
  const indices = cells.map(({ element }) =>
    element instanceof HTMLTableCellElement && element.parentElement === row ? element.cellIndex : -1,
  );
  return indices.includes(-1) ? null : { table, count: row.cells.length, indices };
}

/** A cell that spans several rows moves those of the rows below it. */
const spansRows = (table: Element): boolean => table.querySelector('[rowspan]:not([rowspan="1"])') !== null;
const hasSpans = (row: HTMLTableRowElement): boolean =>
  [...row.cells].some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1);

/** A cell that spans several columns or rows moves the others. */
const isPlain = (row: HTMLTableRowElement): boolean => row.querySelector('[colspan],[rowspan]') === null;

/** Whether the browser's own table layout is at work: cells of a row made a flex box stand where they like. */
function isInLine(row: HTMLTableRowElement): boolean {
  if (!isTableRow(row)) return false;
  return [...row.cells].every((cell) => {
    const { display, position } = getComputedStyle(cell);
    return display === 'none' || (display === 'table-cell' && position !== 'absolute' && position !== 'fixed');
  });
}

const isTableRow = (row: Element): boolean => getComputedStyle(row).display === 'table-row';
