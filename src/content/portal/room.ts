import { type Box, boxOf, flatContains, flatParent, isOwn, isShown } from './dom.ts';
import type { Grid } from './grid.ts';
import { atOnce } from './slices.ts';
import { surveyWork } from './survey.ts';

/** Room that a list keeps for its rows, where what scrolls holds more than the list. */
export interface Room {
  readonly box: Box;
  /** The part of the window through which the list is seen. */
  readonly view: Box;
}

/**
 * The highest box that holds a list's rows and nothing else that says anything.
 * @param drawn how high the rows are together that exist: what is no higher is not looked for.
 */
export function roomOf(grid: Grid, scroller: HTMLElement, drawn = 0): Room | undefined {
  const box = boxOfRows(grid, drawn);
  return box === undefined ? undefined : { box, view: viewOf(scroller) };
}

/** Whether what is blank of a list's room is kept for rows that do not exist now. A box may have some to spare, which is in view then. */
export function isKeptForMore(grid: Grid, { box, view }: Room): boolean {
  return heightOf(box) > 1.05 * heightOf(view) || !hasBlankInView(grid, box, view);
}

/** Whether an element is the page itself where that scrolls. */
export const isPage = (element: Element): boolean =>
  element === document.scrollingElement || element === document.body || element === document.documentElement;

export function viewOf(scroller: HTMLElement): Box {
  const window = { left: 0, top: 0, right: innerWidth, bottom: document.documentElement.clientHeight || innerHeight };
  if (isPage(scroller)) return window;
  const top = boxOf(scroller).top + scroller.clientTop;
  return { ...boxOf(scroller), top, bottom: top + scroller.clientHeight };
}

/** As high are a title and a header together at most. A header that stays in place may stand far below its list's top. */
const MOST_TITLE = 120;

function boxOfRows({ rows, header }: Grid, drawn: number): Box | undefined {
  const [first] = rows[0]?.elements ?? [];
  if (first === undefined) return undefined;
  const known = new Set<Element>([
    ...rows.flatMap((row) => row.elements),
    ...header.cells.map(({ element }) => element),
  ]);
  if (!flatContains(header.element, first)) known.add(header.element);
  let best: Box | undefined;
  let ours = 0;
  for (let up = flatParent(first); up !== null && !isPage(up); up = flatParent(up)) {
    const box = up === flatParent(first) ? boxOf(up) : withoutPadding(up);
    const headed = flatContains(up, header.element) ? header.box.bottom - header.box.top : 0;
    ours += heightOfOurs(up);
    // A list's own title above its header keeps room for no row either.
    const title = headed === 0 ? 0 : header.box.bottom - box.top;
    const above = title > MOST_TITLE ? headed + ours : Math.max(headed + ours, title);
    const room = { left: box.left, right: box.right, top: box.top + above, bottom: box.bottom };
    // A long list has many rows to pass over: only what is higher than they are is looked through.
    if (heightOf(room) > drawn + 1) {
      if (saysMore(up, known)) break;
      if (heightOf(room) > heightOf(best) + 1) best = room;
    }
    // A box lower than the rows in it does not hold them: what else stands in it was not looked through.
    if (heightOf(room) >= drawn / 2) known.add(up);
  }
  return best;
}

const heightOf = (box: Box | undefined): number => (box === undefined ? 0 : box.bottom - box.top);

/** What we have put into a page's box ourselves makes it higher. */
function heightOfOurs(element: Element): number {
  let height = 0;
  for (const child of element.children) if (isOwn(child)) height += heightWithMargins(child);
  return height;
}

/** Margins of what is inside stand out of a host that is a block of its own. */
function heightWithMargins(host: Element): number {
  const box = boxOf(host);
  const [before, after] = [host.previousElementSibling, host.nextElementSibling];
  const top = before === null ? boxOf(host.parentElement ?? host).top : boxOf(before).bottom;
  const bottom = after === null ? boxOf(host.parentElement ?? host).bottom : boxOf(after).top;
  return Math.max(heightOf(box), bottom - top);
}

/** Whether something is to be read in an element besides what is known of it. */
const saysMore = (element: Element, known: ReadonlySet<Element>): boolean =>
  atOnce(surveyWork(element, (each) => known.has(each))).texts.some((text) => isShown(text.element));

/** Only right around the rows is padding what may keep room for others. */
function withoutPadding(element: Element): Box {
  const { left, right, top, bottom } = boxOf(element);
  const style = getComputedStyle(element);
  return {
    left,
    right,
    top: top + Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth),
    bottom: bottom - Number.parseFloat(style.paddingBottom) - Number.parseFloat(style.borderBottomWidth),
  };
}

/** A box with room to spare shows it below its rows; a list that draws only what is seen draws all that is seen. */
function hasBlankInView({ rows }: Grid, room: Box, view: Box): boolean {
  const bottom = Math.min(room.bottom, view.bottom);
  if (bottom <= Math.max(room.top, view.top)) return false;
  const [last] = rows.at(-1)?.elements ?? [];
  if (last === undefined) return false;
  const box = boxOf(last);
  return bottom - box.bottom > box.bottom - box.top;
}
