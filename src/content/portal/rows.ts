import {
  type Box,
  boxOf,
  elements,
  flatChildren,
  flatContains,
  flatParent,
  overlap,
  sameLine,
  textNodes,
} from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';

/** One row below a header line: what stands under each header cell, or nothing there. */
export interface GridRow {
  /** The row, or its parts where frozen columns keep them in parallel containers. */
  readonly elements: readonly Element[];
  readonly box: Box;
  /** Index of the header cell → the cell below it. */
  readonly cells: readonly (Element | undefined)[];
}

export interface GridBody {
  /** Nearest element that holds the header line and the rows. */
  readonly element: Element;
  readonly rows: readonly GridRow[];
  readonly reader: 'table' | 'aria' | 'geometry';
}

/** Rows are looked for below the header, at most up to the next header line of the same columns' place. */
export function findBody(line: HeaderLine, lines: readonly HeaderLine[]): GridBody | undefined {
  const others = lines.filter((other) => other !== line);
  for (let area = line.element; ; ) {
    // A grid never holds another grid's header.
    if (others.some((other) => flatContains(area, other.element) && !flatContains(line.element, other.element)))
      return undefined;
    const rows = rowsWithin(area, line);
    if (rows !== undefined) return { element: area, ...rows };
    const up = flatParent(area);
    // The whole page is a list only where its header stands right in it.
    if (up === null || up === document.documentElement || (up === document.body && area !== line.element))
      return undefined;
    area = up;
  }
}

/** The rows below a header line within one area; `undefined` where there are none. */
export function rowsWithin(area: Element, line: HeaderLine): Pick<GridBody, 'rows' | 'reader'> | undefined {
  const header = aroundHeader(line, area);
  const marked = markedRows(area, line, header);
  if (marked === undefined) {
    const rows = geometricRows(area, line, header);
    return rows === undefined || rows.length === 0 ? undefined : { rows: mergeParallel(rows), reader: 'geometry' };
  }
  const rows = mergeParallel(marked.map((element) => gridRow(element, line)).filter((row) => row !== undefined));
  const [first] = marked;
  return rows.length === 0 ? undefined : { rows, reader: first instanceof HTMLTableRowElement ? 'table' : 'aria' };
}

/** The header's cells and everything around them within an area: no row is one of these. */
function aroundHeader(line: HeaderLine, area: Element): ReadonlySet<Element> {
  const around = new Set<Element>([area]);
  for (const { element } of line.cells)
    for (let up: Element | null = element; up !== null && up !== area && !around.has(up); up = flatParent(up))
      around.add(up);
  return around;
}

/** Rows that the page itself marks as such: `tr`, `role=row`. */
function markedRows(area: Element, line: HeaderLine, header: ReadonlySet<Element>): Element[] | undefined {
  const found: Element[] = [];
  for (const element of elements(area)) {
    const isRow = element instanceof HTMLTableRowElement || element.getAttribute('role') === 'row';
    if (!isRow || header.has(element)) continue;
    if (found.at(-1)?.contains(element) === true) continue;
    if (isBelow(element, line)) found.push(element);
  }
  return found.length > 0 && found.some((row) => gridRow(row, line) !== undefined) ? found : undefined;
}

/** A row has height, shares the header's width, and begins below it, unless it is scrolled away under it. */
function isBelow(element: Element, line: HeaderLine): boolean {
  const box = boxOf(element);
  if (box.bottom - box.top <= 1 || overlap(box.left, box.right, line.box.left, line.box.right) <= 0) return false;
  return box.top >= line.box.bottom - 2 || isScrolled(element);
}

/** Whether something around the row is scrolled down: then it may stand under a header that sticks. */
function isScrolled(element: Element): boolean {
  for (let up = flatParent(element); up !== null; up = flatParent(up)) if (up.scrollTop > 0) return true;
  return false;
}

/**
 * Rows of a layout that marks none: under the column with most texts, each text's largest surrounding element that holds
 * no second one is a row.
 */
function geometricRows(area: Element, line: HeaderLine, header: ReadonlySet<Element>): GridRow[] | undefined {
  const below = new Map<HeaderCell, Element[]>();
  for (const node of textNodes(area)) {
    const element = flatParent(node);
    if (element === null || header.has(element) || inHeaderCell(element, line)) continue;
    const box = boxOf(element);
    if (box.bottom - box.top <= 1 || (box.top < line.box.bottom - 2 && !isScrolled(element))) continue;
    const cell = cellAbove(box, line);
    if (cell === undefined || cell.concepts.length === 0) continue;
    const list = below.get(cell);
    if (list === undefined) below.set(cell, [element]);
    else if (list[list.length - 1] !== element) list.push(element);
  }
  if (below.size < 2) return undefined;
  const anchors = [...below.values()].reduce((best, list) => (list.length > best.length ? list : best));
  const held = new Map<Element, number>();
  for (const anchor of anchors)
    for (let up: Element | null = anchor; up !== null && up !== area; up = flatParent(up))
      held.set(up, (held.get(up) ?? 0) + 1);
  const found = new Set<Element>();
  for (const anchor of anchors) {
    const row = bestRow(anchor, area, header, line, held);
    if (row !== undefined) found.add(row);
  }
  if (found.size > 0) return [...found].map((element) => gridRow(element, line)).filter((row) => row !== undefined);
  return looseRows(below, anchors, line);
}

const inHeaderCell = (element: Element, line: HeaderLine): boolean =>
  line.cells.some((cell) => cell.element === element || cell.element.contains(element));

/** A layout without anything around its rows (one CSS grid for all cells): what stands on one line is a row. */
function looseRows(
  below: ReadonlyMap<HeaderCell, readonly Element[]>,
  anchors: readonly Element[],
  line: HeaderLine,
): GridRow[] | undefined {
  const parent = flatParent(anchors[0] ?? line.element);
  if (parent === null || anchors.some((anchor) => flatParent(anchor) !== parent)) return undefined;
  const loose = flatChildren(parent).filter(
    (child) => child instanceof Element && !inHeaderCell(child, line),
  ) as Element[];
  const boxes = new Map(loose.map((element) => [element, boxOf(element)]));
  return anchors.flatMap((anchor) => {
    const box = boxOf(anchor);
    const elements = loose.filter((element) => sameLine(boxes.get(element) ?? box, box));
    const cells = line.cells.map((header) =>
      elements.find((element) => cellAbove(boxes.get(element) ?? box, line) === header),
    );
    return below.size < 2 ? [] : [{ elements, box, cells }];
  });
}

/** Lowest of the elements around an anchor, holding no other, that reaches under most columns. */
function bestRow(
  anchor: Element,
  area: Element,
  header: ReadonlySet<Element>,
  line: HeaderLine,
  held: ReadonlyMap<Element, number>,
): Element | undefined {
  let best: Element | undefined;
  let most = 1;
  for (let up: Element | null = anchor; up !== null && up !== area && held.get(up) === 1; up = flatParent(up)) {
    if (header.has(up)) break;
    const reached = cellsUnder(up, line).filter((cell) => cell !== undefined).length;
    if (reached > most) [best, most] = [up, reached];
  }
  return best;
}

function gridRow(element: Element, line: HeaderLine): GridRow | undefined {
  const cells = cellsUnder(element, line);
  const recognised = line.cells.filter((header, i) => header.concepts.length > 0 && cells[i] !== undefined).length;
  return recognised === 0 ? undefined : { elements: [element], box: boxOf(element), cells };
}

/** What stands under each header cell within a row. */
function cellsUnder(row: Element, line: HeaderLine): (Element | undefined)[] {
  const cells: (Element | undefined)[] = line.cells.map(() => undefined);
  const queue: Element[] = [row];
  for (let element = queue.pop(); element !== undefined; element = queue.pop()) {
    const children = flatChildren(element).filter((child) => child instanceof Element);
    if (element !== row && isCell(element)) {
      place(element);
      continue;
    }
    const spans = line.cells.filter((header) => holdsCentre(boxOf(element as Element), header.box)).length;
    if (element !== row && (children.length === 0 || spans < 2)) place(element);
    else queue.push(...[...children].reverse());
  }
  return cells;

  function place(cell: Element): void {
    const box = boxOf(cell);
    if (box.right - box.left <= 1) return;
    const header = cellAbove(box, line);
    if (header === undefined) return;
    const index = line.cells.indexOf(header);
    cells[index] ??= cell;
  }
}

const CELL_ROLES = new Set(['gridcell', 'cell', 'rowheader']);
const isCell = (element: Element): boolean =>
  element instanceof HTMLTableCellElement || CELL_ROLES.has(element.getAttribute('role') ?? '');

const holdsCentre = (box: Box, header: Box): boolean => {
  const centre = (header.left + header.right) / 2;
  return box.left <= centre && centre <= box.right;
};

/** The header cell that a box stands under: the one it shares most width with, else the nearest within a few pixels. */
export function cellAbove(box: Box, line: HeaderLine): HeaderCell | undefined {
  let best: HeaderCell | undefined;
  let most = 0;
  line.cells.forEach((cell, i) => {
    const [left, right] = reach(line, i);
    const shared = overlap(box.left, box.right, left, right);
    if (shared > most) [best, most] = [cell, shared];
  });
  return best;
}

/** A header's reach: halfway to its neighbours, since texts of a column may be wider than its title. */
function reach(line: HeaderLine, index: number): readonly [number, number] {
  const cell = line.cells[index];
  const before = line.cells[index - 1];
  const after = line.cells[index + 1];
  if (cell === undefined) return [0, 0];
  return [
    before === undefined ? cell.box.left - 4 : (before.box.right + cell.box.left) / 2,
    after === undefined ? cell.box.right + 4 : (cell.box.right + after.box.left) / 2,
  ];
}

/** Frozen columns: parts of one row stand side by side in parallel containers. */
function mergeParallel(rows: readonly GridRow[]): GridRow[] {
  const merged: GridRow[] = [];
  for (const row of rows.toSorted((a, b) => a.box.top - b.box.top)) {
    const last = merged[merged.length - 1];
    const fits =
      last !== undefined &&
      sameLine(last.box, row.box) &&
      row.cells.every((cell, i) => cell === undefined || last.cells[i] === undefined);
    if (!fits || last === undefined) merged.push(row);
    else
      merged[merged.length - 1] = {
        elements: [...last.elements, ...row.elements],
        box: last.box,
        cells: last.cells.map((cell, i) => cell ?? row.cells[i]),
      };
  }
  return merged;
}
