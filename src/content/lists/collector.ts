import type { Grid } from '../portal/grid.ts';
import { heightOfAll, isWindowed } from '../portal/list-height.ts';
import type { Page } from '../portal/page.ts';
import type { Work } from '../portal/slices.ts';
import { pause } from '../portal/wait.ts';
import { type Walk, walkGrid } from '../portal/walk.ts';
import type { Visit } from '../visit.ts';
import { type Hand, watchHand } from './hand.ts';
import { type ReadRow, RowsSeen } from './rows-seen.ts';

/** A list as far as it was seen, rows that are scrolled away included. */
export interface CollectedList<T> {
  readonly rows: RowsSeen<T>;
  readonly complete: boolean;
  /** Rows that there are, where the page says so. */
  readonly total: number | null;
  /** Only some of its rows exist at a time. */
  readonly windowed: boolean;
  /** Its end was reached, though there are more rows than it showed. */
  readonly ended: boolean;
  /** How high all of its rows were together. */
  readonly height: number;
}

/** What there is to know of one kind of list. */
export interface ListSpec<T> {
  grid(page: Page): Grid | undefined;
  rows(grid: Grid): readonly ReadRow<T>[];
  /** The list as it is now, while it is walked. `undefined`: nothing can be said now. */
  reread(grid: Grid): Grid | undefined;
  /** How much of a list is seen that has all its rows on the page. */
  plain(grid: Grid): Pick<Walk, 'complete' | 'total'>;
  /** Whether a list may be walked now. */
  free(grid: Grid): boolean;
  /** After the first reading, and after each walk. */
  collected(list: CollectedList<T>): void | Promise<void>;
  /** After a reading of the page that needed no walk. */
  seen(list: CollectedList<T>, page: Page): void;
}

export interface Collector<T> {
  /** As far as it was seen, also in the middle of a walk. */
  now(): CollectedList<T> | undefined;
  /** Once a walk that is under way has ended. */
  settled(): Promise<void>;
  /** Reads the whole list again, scrolling where it must. */
  collect(): Promise<void>;
  /** While held, the list is only read by whoever holds it. */
  hold(held: boolean): void;
}

/** So long a list may take to hear that something above it came or went, a line of ours for instance: it has another height meanwhile. */
const HEIGHT_SETTLES_MS = 400;

/** A list that cannot be walked to its end is not tried for ever. */
const MOST_TRIES = 4;

const hands = new WeakMap<Visit, Hand>();

function handOf(visit: Visit): Hand {
  const hand = hands.get(visit) ?? watchHand(visit.signal);
  hands.set(visit, hand);
  return hand;
}

/** Lists of one page are walked one after the other. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<R>(work: () => Promise<R>): Promise<R> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

/**
 * Reads a list of a visit to its end, scrolling once for what is in it, and keeps that up to date: a later reading adds what is on
 * show, and rows that were never seen, or another height, have it walked again.
 */
export function collectList<T>(visit: Visit, spec: ListSpec<T>): Collector<T> {
  const hand = handOf(visit);
  let list: CollectedList<T> | undefined;
  let walking: CollectedList<T> | undefined;
  let held = false;
  let brokenOff = 0;
  /** Whether the height tells of rows that came or went: some lists only guess it. */
  let heightTells = true;
  /** A height that is not the known one, and when it was seen first. */
  let newHeight: { height: number; since: number } | undefined;
  let busy: Promise<void> | undefined;

  // A tab that is not on show may draw no rows; what broke off there is tried anew.
  const tryAnew = () => {
    brokenOff = 0;
  };
  document.addEventListener('visibilitychange', tryAnew, { signal: visit.signal });

  // Each step looks at every row.
  visit.onRead(function* (page): Work<void> {
    if (held) return;
    const grid = spec.grid(page);
    if (grid === undefined || list === undefined || needsWalk(grid, list)) {
      void begin();
      return;
    }
    yield;
    if (isWindowed(grid)) list.rows.later(spec.rows(grid));
    else list = plainList(grid);
    yield;
    if (!held) spec.seen(list, page);
  });

  return {
    now: () => list ?? walking,
    settled: async () => busy,
    async collect() {
      await visit.reread();
      if (!visit.signal.aborted) await begin();
    },
    hold(value) {
      held = value;
      if (!value) visit.readSoon();
    },
  };

  /** A list that is on the page as a whole is simply read. */
  function needsWalk(grid: Grid, known: CollectedList<T>): boolean {
    if (!isWindowed(grid)) return false;
    if (!known.windowed || !known.rows.knows(spec.rows(grid))) return true;
    return (!known.complete && brokenOff < MOST_TRIES) || staysResized(grid, known);
  }

  /** Whether a list has another height than it had, and kept it for a while. Until then, it is to be looked at again. */
  function staysResized(grid: Grid, known: CollectedList<T>): boolean {
    if (!isResized(grid, known)) {
      newHeight = undefined;
      return false;
    }
    const height = heightOfAll(grid);
    if (newHeight !== undefined && Math.abs(newHeight.height - height) <= 1)
      return performance.now() - newHeight.since >= HEIGHT_SETTLES_MS;
    newHeight = { height, since: performance.now() };
    void pause(HEIGHT_SETTLES_MS, visit.signal).then(visit.readSoon, () => undefined);
    return false;
  }

  function isResized(grid: Grid, known: CollectedList<T>): boolean {
    const [first] = grid.rows;
    const row = first === undefined ? 0 : first.box.bottom - first.box.top;
    return heightTells && known.complete && Math.abs(heightOfAll(grid) - known.height) > row / 2;
  }

  function begin(): Promise<void> {
    busy ??= collectAll()
      .catch((error: unknown) => {
        if (!visit.signal.aborted) console.error('WMP Companion:', error);
      })
      .finally(() => {
        busy = undefined;
        walking = undefined;
      });
    return busy;
  }

  async function collectAll(): Promise<void> {
    const grid = spec.grid(visit.page());
    if (grid === undefined) list = nothing();
    else if (!isWindowed(grid)) list = plainList(grid);
    else {
      const before = list;
      const walked = await inTurn(walkUntouched);
      const same = before?.windowed === true && before.rows.equals(walked.rows);
      if (same && isResized(grid, before)) heightTells = false;
      // What is on other pages no second walk finds either.
      if (walked.complete) brokenOff = 0;
      else brokenOff = same && walked.ended ? MOST_TRIES : brokenOff + 1;
      list = walked;
    }
    await spec.collected(list);
  }

  /** Walks the list, from its beginning again whenever the partner touches the page meanwhile. */
  async function walkUntouched(): Promise<CollectedList<T>> {
    for (;;) {
      await hand.rests(() => {
        const grid = spec.grid(visit.page());
        return !held && (grid === undefined || spec.free(grid));
      });
      const grid = spec.grid(visit.page());
      if (grid === undefined) return nothing();
      if (!isWindowed(grid)) return plainList(grid);
      const touch = new AbortController();
      const forget = hand.onTouch(() => touch.abort());
      try {
        return await walk(grid, AbortSignal.any([visit.signal, touch.signal]));
      } catch (error) {
        if (!touch.signal.aborted || visit.signal.aborted) throw error;
      } finally {
        forget();
      }
    }
  }

  async function walk(grid: Grid, signal: AbortSignal): Promise<CollectedList<T>> {
    const drawn = spec.rows(grid);
    const rows = new RowsSeen<T>();
    let oneList = true;
    let height = heightOfAll(grid);
    walking = { rows, complete: false, total: null, windowed: true, ended: false, height };
    const seen = await walkGrid(
      () => spec.reread(grid),
      signal,
      (part) => {
        oneList = rows.window(spec.rows(part)) && oneList;
        height = heightOfAll(part);
      },
    );
    const { complete, total, paged } = seen;
    const all = complete && oneList && (total === null || total <= rows.size);
    if (!all) rows.later(drawn);
    const ended = complete || (paged && total === null);
    return { rows, complete: all, total, windowed: true, ended, height };
  }

  function plainList(grid: Grid): CollectedList<T> {
    const rows = new RowsSeen<T>();
    rows.window(spec.rows(grid));
    const { complete, total } = spec.plain(grid);
    const all = complete && (total === null || total <= rows.size);
    return { rows, complete: all, total, windowed: false, ended: true, height: 0 };
  }
}

const nothing = <T>(): CollectedList<T> => ({
  rows: new RowsSeen<T>(),
  complete: false,
  total: null,
  windowed: false,
  ended: false,
  height: 0,
});
