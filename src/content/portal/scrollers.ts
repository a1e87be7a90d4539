import { rowsOf } from './beside-rows.ts';
import { type Box, boxOf, elements, flatParent, overlap } from './dom.ts';
import type { Grid } from './grid.ts';
import type { GridRow } from './rows.ts';

/** The boxes in which a row is scrolled: one, or one for each part where columns are frozen. What a person scrolls comes first. */
function scrollersOf({ elements }: GridRow): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const element of elements) {
    const scroller = scrollerAround(element);
    if (scroller !== undefined) found.add(scroller);
  }
  return [...found].sort((a, b) => Number(byHand(b)) - Number(byHand(a)));
}

function scrollerAround(element: Element): HTMLElement | undefined {
  for (let up: Element | null = element; up !== null; up = flatParent(up)) {
    if (!(up instanceof HTMLElement) || up.scrollHeight <= up.clientHeight + 1 || up.clientHeight === 0) continue;
    if (up === document.body || up === document.documentElement) return undefined;
    if (/auto|scroll|overlay|hidden/.test(getComputedStyle(up).overflowY)) return up;
  }
  return undefined;
}

const byHand = (scroller: HTMLElement): boolean => /auto|scroll/.test(getComputedStyle(scroller).overflowY);

/**
 * Of a row whose parts stand in boxes of their own, the part that a person scrolls: the others are scrolled by script after it, and
 * what brings one of those into view leaves the rest behind.
 */
export function partByHand({ elements }: GridRow): Element | undefined {
  const parts = elements.map((element) => ({ element, scroller: scrollerAround(element) }));
  if (new Set(parts.map(({ scroller }) => scroller)).size < 2) return undefined;
  return parts.find(({ scroller }) => scroller !== undefined && byHand(scroller))?.element;
}

/**
 * Notes how far the boxes around a row are scrolled that a person cannot scroll. A page that moves rows by itself does not know that
 * one was brought into view there: they are to be put back.
 */
export function holdHidden(row: GridRow): () => void {
  const held: [HTMLElement, number][] = [];
  if (partByHand(row) === undefined)
    for (const element of row.elements)
      for (let up = flatParent(element); up !== null && up !== document.body; up = flatParent(up))
        if (up instanceof HTMLElement && /hidden|clip/.test(getComputedStyle(up).overflowY))
          held.push([up, up.scrollTop]);
  return () => {
    for (const [element, top] of held) if (element.scrollTop !== top) element.scrollTop = top;
  };
}

/** Whether rows are cut off where nobody can scroll by the browser's own means: the page moves them itself, and may hold more. */
export function isCutOff(grid: Grid): boolean {
  const ends = [grid.rows[0], grid.rows.at(-1)].filter((row) => row !== undefined);
  const scroller = scrollerOf(grid);
  if (scroller !== undefined && byHand(scroller)) return false;
  return ends.some(({ elements, box }) => elements.every((element) => isCut(element, box)));
}

function isCut(element: Element, { top, bottom }: Box): boolean {
  const some = 0.3 * (bottom - top);
  for (let up = flatParent(element); up !== null && up !== document.body; up = flatParent(up)) {
    const { overflowY } = getComputedStyle(up);
    if (/auto|scroll/.test(overflowY) && up.scrollHeight > up.clientHeight + 1) return false;
    if (!/hidden|clip/.test(overflowY)) continue;
    const box = boxOf(up);
    if (bottom > box.bottom + some || top < box.top - some) return true;
  }
  return false;
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
  const followers = scrollersBeside(scroller);
  tellScrolled(scroller);
  // What a framework scrolled along, a bar of its own for instance, would take the list back once the tab is on show.
  for (const [follower, before] of followers) if (follower.scrollTop !== before) tellScrolled(follower);
}

function tellScrolled(scroller: Element): void {
  const listened = scroller === document.scrollingElement ? document : scroller;
  listened.dispatchEvent(new Event('scroll', { bubbles: listened === document }));
}

/** What else can be scrolled around a list, and where it stands. */
function scrollersBeside(scroller: HTMLElement): Map<Element, number> {
  const around = flatParent(flatParent(scroller) ?? scroller) ?? scroller;
  const found = new Map<Element, number>();
  for (const element of elements(around))
    if (element !== scroller && element.scrollHeight > element.clientHeight + 1) found.set(element, element.scrollTop);
  return found;
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
