import { boxOf, flatContains, flatParent } from './dom.ts';
import type { Grid } from './grid.ts';
import { isMovedByPage, mayBeMoved } from './moved-by-page.ts';
import { isKeptForMore, isPage, roomOf } from './room.ts';
import type { GridRow } from './rows.ts';
import { scrollerOf } from './scrollers.ts';

/** Answers of this very task: several ask it of one list as it stands. */
const answered = new Map<Grid, boolean>();

/** Whether rows exist only while they are near the window: less is drawn than the scroller is high. */
export function isWindowed(grid: Grid): boolean {
  const before = answered.get(grid);
  if (before !== undefined) return before;
  if (answered.size === 0) setTimeout(() => answered.clear());
  const answer = isDrawnInPart(grid);
  answered.set(grid, answer);
  return answer;
}

function isDrawnInPart(grid: Grid): boolean {
  const [first] = grid.rows;
  // Rows that are gone since they were read may have been scrolled away.
  if (grid.rows.some(({ elements }) => elements.some((element) => !element.isConnected))) return true;
  if (mayBeMoved(grid)) return true;
  return first !== undefined && !endsInView(grid) && drawnHeight(grid) < heightOfAll(grid) - leastRow(grid);
}

/**
 * Whether a box that nobody scrolls by hand shows blank below the last row, and hides hardly anything: it is a little higher inside than
 * its rows are. A list that draws only what is seen would draw a row there.
 */
function endsInView(grid: Grid): boolean {
  const [scroller, last] = [scrollerOf(grid), grid.rows.at(-1)];
  if (scroller === undefined || last === undefined || isPage(scroller) || scroller.scrollTop !== 0) return false;
  if (!/hidden|clip/.test(getComputedStyle(scroller).overflowY)) return false;
  const bottom = boxOf(scroller).top + scroller.clientTop + scroller.clientHeight;
  return bottom - last.box.bottom > 4 && scroller.scrollHeight - scroller.clientHeight < 2 * heightOf(last);
}

/**
 * What is blank below the rows and lower than this holds none: borders, padding, a scroll bar. A box in which nothing scrolls
 * may have room to spare for one.
 */
function leastRow(grid: Grid): number {
  const [first, last] = [grid.rows[0], grid.rows.at(-1)].map((row) => (row === undefined ? 0 : heightOf(row)));
  const scroller = scrollerOf(grid);
  const rows = scroller !== undefined && isOfList(scroller, grid) ? 0.9 : 1.5;
  return rows * Math.max(1, Math.min(first ?? 0, last ?? 0));
}

/** How high the rows are together that exist. */
function drawnHeight(grid: Grid): number {
  const [first] = grid.rows;
  const height = first === undefined ? 0 : heightOf(first);
  // A row that is kept because it has the focus may stand far from the others.
  let drawn = height;
  grid.rows.forEach((row, i) => {
    const before = grid.rows[i - 1];
    const step = before === undefined ? 0 : row.box.bottom - before.box.bottom;
    if (step <= 4 * Math.max(height, heightOf(row))) drawn += step;
  });
  return drawn;
}

/** Whether what scrolls is the list, and not a panel or a page around it: its header stays in place, or there is next to nothing else. */
export function isOfList(scroller: HTMLElement, { element, header }: Grid): boolean {
  if (isPage(scroller)) return false;
  if (scroller === element || !flatContains(scroller, element)) return true;
  for (let up: Element | null = header.cells[0]?.element ?? null; up !== null && up !== scroller; up = flatParent(up))
    if (getComputedStyle(up).position === 'sticky') return true;
  const { top, bottom } = boxOf(element);
  return scroller.scrollHeight - (bottom - top) < 60;
}

/** How high a list's rows are together, as far as the page keeps room for them. */
export function heightOfAll(grid: Grid): number {
  const scroller = scrollerOf(grid);
  if (scroller === undefined || isMovedByPage(grid)) return 0;
  if (isOfList(scroller, grid)) return scroller.scrollHeight - headerInside(grid, scroller) - aboveIn(scroller, grid);
  const room = roomOf(grid, scroller, drawnHeight(grid));
  if (room !== undefined) return isKeptForMore(grid, room) ? room.box.bottom - room.box.top : 0;
  // Where something else stands between the rows, a box that is far too high for them holds more of them all the same.
  const [first] = grid.rows;
  let holder = first?.elements[0];
  for (let up = holder ?? null; up !== null && !flatContains(up, grid.header.element); up = flatParent(up)) holder = up;
  if (holder === undefined || first?.elements.includes(holder)) return 0;
  const height = boxOf(holder).bottom - boxOf(holder).top;
  return height > 2 * innerHeight ? height : 0;
}

export const heightOf = (row: GridRow): number => row.box.bottom - row.box.top;

/** How much else stands above a list in its scroller: a line of ours, for instance. */
const aboveIn = (scroller: HTMLElement, { element }: Grid): number =>
  scroller === element || !flatContains(scroller, element)
    ? 0
    : Math.max(0, boxOf(element).top - boxOf(scroller).top + scroller.scrollTop);

/** Where what stays of a header begins: names of groups, which are no columns, may stand above those of the columns. */
function stuckAbove(element: Element, scroller: HTMLElement): number {
  let top = Number.POSITIVE_INFINITY;
  for (let up: Element | null = element; up !== null && up !== scroller; up = flatParent(up))
    if (getComputedStyle(up).position === 'sticky') top = Math.min(top, boxOf(up).top);
  return top;
}

/**
 * How much of a scroller its header takes: it stands in it, or a header of a container of its own lies over its upper part. Beside a
 * scroll bar that is drawn along all of a list, something may stand above the header too: a line of ours, for instance.
 */
export function headerInside({ header: { element, box } }: Grid, scroller: HTMLElement): number {
  if (flatContains(scroller, element)) return box.bottom - Math.min(box.top, stuckAbove(element, scroller));
  const { top, bottom } = boxOf(scroller);
  return box.bottom < bottom ? Math.max(0, box.bottom - top) : 0;
}
