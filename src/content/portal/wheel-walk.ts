import { type Box, boxOf, flatContains, flatParent } from './dom.ts';
import type { Grid } from './grid.ts';
import { type Place, placeOf } from './late-rows.ts';
import { cuttingBox, rememberMoved, viewIn } from './moved-by-page.ts';
import { deepHit } from './press.ts';
import type { GridRow } from './rows.ts';
import { throwIfAborted, until } from './wait.ts';

/** So long a list may take to begin to move. */
const MOVES_MS = 400;
/** So long it may roll on. */
const SETTLES_MS = 1500;
const MOST_TURNS = 5000;
/** So often less is asked for. */
const MOST_TRIES = 6;

type Look = (
  grid: Grid,
  reach: (row: GridRow, find: (grid: Grid) => GridRow | undefined) => Promise<GridRow | undefined>,
) => void | Promise<void>;

/**
 * Shows every row of a list to `look` that a page moves itself: turns the wheel over it, from its beginning until nothing moves any
 * more, and back. A window shares a row with the one before it, or the walk is broken off: how far the wheel leads, only the rows tell.
 * @returns whether all was seen; `undefined`: it does not move with the wheel. The boxes that do not are not tried again.
 */
export async function walkByWheel(
  read: () => Grid | undefined,
  signal: AbortSignal,
  look: Look,
  first: Grid,
): Promise<boolean | undefined> {
  const box = cuttingBox(first);
  if (box === undefined) return undefined;
  const heights = first.rows.map((row) => row.box.bottom - row.box.top);
  const view = viewIn(box, first);
  // The last row that is seen whole is seen whole once more.
  const step = Math.max(Math.min(...heights), view.bottom - view.top - 2 * Math.max(...heights) - 4);
  const scrolled = scrolledAround(box);
  /** How far the list stands from where it stood. */
  let at = 0;
  const turn = async (by: number): Promise<number | undefined> => {
    const way = await turned(read, box, by, signal);
    at += way ?? 0;
    return way;
  };
  let ask = step;
  /** A window on. Some lists roll farther than they are asked to: then back, and less far. */
  const on = async (): Promise<number | undefined> => {
    let sum = 0;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const way = await turn(ask);
      if (way === undefined) return undefined;
      sum += way;
      if (sum <= step + 1) return sum;
      const back = await turn(-ask);
      if (back === undefined || back === 0) return undefined;
      sum += back;
      ask *= (0.9 * step) / way;
    }
    return undefined;
  };
  const toEnd = async (by: number): Promise<boolean> => {
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const way = await turn(by);
      if (way === undefined) return false;
      if (way === 0) return true;
    }
    return false;
  };
  try {
    // A row's height at first: of that, its way back is known.
    const least = Math.min(...heights);
    const moves = (await turn(least)) !== 0 || (await turn(-least)) !== 0;
    // A tab that is not on show may draw nothing: that tells nothing of the list.
    if (!moves && document.hidden) return false;
    // What scrolls by the browser's own means when the wheel is turned is walked by those.
    if (!moves || scrolledAround(box) !== scrolled) {
      rememberMoved(box, 'still');
      return undefined;
    }
    rememberMoved(box, 'moved');
    if (!(await toEnd(-step))) return false;
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      throwIfAborted(signal);
      const grid = read();
      if (grid === undefined || !box.isConnected) return false;
      const whole = grid.rows.filter((row) => isWithin(row, viewIn(box, grid)));
      if (turns === 0 && !beginsHere(grid, box)) return false;
      await look({ ...grid, rows: whole }, (_, find) => foundIn(read, find, signal));
      let way = await on();
      // A turn may be lost while the list is being drawn.
      if (way === 0) way = await on();
      if (way === undefined) return false;
      if (way === 0) return endsHere(read(), box);
    }
    return false;
  } finally {
    if (box.isConnected && at !== 0) {
      if (signal.aborted) wheel(box, -at);
      else await turn(-at);
    }
  }
}

/** How far a box, and all around it, is scrolled. */
function scrolledAround(box: Element): number {
  let sum = 0;
  for (let up: Element | null = box; up !== null; up = flatParent(up)) sum += up.scrollTop;
  return sum;
}

const foundIn = (read: () => Grid | undefined, find: (grid: Grid) => GridRow | undefined, signal: AbortSignal) =>
  until(
    () => {
      const now = read();
      return now === undefined ? undefined : find(now);
    },
    2000,
    signal,
  );

const isWithin = ({ box: { top, bottom } }: GridRow, view: Box): boolean =>
  top >= view.top - 2 && bottom <= view.bottom + 2;

/** Whether a list stands at its beginning: nothing of it lies above, and no room is left there. */
function beginsHere(grid: Grid, box: HTMLElement): boolean {
  const [first] = grid.rows;
  const { top } = viewIn(box, grid);
  return (
    first !== undefined &&
    grid.rows.every((row) => row.box.top >= top - 2) &&
    first.box.top - top < 0.6 * (first.box.bottom - first.box.top)
  );
}

const endsHere = (grid: Grid | undefined, box: HTMLElement): boolean =>
  grid?.rows.every((row) => row.box.bottom <= viewIn(box, grid).bottom + 2) === true;

/** Turns the wheel, and tells how far the rows moved. `undefined`: nobody can say, no row is left that stood there before. */
async function turned(
  read: () => Grid | undefined,
  box: HTMLElement,
  by: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const grid = read();
  if (grid === undefined) return undefined;
  const before = placeOf(grid, box);
  wheel(box, by);
  let last: number | undefined = 0;
  let same = false;
  const look = () => {
    const now = read();
    const way = now === undefined ? undefined : wayFrom(before, now);
    same = way !== undefined && last !== undefined && Math.abs(way - last) < 1;
    last = way;
    return same && way !== 0 ? way : undefined;
  };
  const way = await until(look, MOVES_MS, signal);
  // What rolls on for a while comes to rest.
  return way ?? (same ? last : await until(look, SETTLES_MS, signal));
}

/** How far all rows moved that stood there before: all by the same way. */
function wayFrom(before: Place, grid: Grid): number | undefined {
  const ways = [...placeOf(grid, document.documentElement).tops].flatMap(([words, top]) => {
    const old = before.tops.get(words);
    return old === undefined ? [] : [old - top];
  });
  const [first] = ways;
  return first !== undefined && ways.every((way) => Math.abs(way - first) < 1) ? first : undefined;
}

/** The wheel, as it is turned over the middle of a box. */
function wheel(box: HTMLElement, deltaY: number): void {
  const { left, right, top, bottom } = boxOf(box);
  const [clientX, clientY] = [(left + right) / 2, (top + bottom) / 2];
  const hit = deepHit(clientX, clientY);
  const target = hit !== null && flatContains(box, hit) ? hit : box;
  const at = { clientX, clientY, screenX: clientX + screenX, screenY: clientY + screenY };
  target.dispatchEvent(
    new WheelEvent('wheel', { ...at, deltaY, view: window, bubbles: true, cancelable: true, composed: true }),
  );
}
