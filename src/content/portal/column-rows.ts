import type { GridRow } from './cells.ts';
import { type Box, boxOf, commonAncestor, flatParent, sameLine } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';

/** Texts of a column, those together that stand on one line: a value and a sign to copy it, for instance. */
export function byLine(texts: readonly Element[]): Element[][] {
  const lines: Element[][] = [];
  let last: Box | undefined;
  for (const element of texts) {
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
export function columnRows(below: ReadonlyMap<HeaderCell, readonly Element[]>, line: HeaderLine): GridRow[] {
  const columns = line.cells.map((header) => cellsOf(below.get(header) ?? [], header));
  const anchors = columns.reduce((best, cells) => (cells.length > best.length ? cells : best));
  const nearIn = columns.map(byTop);
  const rows = anchors.map((anchor) => {
    const box = boxOf(anchor);
    const cells = nearIn.map((near) => {
      const on = near(box.top, box.bottom).filter((element) => sameLine(boxOf(element), box));
      return on.length === 1 ? on[0] : undefined;
    });
    return { elements: cells.filter((cell) => cell !== undefined), box, cells };
  });
  return rows.filter(({ elements }) => elements.length >= 2);
}

/** How far around a text its cell may reach. */
const MOST_AROUND = 6;

/** The cells of one column: what holds the texts of a line, as widely as it holds no other line's and is no wider than the header. */
function cellsOf(texts: readonly Element[], header: HeaderCell): Element[] {
  const inner = byLine(texts).flatMap((line) => commonAncestor(line) ?? []);
  const held = new Map<Element, number>();
  for (const cell of inner) for (const up of withAround(cell)) held.set(up, (held.get(up) ?? 0) + 1);
  const width = header.box.right - header.box.left + 8;
  return inner.flatMap((cell) => {
    if (held.get(cell) !== 1) return [];
    let whole = cell;
    // One cell alone does not tell where it ends.
    if (inner.length > 1)
      for (const up of withAround(cell)) {
        const { left, right } = boxOf(up);
        if (held.get(up) !== 1 || right - left > width) break;
        whole = up;
      }
    return [whole];
  });
}

function withAround(element: Element): Element[] {
  const found: Element[] = [];
  for (let up: Element | null = element; up !== null && found.length <= MOST_AROUND; up = flatParent(up))
    found.push(up);
  return found;
}

const SLOT = 16;

/** Elements by where they stand, so that a line's are found without looking at all of them. */
export function byTop(all: readonly Element[]): (top: number, bottom: number) => Element[] {
  const slots = new Map<number, Element[]>();
  for (const element of all) {
    const box = boxOf(element);
    for (let slot = Math.floor(box.top / SLOT); slot <= Math.floor(box.bottom / SLOT); slot += 1) {
      const list = slots.get(slot);
      if (list === undefined) slots.set(slot, [element]);
      else list.push(element);
    }
  }
  return (top, bottom) => {
    const found = new Set<Element>();
    for (let slot = Math.floor(top / SLOT); slot <= Math.floor(bottom / SLOT); slot += 1)
      for (const element of slots.get(slot) ?? []) found.add(element);
    return [...found];
  };
}
