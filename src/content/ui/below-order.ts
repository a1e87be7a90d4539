import { commonAncestor, flatContains, flatParent, isOwn } from '../portal/dom.ts';
import type { Page } from '../portal/page.ts';
import type { ActionConcept } from '../portal/vocabulary/actions.ts';
import type { Visit } from '../visit.ts';
import { leaveCorner } from './corner.ts';
import { overflowAround, placeFloating } from './host.ts';
import { createSurface, type Surface } from './render.ts';

/** Our panels below an order, from above: always in this order, whichever comes first. */
const PARTS = ['order-panel', 'cart-desk'] as const;

/** What belongs to an order wherever it stands on the page. */
const OF_ORDER: ReadonlySet<ActionConcept> = new Set<ActionConcept>([
  'checkout',
  'recalculate',
  'save',
  'confirmOrder',
]);
const PRESSED =
  'button,[role=button],input:not([type=hidden]),select,textarea,[role=combobox],[role=checkbox],[role=spinbutton]';
/** Beside the page, not in it: what is below everything may move these. */
const BESIDE_PAGE =
  'header:not(:is(main,article,section,[role=main]) header),footer,nav,[role=banner],[role=contentinfo],[role=navigation]';
/** How far out from the order a place below it is looked for. */
const MOST_PLACES = 6;

/** A panel of ours below the order of a visit's page, at the same place whatever comes later. */
export function orderSurface(part: (typeof PARTS)[number], visit: Visit, sheets: readonly CSSStyleSheet[]): Surface {
  const place = (host: HTMLElement) => placeBelowOrder(host, visit.page(), visit.signal);
  const { host, show } = createSurface(part, visit.signal, place, sheets);
  visit.onRead(() => {
    steadily(host, () => {
      if (!makeWay()) return;
      place(host);
      pullUp(visit.page());
    });
  });
  return {
    host,
    show(tree) {
      steadily(host, () => {
        makeWay();
        show(tree);
        pullUp(visit.page());
      });
    },
  };

  /** Where WMP has drawn more of the order since, the panel stands in the midst of it, or over it. */
  function makeWay(): boolean {
    if (!isInFlow(host) || isBelowOrder(host, visit.page())) return false;
    host.remove();
    return true;
  }
}

const isInFlow = (host: HTMLElement): boolean => host.isConnected && host.dataset['place'] === 'flow';

/**
 * Changes a panel without moving what is on show: at the end of a page that becomes shorter, the browser would scroll back, and
 * WMP's own buttons with it.
 */
function steadily(host: HTMLElement, change: () => void): void {
  const scrollers = isInFlow(host) ? scrollersAround(host).map((element) => ({ element, at: element.scrollTop })) : [];
  host.style.minBlockSize = '';
  change();
  for (const { element, at } of scrollers) {
    element.scrollTop = Math.max(element.scrollTop, at);
    const lack = at - element.scrollTop;
    if (lack < 1 || !isInFlow(host)) continue;
    host.style.minBlockSize = `${Math.ceil(host.offsetHeight + lack)}px`;
    element.scrollTop = at;
  }
}

function scrollersAround(host: Element): Element[] {
  const found = new Set<Element>(document.scrollingElement === null ? [] : [document.scrollingElement]);
  for (let up = flatParent(host); up !== null; up = flatParent(up)) if (up.scrollTop > 0) found.add(up);
  return [...found];
}

/** What of the page must neither move nor come to lie under us: the order's lists, its fields, whatever is pressed. */
function ofThePage(page: Page): Element[] {
  const inDialog = (element: Element) => page.dialogs.some((dialog) => flatContains(dialog.element, element));
  const found = new Set<Element>([
    ...orderOf(page),
    ...page.actions.map(({ element }) => element),
    ...page.fields.flatMap(({ control, label }) => [control ?? label]),
    ...document.querySelectorAll(PRESSED),
  ]);
  return [...found].filter(
    (element) => element.isConnected && !isOwn(element) && !inDialog(element) && element.closest(BESIDE_PAGE) === null,
  );
}

/** The order itself: its lists, and what it is changed and checked out by. */
function orderOf(page: Page): Element[] {
  const lists = page.grids.filter(({ kind }) => kind === 'products' || kind === 'cart');
  const inDialog = (element: Element) => page.dialogs.some((dialog) => flatContains(dialog.element, element));
  return [
    ...lists.flatMap(({ element, header }) => [element, header.element]),
    ...page.actions.filter(({ concept }) => OF_ORDER.has(concept)).map(({ element }) => element),
    ...page.fields.map(({ control, label }) => control ?? label),
  ].filter(
    (element) =>
      element.isConnected && !inDialog(element) && element.closest(BESIDE_PAGE) === null && !staysOnScreen(element),
  );
}

/** What does not scroll with the page is below nothing and above nothing. */
function staysOnScreen(element: Element): boolean {
  for (let up: Element | null = element; up !== null && up !== document.body; up = flatParent(up))
    if (/fixed|sticky/.test(getComputedStyle(up).position)) return true;
  return false;
}

/**
 * Puts a panel below the order, where nothing of the page moves by it, now or when it grows; where the layout has no such
 * place, over the page.
 */
export function placeBelowOrder(host: HTMLElement, page: Page, signal: AbortSignal): void {
  host.remove();
  host.dataset['place'] = 'flow';
  leaveCorner(host);
  // Over what is blank of the page's own.
  host.style.position = 'relative';
  host.style.marginBlockStart = '';
  const other = standing(PARTS.find((part) => part !== host.dataset['part']));
  if (other !== undefined && isBelowOrder(other, page)) {
    if (host.dataset['part'] === PARTS[0]) other.before(host);
    else other.after(host);
    return;
  }
  const kept = boxes(ofThePage(page));
  for (const place of placesBelow(page)) {
    const [overflow, width] = [overflowAround(place), document.documentElement.clientWidth];
    place.after(host);
    // A scroll bar that the page gets now takes its width from all of it.
    const bar = Math.max(0, width - document.documentElement.clientWidth);
    if (fits(host, page) && overflowAround(host) <= overflow + 1 && sameBoxes(kept, bar)) return;
    host.remove();
  }
  host.style.position = '';
  placeFloating(host, 'side', signal);
}

/** A gap that is worth it. */
const GAP = 16;

/** A page may keep the whole window for its order: then our panels stand in what is blank of it, right below what it shows. */
function pullUp(page: Page): void {
  const [first, ...others] = PARTS.flatMap((part) => standing(part) ?? []);
  for (const host of others) host.style.marginBlockStart = '';
  if (first === undefined) return;
  first.style.marginBlockStart = '';
  let place = first.previousElementSibling;
  while (place !== null && isOwn(place)) place = place.previousElementSibling;
  const order = orderOf(page);
  if (place === null || order.length === 0) return;
  const { top } = first.getBoundingClientRect();
  let bottom = Math.max(...order.map((element) => element.getBoundingClientRect().bottom));
  for (const element of [place, ...place.querySelectorAll('*')]) {
    if (order.every((one) => element !== one && flatContains(element, one))) continue;
    const box = element.getBoundingClientRect();
    if (box.height > 1 && box.width > 1) bottom = Math.max(bottom, box.bottom);
  }
  if (top - bottom > GAP) first.style.marginBlockStart = `${Math.ceil(bottom - top)}px`;
}

const standing = (part: string | undefined): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`wmp-companion[data-part="${part}"][data-place="flow"]`) ?? undefined;

/** Whether a panel in the page's flow still has all of the order above it: the page may have drawn more of it since. */
export function isBelowOrder(host: HTMLElement, page: Page): boolean {
  const { top } = host.getBoundingClientRect();
  // Margins of what is in the panel stand out of it.
  return orderOf(page).every((element) => element.getBoundingClientRect().bottom <= top + 8);
}

function fits(host: HTMLElement, page: Page): boolean {
  const own = host.getBoundingClientRect();
  const widest = Math.max(...orderOf(page).map((element) => element.getBoundingClientRect().width));
  return (
    own.height > 8 && own.width > 240 && own.width >= 0.6 * Math.min(widest, innerWidth) && isBelowOrder(host, page)
  );
}

/** Elements after which a panel may stand, the nearest to the order first; none outside of what scrolls the order. */
function placesBelow(page: Page): Element[] {
  const order = orderOf(page);
  const common = commonAncestor(order);
  if (common === null) return [];
  const lowest = order.toSorted((a, b) => b.getBoundingClientRect().bottom - a.getBoundingClientRect().bottom)[0];
  const places: Element[] = [];
  let inner: Element | null = lowest ?? null;
  while (inner !== null && inner !== common && flatParent(inner) !== common) inner = flatParent(inner);
  if (inner !== null && inner !== common) places.push(inner);
  for (let up: Element | null = common; up !== null && places.length < MOST_PLACES; up = flatParent(up)) {
    const last = [...up.children].filter((child) => !isOwn(child)).at(-1);
    if (last !== undefined && up !== lowest) places.push(last);
    if (up === document.body || /auto|scroll/.test(getComputedStyle(up).overflowY)) break;
  }
  return [...new Set(places)].filter((place) => place.parentElement !== null);
}

type Boxes = ReadonlyMap<Element, DOMRect>;
const boxes = (elements: readonly Element[]): Boxes =>
  new Map(elements.map((element) => [element, element.getBoundingClientRect()]));

const sameBoxes = (before: Boxes, aside: number): boolean =>
  [...before].every(([element, box]) => {
    const now = element.getBoundingClientRect();
    return (
      (['top', 'bottom'] as const).every((side) => Math.abs(now[side] - box[side]) <= 1) &&
      (['left', 'right'] as const).every((side) => Math.abs(now[side] - box[side]) <= 1 + aside)
    );
  });
