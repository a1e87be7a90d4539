import type { GridRow } from './cells.ts';
import { type Box, boxOf, commonAncestor, flatParent, sameLine } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';
import type { Work } from './slices.ts';

/** Steps between two places where the work can stop. */
const STRIDE = 50;

/** Texts of a column, those together that stand on one line: a value and a sign to copy it, for instance. */
export function* byLine(texts: readonly Element[]): Work<Element[][]> {
  const lines: Element[][] = [];
  let last: Box | undefined;
  for (const [i, element] of texts.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    const box = boxOf(element);
    if (last !== undefined && sameLine(last, box)) lines.at(-1)?.push(element);
    else {
      lines.push([element]);
      last = box;
    }
  }
  return lines;
}

/**
 * Rows of a layout that is drawn column by column, where no element holds a row: the cells that stand on one line.
 * @param below the texts under each named column.
 */
export function* columnRows(below: ReadonlyMap<HeaderCell, readonly Element[]>, line: HeaderLine): Work<GridRow[]> {
  const columns: Element[][] = [];
  for (const header of line.cells) columns.push(yield* cellsOf(below.get(header) ?? [], header));
  const anchors = columns.reduce((best, cells) => (cells.length > best.length ? cells : best));
  const nearIn: ReturnType<typeof lookup>[] = [];
  for (const cells of columns) nearIn.push(yield* byTop(cells));
  const rows: GridRow[] = [];
  for (const [i, anchor] of anchors.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    const box = boxOf(anchor);
    const cells = nearIn.map((near) => {
      const on = near(box.top, box.bottom).filter((element) => sameLine(boxOf(element), box));
      return on.length === 1 ? on[0] : undefined;
    });
    const elements = cells.filter((cell) => cell !== undefined);
    if (elements.length >= 2) rows.push({ elements, box, cells });
  }
  return rows;
}

/** How far around a text its cell may reach. */
const MOST_AROUND = 6;

/** The cells of one column: what holds the texts of a line, as widely as it holds no other line's and is no wider than the header. */
function* cellsOf(texts: readonly Element[], header: HeaderCell): Work<Element[]> {
  const inner = (yield* byLine(texts)).flatMap((line) => commonAncestor(line) ?? []);
  const held = new Map<Element, number>();
  for (const cell of inner) for (const up of withAround(cell)) held.set(up, (held.get(up) ?? 0) + 1);
  yield;
  const width = header.box.right - header.box.left + 8;
  const found: Element[] = [];
  for (const [i, cell] of inner.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    if (held.get(cell) !== 1) continue;
    let whole = cell;
    // One cell alone does not tell where it ends.
    if (inner.length > 1)
      for (const up of withAround(cell)) {
        const { left, right } = boxOf(up);
        if (held.get(up) !== 1 || right - left > width) break;
        whole = up;
      }
    found.push(whole);
  }
  return found;
}

function withAround(element: Element): Element[] {
  const found: Element[] = [];
  for (let up: Element | null = element; up !== null && found.length <= MOST_AROUND; up = flatParent(up))
    found.push(up);
  return found;
}

const SLOT = 16;

/** Elements by where they stand, so that a line's are found without looking at all of them. */
export function* byTop(all: readonly Element[]): Work<(top: number, bottom: number) => Element[]> {
  const slots = new Map<number, Element[]>();
  for (const [i, element] of all.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    const box = boxOf(element);
    for (let slot = Math.floor(box.top / SLOT); slot <= Math.floor(box.bottom / SLOT); slot += 1) {
      const list = slots.get(slot);
      if (list === undefined) slots.set(slot, [element]);
      else list.push(element);
    }
  }
  return lookup(slots);
}

const lookup =
  (slots: ReadonlyMap<number, Element[]>) =>
  (top: number, bottom: number): Element[] => {
    const found = new Set<Element>();
    for (let slot = Math.floor(top / SLOT); slot <= Math.floor(bottom / SLOT); slot += 1)
      for (const element of slots.get(slot) ?? []) found.add(element);
    return [...found];
  };
