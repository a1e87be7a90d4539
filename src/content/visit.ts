import { Changes } from './changes.ts';
import { settleWhose } from './known-customers.ts';
import { isAlive } from './lifecycle.ts';
import { isOwn } from './portal/dom.ts';
import { type Grid, hasMoved } from './portal/grid.ts';
import { forgetUnknown } from './portal/known-names.ts';
import { type Before, type Page, readPageWork } from './portal/page.ts';
import { deviceRowsWork } from './portal/records.ts';
import { atOnce, inSlices, type Work } from './portal/slices.ts';
import { pagesRest } from './portal/transit.ts';

/** One stay on one page of one customer. All that is begun for it ends with its signal. */
export interface Visit {
  readonly signal: AbortSignal;
  /** The content script's own life, for what must outlive a change of route (an answer that is still to come). */
  readonly life: AbortSignal;
  /** The page as last read. */
  page(): Page;
  /** Calls `listener` with the page now, and after each change that settled. */
  onRead(listener: Listener<Page>): void;
  /** Asks for another reading soon, for changes that no mutation tells of (a value typed into a field). */
  readSoon(): void;
  /** The page read anew, all of it; `undefined` where the visit ends first. */
  reread(): Promise<Page | undefined>;
}

const QUIET_MS = 120;
const LONGEST_WAIT_MS = 600;
/** A partner who scrolls on and on is not waited for longer. */
const LONGEST_SCROLL_MS = 1500;
/** A page that never stands still is read at once in the end. */
const SLICED_TRIES = 4;
/** A page that draws itself anew is blank for a moment: the visit outlives that. */
const BLANK_MS = 1500;

/**
 * Follows the page through hash changes, late content and re-renders. Changes are gathered: the page is read once they
 * have settled, never per mutation.
 * @param begin starts what belongs to a visit; called anew when route, kind, customer or PBX change.
 */
export function followPage(
  life: AbortSignal,
  begin: (visit: Visit) => Work<void>,
  onMutations: (records: readonly MutationRecord[]) => void,
): void {
  let current:
    | {
        controller: AbortController;
        identity: string;
        href: string;
        page: Page;
        listeners: Listener<Page>[];
        waiting: ((page: Page | undefined) => void)[];
      }
    | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let blankSince: number | undefined;
  let reading = false;
  let again = false;
  const changes = new Changes();
  const watched = new WeakSet<Node>();

  const observer = new MutationObserver((records) => {
    if (!changes.gather(records)) return;
    onMutations(records);
    readSoon();
  });
  watch(document);
  for (const type of ['hashchange', 'popstate', 'pageshow', 'resize'] as const)
    addEventListener(type, readAll, { signal: life });
  for (const type of ['change', 'click', 'keyup', 'transitionend'] as const)
    document.addEventListener(type, readAll, { signal: life, capture: true, passive: true });
  for (const type of ['DOMContentLoaded', 'visibilitychange'] as const)
    document.addEventListener(type, readAll, { signal: life });
  addEventListener('pagehide', end, { signal: life });
  life.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    end();
  });
  readSoon();

  /** A shadow root tells its changes to nobody outside. */
  function watch(root: Node): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['style', 'hidden'],
    });
  }

  function readAll(event?: Event): void {
    if (event !== undefined && isOurs(event)) return;
    changes.everything();
    readSoon();
  }

  function readSoon(): void {
    if (life.aborted) return;
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(() => void read(), Math.max(0, Math.min(QUIET_MS, waitingSince + LONGEST_WAIT_MS - now)));
  }

  async function read(): Promise<void> {
    waitingSince = undefined;
    if (life.aborted || document.body === null || !isAlive()) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      await pagesRest(life);
      const read = life.aborted ? undefined : await readWhole();
      const page = read && (await settleWhose(read));
      if (page !== undefined && !life.aborted) await take(page);
    } catch (error) {
      console.error('WMP Companion:', error);
    }
    reading = false;
    if (!again) return;
    again = false;
    readSoon();
  }

  /** The page as it stands at one moment, though it is read in slices: what moves in a list meanwhile has it read again. */
  async function readWhole(): Promise<Page | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const since = changes.take();
      const before =
        current === undefined ? undefined : { page: current.page, untouched: (grid: Grid) => !since.touch(grid) };
      const work = readVisitWork(before);
      const page = attempt < SLICED_TRIES ? await inSlices(work, life) : atOnce(work);
      if (page === undefined) return undefined;
      for (const root of page.shadowRoots) watch(root);
      const records = observer.takeRecords();
      if (changes.gather(records)) {
        onMutations(records);
        again = true;
      }
      if (attempt === SLICED_TRIES) return page;
      const isScrolled = page.grids.some((grid) => before?.page.grids.includes(grid) !== true && hasMoved(grid));
      if (!isScrolled && !page.grids.some((grid) => changes.touch(grid))) return page;
      if (isScrolled) await scrollingRests(life);
      changes.add(since);
    }
  }

  async function take(page: Page): Promise<void> {
    if (current !== undefined && current.href === location.href && isBlank(page, current.page)) {
      blankSince ??= performance.now();
      if (performance.now() - blankSince < BLANK_MS) {
        // What comes back is compared with the page before the blank: all of it is read anew.
        changes.everything();
        timer = setTimeout(() => void read(), BLANK_MS / 5);
        return;
      }
    }
    blankSince = undefined;
    const identity = [location.href, page.kind, page.level, page.customer?.key, page.pbx].join('\n');
    if (current?.identity === identity) {
      current.page = page;
      const { controller, listeners, waiting } = current;
      await inSlices(telling(listeners, page), controller.signal);
      for (const resolve of waiting.splice(0)) resolve(controller.signal.aborted ? undefined : page);
      return;
    }
    end();
    const controller = new AbortController();
    const visit = {
      controller,
      identity,
      href: location.href,
      page,
      listeners: [] as Listener<Page>[],
      waiting: [] as ((page: Page | undefined) => void)[],
    };
    current = visit;
    const work = begin({
      signal: controller.signal,
      life,
      page: () => visit.page,
      onRead(listener) {
        visit.listeners.push(listener);
        atOnce(telling([listener], visit.page));
      },
      readSoon: readAll,
      reread() {
        if (controller.signal.aborted) return Promise.resolve(undefined);
        readAll();
        return new Promise((resolve) => visit.waiting.push(resolve));
      },
    });
    await inSlices(work, controller.signal);
  }

  function end(): void {
    forgetUnknown();
    current?.controller.abort();
    for (const resolve of current?.waiting ?? []) resolve(undefined);
    current = undefined;
  }
}

/** Once nothing was scrolled for a moment, or after a while. */
async function scrollingRests(life: AbortSignal): Promise<void> {
  const rested = new AbortController();
  const end = () => rested.abort();
  let quiet = setTimeout(end, QUIET_MS);
  const late = setTimeout(end, LONGEST_SCROLL_MS);
  const signal = AbortSignal.any([life, rested.signal]);
  document.addEventListener(
    'scroll',
    () => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET_MS);
    },
    { capture: true, passive: true, signal },
  );
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  clearTimeout(quiet);
  clearTimeout(late);
}

/** Less is on show than before, and nothing else in its place. */
const isBlank = (page: Page, before: Page): boolean =>
  (page.kind === 'none' && before.kind !== 'none') ||
  (page.kind === before.kind && page.customer === undefined && before.customer !== undefined);

/** What is to be done on a piece of news: at once, or in slices where it is long. */
export type Listener<T> = (value: T) => void | Work<void>;

/** Each listener may look at all of a long list, or draw something: the page has its turn between two of them. */
export function* telling<T>(listeners: readonly Listener<T>[], value: T): Work<void> {
  for (const listener of [...listeners]) {
    try {
      const work = listener(value);
      if (work !== undefined) yield* work;
    } catch (error) {
      console.error('WMP Companion:', error);
    }
    yield;
  }
}

/** A helper that fails, fails alone and loudly. */
export function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.error('WMP Companion:', error);
  }
}

/** Presses of our own buttons change nothing of WMP's by themselves. */
const isOurs = (event: Event): boolean => event.target instanceof Node && isOwn(event.target);

/** With the devices of a list, which all helpers of a Devices page work on. */
function* readVisitWork(before: Before | undefined): Work<Page> {
  const page = yield* readPageWork(before);
  for (const grid of page.grids) if (grid.kind === 'devices') yield* deviceRowsWork(grid);
  return page;
}
