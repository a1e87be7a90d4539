import { isAlive } from './lifecycle.ts';
import { isOwn } from './portal/dom.ts';
import { type Page, readPage } from './portal/page.ts';

/** One stay on one page of one customer. All that is begun for it ends with its signal. */
export interface Visit {
  readonly signal: AbortSignal;
  /** The content script's own life, for what must outlive a change of route (an answer that is still to come). */
  readonly life: AbortSignal;
  /** The page as last read. */
  page(): Page;
  /** Calls `listener` with the page now, and after each change that settled. */
  onRead(listener: (page: Page) => void): void;
  /** Asks for another reading soon, for changes that no mutation tells of (a value typed into a field). */
  readSoon(): void;
}

const QUIET_MS = 120;
const LONGEST_WAIT_MS = 600;
/** A page that draws itself anew is blank for a moment: the visit outlives that. */
const BLANK_MS = 1500;

/**
 * Follows the page through hash changes, late content and re-renders. Changes are gathered: the page is read once they
 * have settled, never per mutation.
 * @param begin starts what belongs to a visit; called anew when route, kind, customer or PBX change.
 */
export function followPage(
  life: AbortSignal,
  begin: (visit: Visit) => void,
  onMutations: (records: readonly MutationRecord[]) => void,
): void {
  let current:
    | { controller: AbortController; identity: string; href: string; page: Page; listeners: ((page: Page) => void)[] }
    | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let blankSince: number | undefined;

  const observer = new MutationObserver((records) => {
    const theirs = records.filter((record) => !isOurs(record));
    if (theirs.length === 0) return;
    onMutations(theirs);
    readSoon();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  for (const type of ['hashchange', 'popstate', 'pageshow', 'resize'] as const)
    addEventListener(type, readSoon, { signal: life });
  for (const type of ['change', 'click', 'keyup', 'transitionend'] as const)
    document.addEventListener(type, readSoon, { signal: life, capture: true, passive: true });
  document.addEventListener('DOMContentLoaded', readSoon, { signal: life });
  addEventListener('pagehide', end, { signal: life });
  life.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    end();
  });
  readSoon();

  function readSoon(): void {
    if (life.aborted) return;
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(read, Math.max(0, Math.min(QUIET_MS, waitingSince + LONGEST_WAIT_MS - now)));
  }

  function read(): void {
    waitingSince = undefined;
    if (life.aborted || document.body === null || !isAlive()) return;
    const page = readPage();
    if (current !== undefined && current.href === location.href && isBlank(page, current.page)) {
      blankSince ??= performance.now();
      if (performance.now() - blankSince < BLANK_MS) {
        timer = setTimeout(read, BLANK_MS / 5);
        return;
      }
    }
    blankSince = undefined;
    const identity = [location.href, page.kind, page.level, page.customer?.key, page.pbx].join('\n');
    if (current?.identity === identity) {
      current.page = page;
      for (const listener of current.listeners) guarded(() => listener(page));
      return;
    }
    end();
    const controller = new AbortController();
    const visit = { controller, identity, href: location.href, page, listeners: [] as ((page: Page) => void)[] };
    current = visit;
    begin({
      signal: controller.signal,
      life,
      page: () => visit.page,
      onRead(listener) {
        visit.listeners.push(listener);
        guarded(() => listener(visit.page));
      },
      readSoon,
    });
  }

  function end(): void {
    current?.controller.abort();
    current = undefined;
  }
}

/** Less is on show than before, and nothing else in its place. */
const isBlank = (page: Page, before: Page): boolean =>
  (page.kind === 'none' && before.kind !== 'none') ||
  (page.kind === before.kind && page.customer === undefined && before.customer !== undefined);

/** A helper that fails, fails alone and loudly. */
export function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.error('WMP Companion:', error);
  }
}

function isOurs(record: MutationRecord): boolean {
  if (isOwn(record.target)) return true;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every((node) => isOwn(node));
}
