import { asHeader, type BoxLine, boxLines } from '../portal/box-lines.ts';
import { boxOf, flatContains, flatParent, isShown, overlap, sameLine } from '../portal/dom.ts';
import type { HeaderLine } from '../portal/headers.ts';

/** Rows may stand in so many wrappers of their own. */
const WRAPPERS = 6;
const MARKED = 'table,[role=grid],[role=table],[role=treegrid]';

/** Boxes on the page that could be a list, the largest first: lines of equally many boxes below each other. */
export function listCandidates(root: Element = document.body): Element[] {
  const lines = outermost(boxLines(root));
  const held = new Map<Element, Map<number, number>>();
  for (const { parent, boxes } of lines)
    for (const up of upFrom(parent)) {
      const counts = held.get(up) ?? new Map<number, number>();
      counts.set(boxes.length, (counts.get(boxes.length) ?? 0) + 1);
      held.set(up, counts);
    }
  const found = new Map<Element, number>();
  for (const { parent, boxes } of lines) {
    const body = upFrom(parent).find((up) => (held.get(up)?.get(boxes.length) ?? 0) >= 2);
    if (body === undefined) continue;
    const list = body.closest(MARKED) ?? withHeader(body, boxes.length, lines);
    if (isShown(list)) found.set(list, (found.get(list) ?? 0) + boxes.length);
  }
  return [...found].sort(([, a], [, b]) => b - a).map(([list]) => list);
}

function upFrom(element: Element): Element[] {
  const all: Element[] = [];
  for (
    let up: Element | null = element;
    up !== null && up !== document.body && all.length < WRAPPERS;
    up = flatParent(up)
  )
    all.push(up);
  return all;
}

/** The rows with the line of as many boxes that stands right above them in a container beside. */
function withHeader(body: Element, count: number, lines: readonly BoxLine[]): Element {
  const rows = boxOf(body);
  const above = lines.filter(
    ({ boxes, box, parent }) =>
      !flatContains(body, parent) &&
      Math.abs(boxes.length - count) <= 1 &&
      box.bottom <= rows.top + 4 &&
      rows.top - box.bottom < 60 &&
      overlap(box.left, box.right, rows.left, rows.right) > 0.5 * (box.right - box.left),
  );
  for (const up of upFrom(body)) if (above.some(({ parent }) => flatContains(up, parent))) return up;
  return body;
}

/** Lines that stand inside a box of another line are parts of a cell. */
function outermost(lines: readonly BoxLine[]): BoxLine[] {
  const boxes = new Set<Element>();
  return lines.filter((line) => {
    for (let up: Element | null = line.parent; up !== null; up = flatParent(up)) if (boxes.has(up)) return false;
    for (const box of line.boxes) boxes.add(box);
    return true;
  });
}

/** The header line of a list that was pointed at: its first line with as many boxes as its rows have. */
export function headerOf(list: Element): HeaderLine | undefined {
  const all = boxLines(list);
  const visual = sideBySide(outermost(all));
  const usual = mostFrequent(visual.map(({ boxes }) => boxes.length));
  for (const { parent, boxes } of visual) {
    if (Math.abs(boxes.length - usual) <= 1) return asHeader({ parent, boxes });
    // Frozen columns: the header's line is made of containers that hold the cells.
    const inner = boxes.flatMap((box) => all.find((line) => flatContains(box, line.parent))?.boxes ?? [box]);
    if (inner.length > boxes.length && Math.abs(inner.length - usual) <= 1) return asHeader({ parent, boxes: inner });
  }
  return undefined;
}

/** Lines of parallel containers that stand on one line are one. */
function sideBySide(lines: readonly BoxLine[]): { parent: Element; boxes: Element[]; box: BoxLine['box'] }[] {
  const joined: { parent: Element; boxes: Element[]; box: BoxLine['box'] }[] = [];
  for (const { parent, boxes, box } of lines.toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)) {
    const last = joined.at(-1);
    if (last !== undefined && sameLine(last.box, box) && box.left >= last.box.right - 2) {
      last.boxes.push(...boxes);
      last.box = { ...last.box, right: box.right };
    } else joined.push({ parent, boxes: [...boxes], box });
  }
  return joined;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0;
}
