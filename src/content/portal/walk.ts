import { rowsOf } from './beside-rows.ts';
import { flatContains, flatParent } from './dom.ts';
import type { Grid } from './grid.ts';
import { isBeside, isHalfDrawn, LATE_MS, moved, type Place, placeOf, saysSame, sharesRow } from './late-rows.ts';
import { heightOf, isWindowed } from './list-height.ts';
import { canWalk, covering, endsEarly, endsWithLast, inner, isAtEnd, lastInLine, topOf } from './list-window.ts';
import { mayBeMoved } from './moved-by-page.ts';
import { printedLength, saysThereIsMore } from './printed-length.ts';
import { isSplit, type Parts, partsOf, standing } from './row-parts.ts';
import type { GridRow } from './rows.ts';
import { isCutOff, scrollDownTo, scrollerOf } from './scrollers.ts';
import { atOnce } from './slices.ts';
import { type Survey, surveyWork } from './survey.ts';
import { hasUnreadRows } from './unread-rows.ts';
import { pause, throwIfAborted, until } from './wait.ts';
import { walkByWheel } from './wheel-walk.ts';

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
  if (mayBeMoved(first)) {
    const complete = await walkByWheel(read, signal, look, first);
    if (complete !== undefined) return { complete: complete && (totals.total !== null || !totals.paged), ...totals };
  }
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
  const [place, parts] = [placeOf(grid, scroller), partsOf(grid)];
  scrollDownTo(scroller, to);
  await pause(0, signal);
  const drawn = () => moved(place, covering(read(), scroller), scroller);
  const now = await until(drawn, 1500, signal);
  if (now !== undefined && isSplit(now)) await standing(drawn, partsOf(now), parts, signal);
}

/** Whether there is a way to further pages, however many rows were counted on this one. */
const hasFurtherPages = (grid: Grid): boolean => saysThereIsMore(surveyBeside(grid), grid, Number.POSITIVE_INFINITY);

/** How much is seen of a list that is drawn all at once: all of it, or one page of several. */
export function drawnWhole(grid: Grid): Walk {
  const beside = surveyBeside(grid);
  const { total, paged } = printedTotals(grid, beside);
  const more = paged || saysThereIsMore(beside, grid, grid.rows.length);
  const complete =
    !more && grid.closedGroups === undefined && !isWindowed(grid) && !isCutOff(grid) && !hasUnreadRows(grid);
  return { complete, total, paged: more };
}

/** So long a list may take to hear that it was scrolled. */
const HEARS_MS = 100;

/** So often a step that led too far is halved. */
const MOST_HALVINGS = 5;

/** So often a list may stay where it is, though it was scrolled further. */
const MOST_STUCK = 4;

/** So long the end of a list that seems to lack a row is looked at. */
const LAST_ROW_MS = 1500;

/** So long a row may take to get the rest of its cells, and so often that is waited for in vain: some rows have fewer for good. */
const FILLS_MS = 800;
const MOST_UNFILLED = 3;

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
  let looked: Place | undefined;
  let halved = 0;
  let stuck = 0;
  let unfilled = 0;
  const split = isSplit(first);
  let parts: Parts | undefined;
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
      // A list hears of being scrolled a frame later, and may draw further rows then: its old ones moved along meanwhile.
      await pause(late ? LATE_MS : HEARS_MS, signal);
      // The last row may come late, and leave no more of a hole than a border or a scroll bar does.
      const filled = () => {
        const now = drawn();
        return now !== undefined && !endsEarly(now, scroller) ? now : undefined;
      };
      grid = (await until(filled, LAST_ROW_MS, signal)) ?? (await until(drawn, 3000, signal));
    }
    if (grid === undefined) return false;
    if (unfilled < MOST_UNFILLED && isHalfDrawn(grid)) {
      const whole = () => {
        const now = drawn();
        return now !== undefined && !isHalfDrawn(now) ? now : undefined;
      };
      const filled = await until(whole, FILLS_MS, signal);
      if (filled === undefined) unfilled += 1;
      grid = filled ?? drawn() ?? grid;
    }
    if (split) {
      grid = await standing(drawn, partsOf(grid), parts, signal);
      if (grid === undefined) return false;
      parts = partsOf(grid);
    }
    before = placeOf(grid, scroller);
    // Where rows are higher than a list takes them for, it moves on by more of them than are passed over.
    if (looked !== undefined && halved < MOST_HALVINGS && !sharesRow(looked, before) && top > looked.at + 1) {
      halved += 1;
      top = (looked.at + top) / 2;
      continue;
    }
    // Some lists take back what is scrolled beyond their last row, since they count on more room than their rows need.
    stuck = looked !== undefined && before.at <= looked.at + 1 && saysSame(looked, before) ? stuck + 1 : 0;
    if (stuck === MOST_STUCK) return endsWithLast(grid, scroller);
    looked = before;
    halved = 0;
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
