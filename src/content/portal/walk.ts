import { rowsOf } from './beside-rows.ts';
import { type Box, boxOf, flatContains, flatParent } from './dom.ts';
import type { Grid } from './grid.ts';
import { isBeside, LATE_MS, moved, type Place, placeOf } from './late-rows.ts';
import { printedLength, saysThereIsMore } from './printed-length.ts';
import { isKeptForMore, isPage, type Room, roomOf } from './room.ts';
import type { GridRow } from './rows.ts';
import { isAligned, isCutOff, scrollDownTo, scrollerOf } from './scrollers.ts';
import { atOnce } from './slices.ts';
import { type Survey, surveyWork } from './survey.ts';
import { pause, throwIfAborted, until } from './wait.ts';

/** How much of a list a walk saw. */
export interface Walk {
  readonly complete: boolean;
  /** Rows that there are, where the page says so. */
  readonly total: number | null;
  /** The list has pages of its own, and only this one was walked. */
  readonly paged: boolean;
}

/** Brings a row that was seen in a window back on the screen, should it have been scrolled away, and finds it there anew. */
export type Reach = (row: GridRow, find: (grid: Grid) => GridRow | undefined) => Promise<GridRow | undefined>;
type Look = (grid: Grid, reach: Reach) => void | Promise<void>;

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
  return first !== undefined && drawnHeight(grid) < heightOfAll(grid) - 1.5 * Math.max(1, heightOf(first));
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
function isOfList(scroller: HTMLElement, { element, header }: Grid): boolean {
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
  if (scroller === undefined) return 0;
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

const heightOf = (row: GridRow): number => row.box.bottom - row.box.top;

/** How much else stands above a list in its scroller: a line of ours, for instance. */
const aboveIn = (scroller: HTMLElement, { element }: Grid): number =>
  scroller === element || !flatContains(scroller, element)
    ? 0
    : Math.max(0, boxOf(element).top - boxOf(scroller).top + scroller.scrollTop);

/** How much of a scroller its header takes: it stands in it, or a header of a container of its own lies over its upper edge. */
function headerInside({ header: { element, box } }: Grid, scroller: HTMLElement): number {
  if (flatContains(scroller, element)) return box.bottom - box.top;
  const { top, bottom } = boxOf(scroller);
  return box.top <= top + 2 && box.bottom < bottom ? Math.max(0, box.bottom - top) : 0;
}

/**
 * Shows every row of a list to `look`, from top to bottom, scrolling where only some exist at a time, and puts the scroll
 * position back. `read` gives the list as it is now; `look` may act on the rows it is shown. `first`: the list, if it was just read.
 * @throws Gone when the signal ends first.
 */
export async function walkGrid(
  read: () => Grid | undefined,
  signal: AbortSignal,
  look: Look,
  first = read(),
): Promise<Walk> {
  if (first === undefined) return { complete: false, total: null, paged: false };
  const totals = printedTotals(first, surveyBeside(first));
  const scroller = scrollerOf(first);
  if (scroller === undefined || !isWindowed(first) || !canWalk(first, scroller)) {
    await look(first, async (_, find) => {
      const grid = read();
      return grid === undefined ? undefined : find(grid);
    });
    return drawnWhole(first);
  }
  const before = scroller.scrollTop;
  try {
    const complete = await windowByWindow(read, scroller, signal, look, first);
    await putBack(read, scroller, before, signal);
    const further = totals.total === null && hasFurtherPages(read() ?? first);
    if (further) return { complete: false, total: null, paged: true };
    // Where the page prints how many there are, whoever counted the rows knows whether that was all.
    return { complete: complete && (totals.total !== null || !totals.paged), ...totals };
  } finally {
    if (scroller.isConnected && Math.abs(scroller.scrollTop - before) > 1) scrollDownTo(scroller, before);
  }
}

/** Scrolls back, and waits for the rows to follow: whoever reads next is not to see those of another place. */
async function putBack(
  read: () => Grid | undefined,
  scroller: HTMLElement,
  to: number,
  signal: AbortSignal,
): Promise<void> {
  const grid = read();
  if (grid === undefined || Math.abs(scroller.scrollTop - to) <= 1) return;
  const place = placeOf(grid, scroller);
  scrollDownTo(scroller, to);
  await pause(0, signal);
  await until(() => moved(place, covering(read(), scroller), scroller), 1500, signal);
}

/** Whether there is a way to further pages, however many rows were counted on this one. */
const hasFurtherPages = (grid: Grid): boolean => saysThereIsMore(surveyBeside(grid), Number.POSITIVE_INFINITY);

/** How much is seen of a list that is drawn all at once: all of it, or one page of several. */
export function drawnWhole(grid: Grid): Walk {
  const beside = surveyBeside(grid);
  const { total, paged } = printedTotals(grid, beside);
  const more = paged || saysThereIsMore(beside, grid.rows.length);
  return { complete: !more && !isWindowed(grid) && !isCutOff(grid), total, paged: more };
}

async function windowByWindow(
  read: () => Grid | undefined,
  scroller: HTMLElement,
  signal: AbortSignal,
  look: Look,
  first: Grid,
): Promise<boolean> {
  const late = isBeside(first, scroller);
  if (late) await pause(LATE_MS, signal);
  const start = read();
  let before: Place | undefined;
  if (start !== undefined && Math.abs(scroller.scrollTop) > 1) before = placeOf(start, scroller);
  let top = topOf(first, scroller);
  for (let steps = 0; steps < 5000; steps += 1) {
    throwIfAborted(signal);
    if (Math.abs(scroller.scrollTop - top) > 1) {
      scrollDownTo(scroller, top);
      // Less than a row's way may leave everything where it is: time for it to be drawn is all there is to give.
      await pause(late && before !== undefined && Math.abs(top - before.at) < before.step ? LATE_MS : 0, signal);
    }
    const drawn = () => moved(before, covering(read(), scroller), scroller);
    let grid = await until(drawn, 3000, signal);
    if (grid !== undefined && isAtEnd(grid, scroller)) {
      if (late) await pause(LATE_MS, signal);
      // The last row may come late, and leave no more of a hole than a border or a scroll bar does.
      const filled = () => {
        const now = drawn();
        return now !== undefined && !endsEarly(now, scroller) ? now : undefined;
      };
      grid = (await until(filled, LAST_ROW_MS, signal)) ?? (await until(drawn, 3000, signal));
    }
    if (grid === undefined) return false;
    before = placeOf(grid, scroller);
    // Measured before anything is pressed: what is pressed may scroll. Where nothing is passed over, the last row that was
    // drawn comes to the top next.
    const at = scroller.scrollTop;
    const box = inner(scroller, grid);
    const last = lastInLine(grid, box);
    const next = at + last.box.bottom - box.top - 1.5 * heightOf(last);
    const atEnd = isAtEnd(grid, scroller);
    await look(grid, async (row, find) => {
      scrollDownTo(scroller, at + (row.box.top + row.box.bottom) / 2 - (box.top + box.bottom) / 2);
      if (late) await pause(LATE_MS, signal);
      return until(
        () => {
          const now = read();
          return now === undefined ? undefined : find(now);
        },
        2000,
        signal,
      );
    });
    if (!scroller.isConnected) return false;
    if (atEnd) return true;
    if (next <= top + 1) return false;
    top = Math.min(next, scroller.scrollHeight - scroller.clientHeight);
  }
  return false;
}

/** The list, once its rows fill the window they are seen through: what a framework draws comes late. */
function covering(grid: Grid | undefined, scroller: HTMLElement): Grid | undefined {
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
function endsEarly(grid: Grid, scroller: HTMLElement): boolean {
  const { bottom } = inner(scroller, grid);
  const last = lastInLine(grid, inner(scroller, grid));
  return bottom - last.box.bottom > 0.5 * heightOf(last);
}

/** So long the end of a list that seems to lack a row is looked at. */
const LAST_ROW_MS = 1500;

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
function lastInLine(grid: Grid, box: Box): GridRow {
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
const canWalk = (grid: Grid, scroller: HTMLElement): boolean =>
  isOfList(scroller, grid) || roomIn(grid, scroller) !== undefined;

/** Where a scroller stands when a list's first rows are seen. */
function topOf(grid: Grid, scroller: HTMLElement): number {
  const room = roomIn(grid, scroller);
  if (room === undefined) return 0;
  const { box, view } = room;
  return Math.max(0, scroller.scrollTop + box.top - view.top - (view.bottom - view.top) / 3);
}

/** Whether the end of a list is in view, as far as its scroller goes. */
function isAtEnd(grid: Grid, scroller: HTMLElement): boolean {
  const room = roomIn(grid, scroller);
  return (
    (room !== undefined && room.box.bottom <= room.view.bottom + 2) ||
    scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
  );
}

/** The part of a scroller in which rows are seen; a header that sticks to its top covers some. */
function inner(scroller: HTMLElement, grid: Grid): Box {
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

/** What the page prints around a list about its length. */
function printedTotals(grid: Grid, { texts }: Survey): { total: number | null; paged: boolean } {
  const around = flatParent(grid.element) ?? grid.element;
  for (const { node, element } of texts) {
    if (node.data.length > 80 || !/\d/.test(node.data) || !flatContains(around, element)) continue;
    const printed = printedLength(element);
    if (printed.pages > 1) return { total: null, paged: true };
    if (printed.total > 0) return { total: printed.total, paged: printed.total > grid.rows.length };
  }
  return { total: null, paged: false };
}

/** The page without the list's rows. */
const surveyBeside = (grid: Grid): Survey => atOnce(surveyWork(document.body, rowsOf(grid)));
