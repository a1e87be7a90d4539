import { around, type Box, boxOf, flatChildren, overlap, sameLine } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';
import { tableCells } from './table-cells.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';

/** One row below a header line: what stands under each header cell, or nothing there. */
export interface GridRow {
  /** The row, or its parts where frozen columns keep them in parallel containers. */
  readonly elements: readonly Element[];
  readonly box: Box;
  /** Index of the header cell → the cell below it. */
  readonly cells: readonly (Element | undefined)[];
  /** What its cells said, where the row is kept for longer than they stand for it. */
  readonly said?: ReadonlyMap<ColumnConcept, string>;
  /** What a line above says of it and of the other rows of its group. */
  readonly grouped?: ReadonlyMap<ColumnConcept, string>;
}

/** A row, or a part of one: a container that holds nothing but the marks is one too. */
export function gridRow(element: Element, line: HeaderLine, box = rowBox(element)): GridRow | undefined {
  const cells = element instanceof HTMLTableRowElement ? tableCells(element, line, box) : cellsUnder(element, line);
  return cells.every((cell) => cell === undefined) ? undefined : { elements: [element], box, cells };
}

export const hasKnownCell = (row: GridRow, line: HeaderLine): boolean =>
  row.cells.some((cell, i) => cell !== undefined && (line.cells[i]?.concepts.length ?? 0) > 0);

/** A row whose cells float has no height of its own. */
export function rowBox(element: Element): Box {
  const box = boxOf(element);
  if (box.bottom - box.top > 1) return box;
  const boxes = flatChildren(element).flatMap((child) => (child instanceof Element ? [boxOf(child)] : []));
  return boxes.length === 0 ? box : around(boxes);
}

/** What stands under each header cell within a row. */
export function cellsUnder(row: Element, line: HeaderLine): (Element | undefined)[] {
  const cells: (Element | undefined)[] = line.cells.map(() => undefined);
  const shared: number[] = [];
  const queue: Element[] = [row];
  for (let element = queue.pop(); element !== undefined; element = queue.pop()) {
    if (element !== row && isCell(element)) {
      place(element);
      continue;
    }
    const children = flatChildren(element).filter((child) => child instanceof Element);
    const box = boxOf(element);
    const spans = element === row ? 2 : line.cells.filter((header) => holdsCentre(box, header.box)).length;
    // A slot is no place of its own: what stands in it is the cell.
    const isPlace = element.localName !== 'slot' || children.length === 0;
    if (element !== row && isPlace && (children.length === 0 || spans < 2)) place(element);
    else queue.push(...[...children].reverse());
  }
  return cells;

  function place(cell: Element): void {
    const box = boxOf(cell);
    if (box.right - box.left <= 1) return;
    const index = indexAbove(box, line);
    const header = line.cells[index]?.box;
    if (header === undefined) return;
    // Under a header's reach may also stand the cell of a neighbour that has no header at all.
    const own = overlap(box.left, box.right, header.left, header.right);
    if (cells[index] !== undefined && own <= (shared[index] ?? 0)) return;
    cells[index] = cell;
    shared[index] = own;
  }
}

const CELL_ROLES = new Set(['gridcell', 'cell', 'rowheader']);
const isCell = (element: Element): boolean =>
  element instanceof HTMLTableCellElement || CELL_ROLES.has(element.getAttribute('role') ?? '');

const holdsCentre = (box: Box, header: Box): boolean => {
  const centre = (header.left + header.right) / 2;
  return box.left <= centre && centre <= box.right;
};

/** The header cell that a box stands under: the one whose reach it shares most width with. */
export const cellAbove = (box: Box, line: HeaderLine): HeaderCell | undefined => line.cells[indexAbove(box, line)];

function indexAbove(box: Box, line: HeaderLine): number {
  let best = -1;
  let most = 0;
  reachesOf(line).forEach(([left, right], i) => {
    const shared = overlap(box.left, box.right, left, right);
    if (shared > most) [best, most] = [i, shared];
  });
  return best;
}

type Reach = readonly [left: number, right: number];
const reaches = new WeakMap<HeaderLine, readonly Reach[]>();

/** A header's reach: halfway to its neighbours, since texts of a column may be wider than its title. */
function reachesOf(line: HeaderLine): readonly Reach[] {
  const known = reaches.get(line);
  if (known !== undefined) return known;
  const made = line.cells.map(({ box }, i): Reach => {
    const before = line.cells[i - 1];
    const after = line.cells[i + 1];
    return [
      before === undefined ? box.left - 4 : (before.box.right + box.left) / 2,
      after === undefined ? box.right + 4 : (box.right + after.box.left) / 2,
    ];
  });
  reaches.set(line, made);
  return made;
}

/**
 * Frozen columns: parts of one row stand side by side in parallel containers. One of them may keep room for the columns of the
 * other, which is laid over it.
 */
export function mergeParallel(rows: readonly GridRow[]): GridRow[] {
  const merged: GridRow[] = [];
  for (const row of rows.toSorted((a, b) => a.box.top - b.box.top)) {
    const last = merged[merged.length - 1];
    const fits =
      last !== undefined &&
      sameLine(last.box, row.box) &&
      row.cells.every((cell, i) => isBlank(cell) || isBlank(last.cells[i]));
    if (!fits || last === undefined) merged.push(row);
    else
      merged[merged.length - 1] = {
        elements: [...last.elements, ...row.elements],
        box: last.box,
        cells: last.cells.map((cell, i) => (isBlank(cell) ? (row.cells[i] ?? cell) : cell)),
      };
  }
  return merged;
}

/** Nothing, or a box with nothing in it. */
const isBlank = (cell: Element | undefined): boolean =>
  cell === undefined ||
  (cell.firstElementChild === null && cell.shadowRoot === null && !/\S/.test(cell.textContent ?? ''));
