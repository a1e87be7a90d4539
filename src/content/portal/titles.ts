import { boxOf, flatClosest, flatContains, flatParent, foldSpaces, isShown, sameLine } from './dom.ts';
import type { Survey } from './survey.ts';
import { namePrefix, orderNumberIn, pageWords } from './vocabulary/pages.ts';

/** One title or breadcrumb, cut at its separators. */
export interface Title {
  readonly segments: readonly string[];
  /** What it was cut at; two parts of a name are put together with it again. */
  readonly separator: string;
  readonly crumbs: boolean;
  /** Stands out as titles do: a heading, or larger or bolder than the page's ordinary text. */
  readonly prominent: boolean;
  /** Stands where a page shows itself and its user: a banner, a menu, a footer. */
  readonly inBanner: boolean;
  /** A way to another page, which says nothing of this one. */
  readonly leadsAway: boolean;
  /** The texts that a heading is made of. */
  readonly pieces: readonly string[];
}

const SEPARATORS = [' › ', ' » ', ' > ', ' / ', ' | ', ' – ', ' — ', ' · ', ' • ', ' : ', ': ', ' - ', ', '];
export const CRUMB_MARK = /^[›»>/\\|→❯·•–—]$/u;
const CONTROL =
  'button,[role=button],[role=tab],[role=menuitem],[role=option],option,select,label,table,[role=grid],[role=row]';
const HEADING = 'h1,h2,h3,h4,[role=heading]';
export const BANNER = 'header,footer,aside,nav,[role=banner],[role=contentinfo],[role=navigation],[role=menubar]';
const AWAY = 'a[href],nav,[role=navigation],[role=menubar],[role=tablist]';
/** A title stands near the top. */
const MOST_TEXTS = 600;
const MOST_CRUMBS = 15;

/** Cut at every separator, for whoever is asked what the parts mean. */
export function cutAnywhere(text: string): string[] {
  const separator = SEPARATORS.find((one) => text.includes(one));
  return separator === undefined ? [text] : text.split(separator).flatMap(cutAnywhere);
}

/** A text above a list, and the whole of the heading that it is a part of. */
export interface Single {
  readonly node: Text;
  readonly element: Element;
  readonly text: string;
}

/** The texts above a list (or of a page without one) that nothing is done with. */
export function collectSingles({ texts }: Survey, before: Element | undefined): Single[] {
  const singles: Single[] = [];
  let budget = MOST_TEXTS;
  for (const { node, element } of texts) {
    budget -= 1;
    if (budget < 0 || (before !== undefined && flatContains(before, element))) break;
    if (node.data.length > 300 || isOfControl(element) || !isShown(element)) continue;
    singles.push({ node, element, text: foldSpaces(headingOf(element)?.textContent?.slice(0, 300) ?? node.data) });
  }
  return singles;
}

/** Whether a text is a control's or a list's. A table of one column that holds tables lays out the page, and is none. */
function isOfControl(element: Element): boolean {
  for (let at = element.closest(CONTROL); at !== null; at = at.parentElement?.closest(CONTROL) ?? null)
    if (!(at instanceof HTMLTableElement) || !isLayout(at)) return true;
  return false;
}

const isLayout = (table: HTMLTableElement): boolean =>
  [...table.rows].every(({ cells }) => cells.length <= 1) && table.querySelector('table') !== null;

/** Titles and breadcrumbs. */
export function readTitleLines(root: Element, singles: readonly Single[]): Title[] {
  const ordinary = Number.parseFloat(getComputedStyle(root).fontSize) || 14;
  const crumbs = crumbLines(singles).map((segments) => ({
    segments,
    separator: ' ',
    crumbs: true,
    prominent: true,
    inBanner: false,
    leadsAway: false,
    pieces: [],
  }));
  const titles = singles.map(({ element, text }) => ({
    ...cut(text),
    crumbs: false,
    prominent: isProminent(element, ordinary),
    inBanner: element.closest(BANNER) !== null,
    leadsAway: leadsAway(element),
    pieces: piecesOf(headingOf(element), singles),
  }));
  return [...crumbs, ...titles];
}

export const leadsAway = (element: Element): boolean => element.closest(`${HEADING},${AWAY}`)?.matches(AWAY) === true;

function piecesOf(heading: Element | null, singles: readonly Single[]): string[] {
  if (heading === null || heading.childElementCount === 0) return [];
  return singles.filter(({ element }) => headingOf(element) === heading).map(({ node }) => foldSpaces(node.data));
}

export function isProminent(element: Element, ordinary: number): boolean {
  if (element.closest(HEADING) !== null) return true;
  const { fontSize, fontWeight } = getComputedStyle(element);
  return Number.parseFloat(fontSize) > ordinary * 1.1 || Number(fontWeight) >= 600;
}

/** A heading may be made of parts; it is one title. */
export const headingOf = (element: Element): Element | null => element.closest(HEADING);

/** Texts side by side with separators between them, or in what the page calls a breadcrumb. */
function crumbLines(singles: readonly Single[]): string[][] {
  const lines: string[][] = [];
  const used = new Set<Element>();
  for (const { element } of singles) {
    const mark = singles.find((other) => other.element === element && CRUMB_MARK.test(other.text));
    const holder =
      flatClosest(element, 'nav,[role=navigation]') ??
      flatClosest(element, 'ol,ul') ??
      (mark === undefined ? pathAround(element) : flatParent(element));
    if (holder === null || used.has(holder)) continue;
    const parts = singles.filter(
      (other) => flatContains(holder, other.element) && !isInOpenedList(other.element, holder),
    );
    // An ordered list of links is a path; an unordered one is a menu.
    const listed = holder.matches('ol') || (holder.matches('nav') && flatClosest(element, 'ol') !== null);
    const named =
      listed || /breadcrumb|brotkr|miga|fil d.ariane|percorso|kruimel/i.test(holder.getAttribute('aria-label') ?? '');
    const marked = parts.some((part) => CRUMB_MARK.test(part.text) || /[›»>/→❯]\s*$|^\s*[›»>/→❯]/u.test(part.text));
    if (!named && !marked && !isDrawnPath(innermost(holder))) continue;
    used.add(holder);
    const first = parts[0];
    if (first === undefined) continue;
    const line = named ? parts : parts.filter((part) => sameLine(boxOf(part.element), boxOf(first.element)));
    lines.push(
      line
        .map((part) => part.text.replace(/^[›»>/→❯\s]+|[›»>/→❯\s]+$/gu, ''))
        .filter((text) => text !== '' && !CRUMB_MARK.test(text)),
    );
  }
  return lines;
}

/** What holds more than one thing, however many boxes are around it. */
function innermost(holder: Element): Element {
  let inner = holder;
  for (
    let only = inner.firstElementChild;
    inner.childElementCount === 1 && only !== null;
    only = inner.firstElementChild
  )
    inner = only;
  return inner;
}

/** What holds a text as a step of a path that is drawn with icons. */
function pathAround(element: Element): Element | null {
  for (let up = flatParent(element), depth = 0; up !== null && depth < 2; up = flatParent(up), depth += 1)
    if (isDrawnPath(up)) return up;
  return null;
}

/** Three texts or more in one line, and between each two of them one small picture and nothing else, or a mark drawn by style. */
function isDrawnPath(holder: Element): boolean {
  if (holder.childElementCount < 3 || holder.childElementCount > MOST_CRUMBS) return false;
  const children = [...holder.children].filter(isShown);
  const said = children.filter(isWorded);
  if (said.length < 3 || children[0] === undefined || !isWorded(children[0])) return false;
  if (!said.every((part) => sameLine(boxOf(part), boxOf(said[0] ?? part)))) return false;
  const byStyle =
    said.every((part, i) => drawsMark(part, '::before') === i > 0) ||
    said.every((part, i) => drawsMark(part, '::after') === i < said.length - 1);
  if (children.length === said.length) return byStyle;
  return (
    children.length === 2 * said.length - 1 &&
    children.every((part, i) => (i % 2 === 0 ? isWorded(part) : isPicture(part)))
  );
}

const isWorded = (element: Element): boolean => /\p{L}/u.test(element.textContent ?? '');

const isPicture = (element: Element): boolean =>
  !/\S/.test(element.textContent ?? '') &&
  element.matches('svg,img,i,span,:has(svg,img,i)') &&
  element.getBoundingClientRect().width <= 40;

const drawsMark = (element: Element, pseudo: string): boolean =>
  CRUMB_MARK.test(getComputedStyle(element, pseudo).content.replace(/["\s]/g, ''));

/** A list that a crumb opens offers other ways to go; none of them is where the page is. */
function isInOpenedList(element: Element, holder: Element): boolean {
  const list = element.closest('ol,ul,[role=menu],[role=listbox]');
  if (list === null || list === holder || !flatContains(holder, list)) return false;
  const outer = list.parentElement?.closest('ol,ul');
  return outer != null && (outer === holder || flatContains(holder, outer));
}

/** Cut at the separator that stands beside a known word: a name may have dashes of its own. */
export function cut(text: string): { segments: string[]; separator: string } {
  if (orderNumberIn(text) !== undefined) return { segments: [text], separator: ' ' };
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue;
    const segments = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    // `PBX: Main office` is a label with its value.
    if (separator.trim() === ':' && namePrefix(segments[0] ?? '').length > 0) continue;
    if (segments.some((part) => pageWords(part).length > 0)) return { segments, separator };
  }
  return { segments: [text], separator: ' ' };
}
