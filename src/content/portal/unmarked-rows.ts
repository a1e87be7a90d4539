import { cellAbove, cellsUnder, type GridRow, gridRow, hasKnownCell } from './cells.ts';
import { byLine, byTop, columnRows } from './column-rows.ts';
import { boxOf, elements, flatChildren, flatParent, overlap, sameLine, textNodes } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';
import { scrolledInside } from './marked-rows.ts';
import type { Work } from './slices.ts';

/** Steps between two places where the work can stop. */
const STRIDE = 50;

/**
 * Rows of a layout that marks none: under the column with most texts, each text's surrounding element that holds no second
 * one, and reaches under most columns, is a row.
 */
export function* unmarkedRows(
  area: Element,
  line: HeaderLine,
  header: ReadonlySet<Element>,
): Work<GridRow[] | undefined> {
  const below = yield* textsBelow(area, line, header);
  if (below.size < 2) return undefined;
  const columns: Element[][] = [];
  for (const texts of below.values()) columns.push((yield* byLine(texts)).flatMap(([first]) => first ?? []));
  const [anchors = [], ...others] = columns.sort((a, b) => b.length - a.length);
  let found = yield* rowsAround(anchors, area, line, header);
  // Where the cells of a column have two lines each, another column tells the rows: they hold all of its lines.
  for (const other of found.size === 0 ? others : []) {
    // Boxes of many lines each are no rows.
    if (anchors.length !== 2 * other.length || other.length < 2) continue;
    const rows = yield* rowsAround(other, area, line, header);
    if (rows.size !== other.length || !anchors.every((anchor) => isInside(anchor, rows))) continue;
    found = rows;
    break;
  }
  const rows: GridRow[] = found.size === 0 ? ((yield* looseRows(anchors, line, header)) ?? []) : [];
  for (const element of found) {
    if (rows.length % STRIDE === STRIDE - 1) yield;
    const row = gridRow(element, line);
    if (row !== undefined && hasKnownCell(row, line)) rows.push(row);
  }
  // Where each column has a container of its own, no element holds a row.
  const split = rows.every(({ cells }) => cells.filter((cell) => cell !== undefined).length === 1);
  return yield* withParallel(split ? yield* columnRows(below, line) : rows, area, line, header);
}

/** For each text of a column, what around it is a row. */
function* rowsAround(
  anchors: readonly Element[],
  area: Element,
  line: HeaderLine,
  header: ReadonlySet<Element>,
): Work<ReadonlySet<Element>> {
  const held = new Map<Element, number>();
  for (const [i, anchor] of anchors.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    for (let up: Element | null = anchor; up !== null && up !== area; up = flatParent(up))
      held.set(up, (held.get(up) ?? 0) + 1);
  }
  const found = new Set<Element>();
  for (const [i, anchor] of anchors.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    const row = bestRow(anchor, area, header, line, held);
    if (row !== undefined) found.add(row);
  }
  return found;
}

function isInside(element: Element, rows: ReadonlySet<Element>): boolean {
  for (let up: Element | null = element; up !== null; up = flatParent(up)) if (rows.has(up)) return true;
  return false;
}

/** What a row's value may be written into. */
const FIELDS = 'input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=hidden]),select';

/** Texts under each named column. */
function* textsBelow(area: Element, line: HeaderLine, header: ReadonlySet<Element>): Work<Map<HeaderCell, Element[]>> {
  const below = new Map<HeaderCell, Element[]>();
  const place = placing(below, line, header);
  let count = 0;
  for (const node of textNodes(area)) {
    count += 1;
    if (count % STRIDE === 0) yield;
    const element = flatParent(node);
    if (element !== null) place(element);
  }
  // A cart without prices may have its one other value in a field.
  if (below.size === 1) for (const element of elements(area)) if (element.matches(FIELDS)) place(element);
  return below;
}

/** Puts what stands below a named column to what else stands there. */
function placing(
  below: Map<HeaderCell, Element[]>,
  line: HeaderLine,
  header: ReadonlySet<Element>,
): (element: Element) => void {
  const scrolled = scrolledInside(line);
  return (element) => {
    if (header.has(element) || inHeaderCell(element, line, header)) return;
    const box = boxOf(element);
    if (box.bottom - box.top <= 1 || (box.top < line.box.bottom - 2 && !scrolled(element))) return;
    const cell = cellAbove(box, line);
    if (cell === undefined || cell.concepts.length === 0) return;
    // Beside a header stands the column of one that is not there.
    if (overlap(box.left, box.right, cell.box.left, cell.box.right) <= 0) return;
    const list = below.get(cell);
    if (list === undefined) below.set(cell, [element]);
    else if (list[list.length - 1] !== element) list.push(element);
  };
}

/** Whether the nearest part of the header around an element, in the flat tree, is one of its cells, or of one above: their words may be slotted in. */
function inHeaderCell(element: Element, line: HeaderLine, header: ReadonlySet<Element>): boolean {
  for (let up: Element | null = element; up !== null; up = flatParent(up)) {
    if (header.has(up)) return line.cells.some((cell) => cell.element === up);
    if (up.matches('thead th,[role=columnheader]')) return true;
  }
  return false;
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

/** A layout without anything around its rows (one CSS grid for all cells): what stands on one line is a row. */
function* looseRows(
  anchors: readonly Element[],
  line: HeaderLine,
  header: ReadonlySet<Element>,
): Work<GridRow[] | undefined> {
  const parent = flatParent(anchors[0] ?? line.element);
  if (parent === null || anchors.some((anchor) => flatParent(anchor) !== parent)) return undefined;
  const loose = flatChildren(parent).filter((child) => child instanceof Element && !inHeaderCell(child, line, header));
  const lines = yield* byTop(loose as Element[]);
  const rows: GridRow[] = [];
  for (const [i, anchor] of anchors.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    const box = boxOf(anchor);
    const on = lines(box.top, box.bottom).filter((element) => sameLine(boxOf(element), box));
    const cells = line.cells.map((head) =>
      mostUnder(
        head,
        on.filter((element) => cellAbove(boxOf(element), line) === head),
      ),
    );
    rows.push({ elements: on, box, cells });
  }
  return rows;
}

/** The element that stands most under a header: beside it may stand one whose header is not there. */
function mostUnder({ box }: HeaderCell, all: readonly Element[]): Element | undefined {
  const own = (element: Element) => overlap(boxOf(element).left, boxOf(element).right, box.left, box.right);
  return all.reduce<Element | undefined>(
    (best, each) => (best !== undefined && own(best) >= own(each) ? best : each),
    undefined,
  );
}

/** Columns that no row holds may stand in a container beside: what is on a row's line below their header is theirs. */
function* withParallel(
  rows: readonly GridRow[],
  area: Element,
  line: HeaderLine,
  header: ReadonlySet<Element>,
): Work<GridRow[]> {
  const absent = line.cells.filter((_, i) => rows.every((row) => row.cells[i] === undefined));
  if (absent.length === 0 || rows.length === 0) return [...rows];
  const inside = new Set(rows.flatMap((row) => row.elements));
  const highest = rows.reduce((most, { box }) => Math.max(most, box.bottom - box.top), 0);
  const beside: Element[] = [];
  let taken: Element | undefined;
  let count = 0;
  for (const element of elements(area)) {
    count += 1;
    if (count % STRIDE === 0) yield;
    if (header.has(element) || taken?.contains(element) === true) continue;
    if (inside.has(element)) taken = element;
    else if (!inHeaderCell(element, line, header)) {
      const box = boxOf(element);
      const head = cellAbove(box, line);
      if (head === undefined || !absent.includes(head) || box.bottom - box.top > highest + 4) continue;
      if (box.bottom - box.top <= 1 || box.right - box.left > head.box.right - head.box.left + 8) continue;
      beside.push(element);
      taken = element;
    }
  }
  const lines = yield* byTop(beside);
  const whole: GridRow[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    const near = lines(row.box.top, row.box.bottom).filter((element) => sameLine(boxOf(element), row.box));
    const cells = row.cells.map((cell, column) => {
      const mine = near.filter((element) => cellAbove(boxOf(element), line) === line.cells[column]);
      return cell ?? (mine.length === 1 ? mine[0] : undefined);
    });
    const added = cells.filter((cell): cell is Element => cell !== undefined && beside.includes(cell));
    whole.push({ ...row, elements: [...row.elements, ...added], cells });
  }
  return whole;
}
