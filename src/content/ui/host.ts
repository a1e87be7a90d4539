import { t } from '../../platform/i18n.ts';
import { flatContains, flatParent, markOwn } from '../portal/dom.ts';
import type { Grid } from '../portal/grid.ts';
import { leaveCorner, settleInCorner } from './corner.ts';
import { isLong } from './long-list.ts';
import css from './style.css?inline';

let sheet: CSSStyleSheet | undefined;

function styles(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/** An element of ours in WMP's page: nothing of the page reaches into it, and reading the page passes over it. */
export function createHost(kind: string, more: readonly CSSStyleSheet[] = []): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('wmp-companion');
  host.dataset['part'] = kind;
  host.dataset['theme'] = theme();
  // A mark stands in the page's text; what speaks for itself runs as the browser's own language does.
  if (kind !== 'badge') host.dir = t('@@bidi_dir');
  markOwn(host);
  // Closed: a script of the page cannot find the button that it would like to see pressed.
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [styles(), ...more];
  return { host, root };
}

let known: { theme: 'light' | 'dark'; at: number } | undefined;

/** Measured once for a batch of hosts: thousands of marks are made at a time. */
function theme(): 'light' | 'dark' {
  if (known === undefined || performance.now() - known.at > 1000) known = { theme: pageTheme(), at: performance.now() };
  return known.theme;
}

/** Dark or light as the page is, not as the system is: WMP may be light on a dark desktop. */
function pageTheme(): 'light' | 'dark' {
  for (const element of [document.body, document.documentElement]) {
    const match = /rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?/.exec(
      getComputedStyle(element).backgroundColor,
    );
    if (match === null || Number(match[4] ?? 1) < 0.5) continue;
    const [r = 255, g = 255, b = 255] = match.slice(1, 4).map(Number);
    return 0.299 * r + 0.587 * g + 0.114 * b < 110 ? 'dark' : 'light';
  }
  return 'light';
}

/** Hosts that are settled again when the window changes. */
const watched = new WeakSet<HTMLElement>();

/** Puts a host over the page, at one of its edges. */
export function placeFloating(host: HTMLElement, edge: 'bar' | 'side' | 'center', signal: AbortSignal): void {
  host.dataset['place'] = edge;
  if (!signal.aborted) document.documentElement.append(host);
  if (edge === 'center') return;
  void settleInCorner(host);
  if (watched.has(host)) return;
  watched.add(host);
  addEventListener('resize', () => void settleInCorner(host), { signal });
}

/** The list with whatever clips and scrolls it: a bar inside would scroll away with the rows. */
function outsideOfScrolling(list: Element): Element {
  let block = list;
  for (
    let up: Element | null = list;
    up !== null && up !== document.body && up.parentElement !== null;
    up = up.parentElement
  )
    if (getComputedStyle(up).overflowY !== 'visible' && up.clientHeight < document.documentElement.clientHeight)
      block = up;
  const page = document.documentElement.clientWidth * document.documentElement.clientHeight;
  const { width, height } = block.getBoundingClientRect();
  return width * height > 0.85 * page ? list : block;
}

/** How far out from a list a place above it is looked for. */
const MOST_PLACES = 4;

/** Puts a host before an element, and tells whether that moved the list down without pushing it out of what holds it. */
function standsAbove(host: HTMLElement, place: Element, block: Element, header: Element): boolean {
  host.remove();
  const before = header.getBoundingClientRect().top;
  const overflow = overflowAround(place);
  place.before(host);
  const own = host.getBoundingClientRect();
  return (
    own.height > 8 &&
    own.width > 240 &&
    header.getBoundingClientRect().top - before >= own.height - 2 &&
    block.getBoundingClientRect().top >= own.bottom - 2 &&
    overflowAround(place) <= overflow + 1 &&
    isUncovered(host, own)
  );
}

/** Whether no strip of the page, as a copied header is one, lies over a host. What covers far more is a mask, and goes again. */
function isUncovered(host: HTMLElement, { left, right, top, bottom, height }: DOMRect): boolean {
  const y = (top + bottom) / 2;
  return [left + 20, (left + right) / 2, right - 20].every((x) => {
    const hit = document.elementFromPoint(x, y);
    if (hit === null || hit === host || !flatContains(document.body, hit)) return true;
    let strip: Element = hit;
    for (let up = flatParent(hit); up !== null && !flatContains(up, host); up = flatParent(up)) strip = up;
    return strip.getBoundingClientRect().height > 2 * height;
  });
}

/** By how much what stands around an element holds more than it has room for, in pixels; what scrolls, and the page itself, may. */
export function overflowAround(element: Element): number {
  let sum = 0;
  for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement)
    if (!/auto|scroll/.test(getComputedStyle(up).overflowY)) sum += Math.max(0, up.scrollHeight - up.clientHeight);
  return sum;
}

/**
 * Puts a host above a list, in the page's own flow where that moves the list down; where the layout would put it over
 * something, it floats instead.
 */
function placeAbove(
  host: HTMLElement,
  list: Element,
  header: Element,
  signal: AbortSignal,
  otherwise: 'bar' | 'side' = 'bar',
): void {
  // Drawn anew since it was read: the next reading, which that brings about, tells where it stands now.
  if (!list.isConnected || !header.isConnected) {
    host.remove();
    return;
  }
  host.dataset['place'] = 'flow';
  leaveCorner(host);
  const block = outsideOfScrolling(list.closest('table') ?? list);
  for (let place: Element | null = block, tries = 0; place !== null && tries < MOST_PLACES; tries += 1) {
    if (place === document.body) break;
    if (standsAbove(host, place, block, header)) return;
    place = place.parentElement;
  }
  host.remove();
  placeFloating(host, otherwise, signal);
}

/** Puts a host above the one list that it belongs to, and over the page where there is none, or two, or too long a one to be moved. */
export function placeByList(
  host: HTMLElement,
  list: Grid | 'twice' | undefined,
  signal: AbortSignal,
  otherwise: 'bar' | 'side' = 'bar',
): void {
  if (list === undefined || list === 'twice' || isLong(list)) placeFloating(host, otherwise, signal);
  else placeAbove(host, list.element, list.header.element, signal, otherwise);
}
