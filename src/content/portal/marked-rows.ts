import { type GridRow, gridRow, hasKnownCell, rowBox } from './cells.ts';
import { type Box, elements, flatParent, overlap } from './dom.ts';
import type { HeaderLine } from './headers.ts';
import type { Work } from './slices.ts';
import { namesItsCells } from './table-cells.ts';

/** Elements between two places where the work can stop. */
const STRIDE = 50;

/** Rows that the page itself marks as such: `tr`, `role=row`. `undefined` where there are none below the header. */
export function* markedRows(
  area: Element,
  line: HeaderLine,
  header: ReadonlySet<Element>,
): Work<{ rows: GridRow[]; reader: 'table' | 'aria' } | undefined> {
  const below = belowHeader(line);
  const rows: GridRow[] = [];
  let inside: Element | undefined;
  let reader: 'table' | 'aria' | undefined;
  let count = 0;
  for (const element of elements(area, (each) => each !== inside)) {
    count += 1;
    if (count % STRIDE === 0) yield;
    const isTableRow = element instanceof HTMLTableRowElement;
    if (!isTableRow && element.getAttribute('role') !== 'row') continue;
    if (header.has(element) || (isTableRow ? isFoot(element) : holdsRows(element))) continue;
    if (isOfHead(element) || (isTableRow && isLayout(element))) continue;
    const box = rowBox(element);
    if (!below(element, box) && !(isTableRow && namesItsCells(element, line))) continue;
    inside = element;
    const row = gridRow(element, line, box);
    if (row === undefined) continue;
    rows.push(row);
    reader ??= isTableRow ? 'table' : 'aria';
  }
  return reader !== undefined && rows.some((row) => hasKnownCell(row, line)) ? { rows, reader } : undefined;
}

/** Sums and remarks stand in a table's foot. */
const isFoot = (row: HTMLTableRowElement): boolean => row.parentElement?.localName === 'tfoot';

/** Whether a row holds nothing but headers, by its own account: names of groups of columns, or fields to filter them. */
const isOfHead = (row: Element): boolean =>
  row.querySelector(':scope > th,:scope > [role=columnheader]') !== null &&
  row.querySelector(':scope > td,:scope > [role=gridcell],:scope > [role=cell],:scope > [role=rowheader]') === null &&
  row.closest('thead,[role=rowgroup]')?.querySelector('td,[role=gridcell],[role=cell],[role=rowheader]') === null;

/** A table of one column in which tables stand lays out the page: its rows hold the list, or one row of it each. */
const isLayout = ({ cells }: HTMLTableRowElement): boolean =>
  cells.length === 1 && cells[0]?.colSpan === 1 && cells[0].querySelector('tr') !== null;

/** Whether what calls itself a row has no cell but those of rows inside it: some frameworks say so of the box that all rows stand in. */
function holdsRows(element: Element): boolean {
  const row = element.querySelector('[role=row],tr');
  if (row === null) return false;
  const cell = element.querySelector('[role=gridcell],[role=cell],[role=rowheader],td,th');
  return cell === null || row.contains(cell);
}

/** Whether something has height, shares the header's width, and begins below it, unless it is scrolled away under it. */
function belowHeader(line: HeaderLine): (element: Element, box: Box) => boolean {
  const scrolled = scrolledInside(line);
  return (element, box) => {
    if (box.bottom - box.top <= 1 || overlap(box.left, box.right, line.box.left, line.box.right) <= 0) return false;
    return box.top >= line.box.bottom - 2 || scrolled(element);
  };
}

function isStuck({ cells: [first] }: HeaderLine): boolean {
  for (let up: Element | null = first?.element ?? null; up !== null; up = flatParent(up))
    if (/sticky|fixed/.test(getComputedStyle(up).position)) return true;
  return false;
}

/** Whether something around an element is scrolled down: then it may stand under a header that sticks. */
export function scrolledInside(line: HeaderLine): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  let sticks: boolean | undefined;
  return function scrolled(element: Element): boolean {
    const up = flatParent(element);
    if (up === null) return false;
    // A page that is scrolled carries its headers along, unless one sticks to the window.
    if (up === document.body || up === document.documentElement) {
      sticks ??= isStuck(line);
      return sticks && (document.scrollingElement?.scrollTop ?? 0) > 0;
    }
    const answer = known.get(up) ?? (up.scrollTop > 0 || scrolled(up));
    known.set(up, answer);
    return answer;
  };
}
