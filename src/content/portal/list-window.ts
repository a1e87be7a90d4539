import { type Box, boxOf, flatContains } from './dom.ts';
import type { Grid } from './grid.ts';
import { headerInside, heightOf, isOfList } from './list-height.ts';
import { type Room, roomOf } from './room.ts';
import type { GridRow } from './rows.ts';
import { isAligned } from './scrollers.ts';

/** The list, once its rows fill the window they are seen through: what a framework draws comes late. */
export function covering(grid: Grid | undefined, scroller: HTMLElement): Grid | undefined {
  if (grid === undefined) return undefined;
  const box = inner(scroller, grid);
  const seen = grid.rows.filter((row) => row.box.bottom > box.top + 2 && row.box.top < box.bottom - 2);
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined || !isAligned(first)) return undefined;
  // Less than a row's height may be a border or a gap; a row that is missing leaves more.
  const slack = Math.max(2, 0.6 * Math.min(...seen.map(heightOf)));
  const atTop = first.box.top <= box.top + slack;
  const atEnd = isAtEnd(grid, scroller);
  const atBottom = last.box.bottom >= box.bottom - slack || (atEnd && box.bottom - last.box.bottom < 60);
  const hole = seen.some((row, i) => {
    const before = seen[i - 1];
    return before !== undefined && isHole(before, row);
  });
  return atTop && atBottom && !hole ? grid : undefined;
}

/** Whether a list's rows leave room below them that another could stand in. */
export function endsEarly(grid: Grid, scroller: HTMLElement): boolean {
  const { bottom } = inner(scroller, grid);
  const last = lastInLine(grid, inner(scroller, grid));
  return bottom - last.box.bottom > 0.5 * heightOf(last);
}

/** Whether rows are missing between two that are on show: no other row stands there, a title of a group for instance. */
function isHole(before: GridRow, after: GridRow): boolean {
  const [top, bottom] = [before.box.bottom, after.box.top];
  if (bottom - top < 0.6 * heightOf(before)) return false;
  const x = Math.min(Math.max(0, before.box.left + 20), innerWidth - 1);
  const hit = document.elementFromPoint(x, (top + bottom) / 2);
  if (hit === null || before.elements.some((element) => flatContains(hit, element))) return true;
  return !/\S/.test(hit.textContent ?? '');
}

/** The last row of those that follow one another without a gap from the window on. */
export function lastInLine(grid: Grid, box: Box): GridRow {
  const seen = grid.rows.filter((row) => row.box.bottom > box.top + 2);
  let last = seen[0] as GridRow;
  for (const row of seen) {
    if (row.box.top >= box.bottom - 2 && row.box.top - last.box.bottom > 0.6 * heightOf(last)) break;
    last = row;
  }
  return last;
}

/** The room of a list in a scroller that holds more than it. */
const roomIn = (grid: Grid, scroller: HTMLElement): Room | undefined =>
  isOfList(scroller, grid) ? undefined : roomOf(grid, scroller);

/** Whether it is known where in its scroller a list is. */
export const canWalk = (grid: Grid, scroller: HTMLElement): boolean =>
  isOfList(scroller, grid) || roomIn(grid, scroller) !== undefined;

/** Where a scroller stands when a list's first rows are seen. */
export function topOf(grid: Grid, scroller: HTMLElement): number {
  const room = roomIn(grid, scroller);
  if (room === undefined) return 0;
  const { box, view } = room;
  return Math.max(0, scroller.scrollTop + box.top - view.top - (view.bottom - view.top) / 3);
}

/** Whether the end of a list is in view, as far as its scroller goes. */
export function isAtEnd(grid: Grid, scroller: HTMLElement): boolean {
  const room = roomIn(grid, scroller);
  return (
    (room !== undefined && room.box.bottom <= room.view.bottom + 2) ||
    scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
  );
}

/** Whether a scroller has no room for a further row below the last one that is drawn, though it does not stand at its end. */
export function endsWithLast(grid: Grid, scroller: HTMLElement): boolean {
  const last = lastInLine(grid, inner(scroller, grid));
  const room = roomIn(grid, scroller);
  const { scrollHeight, scrollTop, clientHeight, clientTop } = scroller;
  const end = room?.box.bottom ?? boxOf(scroller).top + clientTop + scrollHeight - scrollTop;
  return clientHeight > 0 && Math.abs(end - last.box.bottom) < 0.6 * heightOf(last);
}

/** The part of a scroller in which rows are seen; a header that sticks to its top covers some. */
export function inner(scroller: HTMLElement, grid: Grid): Box {
  const room = roomIn(grid, scroller);
  if (room !== undefined) {
    const { box, view } = room;
    const { header } = grid;
    const covered = header.box.top < view.bottom && header.box.bottom > view.top ? header.box.bottom : view.top;
    return { ...view, top: Math.max(box.top, covered), bottom: Math.min(box.bottom, view.bottom) };
  }
  const { left, right, top } = boxOf(scroller);
  const sticky = headerInside(grid, scroller);
  return {
    left,
    right,
    top: top + scroller.clientTop + (scroller.scrollTop > 0 || sticky > 0 ? sticky : 0),
    bottom: top + scroller.clientTop + scroller.clientHeight,
  };
}
