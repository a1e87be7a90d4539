import { rowsOf } from './beside-rows.ts';
import { boxOf, elements, flatParent, overlap } from './dom.ts';
import type { Grid } from './grid.ts';
import type { GridRow } from './rows.ts';

/** The boxes in which a row is scrolled: one, or one for each part where columns are frozen. What a person scrolls comes first. */
function scrollersOf({ elements }: GridRow): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const element of elements) {
    const scroller = scrollerAround(element);
    if (scroller !== undefined) found.add(scroller);
  }
  const byHand = (scroller: HTMLElement) => (/auto|scroll/.test(getComputedStyle(scroller).overflowY) ? 0 : 1);
  return [...found].sort((a, b) => byHand(a) - byHand(b));
}

function scrollerAround(element: Element): HTMLElement | undefined {
  for (let up: Element | null = element; up !== null; up = flatParent(up)) {
    if (!(up instanceof HTMLElement) || up.scrollHeight <= up.clientHeight + 1 || up.clientHeight === 0) continue;
    if (up === document.body || up === document.documentElement) return undefined;
    if (/auto|scroll|overlay|hidden/.test(getComputedStyle(up).overflowY)) return up;
  }
  return undefined;
}

/** The page, where it is what scrolls. */
function scrollingPage(): HTMLElement | undefined {
  const { body, documentElement: root, scrollingElement } = document;
  // A page that is kept as high as the window may have its body scroll inside.
  const bodyScrolls =
    /auto|scroll/.test(getComputedStyle(body).overflowY) && getComputedStyle(root).overflowY !== 'visible';
  const page = bodyScrolls ? body : scrollingElement;
  return page instanceof HTMLElement && page.scrollHeight > page.clientHeight + 1 ? page : undefined;
}

/** Scrolls at once, also where a page would have it done slowly. In a tab that is not on show the browser tells nobody. */
export function scrollDownTo(scroller: HTMLElement, top: number): void {
  scroller.scrollTo({ top, behavior: 'instant' });
  if (!document.hidden) return;
  const listened = scroller === document.scrollingElement ? document : scroller;
  listened.dispatchEvent(new Event('scroll', { bubbles: listened === document }));
}

/** The box in which a list's rows scroll, or the page, if they do. */
export function scrollerOf(grid: Grid): HTMLElement | undefined {
  const [first] = grid.rows;
  if (first === undefined) return undefined;
  const around = scrollersOf(first)[0] ?? scrollingPage();
  const beside = scrollBarOf(grid);
  return beside !== undefined && beside.scrollHeight > (around?.scrollHeight ?? 0) + 4 ? beside : around;
}

/** A scroll bar that a page draws beside its list: a narrow box with nothing in it, along all of the rows. */
function scrollBarOf(grid: Grid): HTMLElement | undefined {
  const known = scrollBars.get(grid);
  if (known !== undefined) return known?.isConnected ? known : undefined;
  const found = findScrollBar(grid);
  scrollBars.set(grid, found ?? null);
  return found;
}

/** Of lists as they were read: to look for one is to look through the list. */
const scrollBars = new WeakMap<Grid, HTMLElement | null>();

function findScrollBar(grid: Grid): HTMLElement | undefined {
  const { element, rows } = grid;
  const isRow = rowsOf(grid);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  for (const each of elements(element, (inner) => !isRow(inner))) {
    if (!(each instanceof HTMLElement) || each.scrollHeight <= each.clientHeight + 1 || each.offsetWidth > 40) continue;
    const { top, bottom } = boxOf(each);
    const along = overlap(top, bottom, first.box.top, last.box.bottom) >= 0.5 * (bottom - top);
    if (along && each.clientHeight > 40 && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return undefined;
}

/**
 * Whether the parts of a row belong together: those in containers of their own are scrolled by script after the others, and until then
 * the mark of one row stands beside the words of another.
 */
export function isAligned(row: GridRow): boolean {
  const [first, ...others] = scrollersOf(row);
  return first === undefined || others.every(({ scrollTop }) => Math.abs(scrollTop - first.scrollTop) <= 1);
}
