import { type GridRow, gridRow, hasKnownCell, rowBox } from './cells.ts';
import { elements, flatParent, overlap } from './dom.ts';
import type { HeaderLine } from './headers.ts';

/** Rows that the page itself marks as such: `tr`, `role=row`. `undefined` where there are none below the header. */
export function markedRows(
  area: Element,
  line: HeaderLine,
  header: ReadonlySet<Element>,
): { rows: GridRow[]; reader: 'table' | 'aria' } | undefined {
  const below = belowHeader(line);
  const rows: GridRow[] = [];
  let last: Element | undefined;
  let reader: 'table' | 'aria' | undefined;
  for (const element of elements(area)) {
    const isTableRow = element instanceof HTMLTableRowElement;
    if (!isTableRow && element.getAttribute('role') !== 'row') continue;
    if (header.has(element) || last?.contains(element) === true || !below(element)) continue;
    last = element;
    const row = gridRow(element, line);
    if (row === undefined) continue;
    rows.push(row);
    reader ??= isTableRow ? 'table' : 'aria';
  }
  return reader !== undefined && rows.some((row) => hasKnownCell(row, line)) ? { rows, reader } : undefined;
}

/** Whether something has height, shares the header's width, and begins below it, unless it is scrolled away under it. */
export function belowHeader(line: HeaderLine): (element: Element) => boolean {
  const scrolled = scrolledInside();
  return (element) => {
    const box = rowBox(element);
    if (box.bottom - box.top <= 1 || overlap(box.left, box.right, line.box.left, line.box.right) <= 0) return false;
    return box.top >= line.box.bottom - 2 || scrolled(element);
  };
}

/** Whether something around an element is scrolled down: then it may stand under a header that sticks. */
export function scrolledInside(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return function scrolled(element: Element): boolean {
    const up = flatParent(element);
    if (up === null) return false;
    const answer = known.get(up) ?? (up.scrollTop > 0 || scrolled(up));
    known.set(up, answer);
    return answer;
  };
}
