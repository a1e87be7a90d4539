import { boxOf, flatChildren, flatContains, flatParent, foldSpaces, isShown, overlap, textNodes } from './dom.ts';
import { deepHit } from './press.ts';
import { cut, isProminent } from './titles.ts';
import { pageWords } from './vocabulary/pages.ts';

/** A box of this size at least may be a page of its own, in pixels. */
const PAGE = { width: 300, height: 120 };
const DEEPEST = 10;
/** What has so many children is a list. */
const MOST_CHILDREN = 60;

/**
 * Parts of a page that an app keeps of the page before, where nobody sees them: moved out of the window to where nobody can scroll, or
 * all behind the page that came. What is hidden or transparent is told by its style, and not here.
 */
export function keptLayers(root: Element = document.body): ReadonlySet<Element> {
  const kept = new Set<Element>();
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
  // Where nothing can lie over anything, nobody needs to ask what lies on top: that has the page drawn at once.
  const sheet = isLayered(root) ? sheetOnTop(root) : undefined;
  let level = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap((element) => partsOf(element).filter((part) => isPageSized(part) && !isKept(part)));
  return kept;

  function isKept(element: Element): boolean {
    const box = boxOf(element);
    const isOut = (!rtl && box.right + scrollX <= 0) || box.bottom + scrollY <= 0;
    if ((isOut && !isScrolled(element)) || (sheet !== undefined && isBehind(element, sheet))) kept.add(element);
    return kept.has(element);
  }
}

/** An element's children, unless it is a list. */
function partsOf(element: Element): Element[] {
  const children = flatChildren(element).filter((child): child is Element => child instanceof Element);
  return children.length > MOST_CHILDREN ? [] : children;
}

/** Whether a part of the page as large as a page is put over others, or meets one beside it. */
function isLayered(root: Element): boolean {
  let level = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: Element[] = [];
    for (const element of level) {
      // What is put over others may stand in a box that has no size itself.
      const large = partsOf(element).filter((part) => isPageSized(part) || isSizeless(part));
      if (large.some((child) => /absolute|fixed/.test(getComputedStyle(child).position))) return true;
      if (large.some((one, i) => large.slice(i + 1).some((other) => meet(one, other)))) return true;
      next.push(...large);
    }
    level = next;
  }
  return false;
}

const isSizeless = (element: Element): boolean => {
  const { left, right, top, bottom } = boxOf(element);
  return right - left <= 1 || bottom - top <= 1;
};

function meet(one: Element, other: Element): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  return overlap(a.left, a.right, b.left, b.right) > 8 && overlap(a.top, a.bottom, b.top, b.bottom) > 8;
}

const isPageSized = (element: Element): boolean => {
  const { left, right, top, bottom } = boxOf(element);
  return right - left >= PAGE.width && bottom - top >= PAGE.height;
};

/** Whether something around it is scrolled: then it can be scrolled back to. */
function isScrolled(element: Element): boolean {
  for (let up = flatParent(element); up !== null && up !== document.documentElement; up = flatParent(up))
    if (up.scrollLeft !== 0 || up.scrollTop !== 0) return true;
  return false;
}

const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';

/**
 * The opaque box that lies over most of the window, if there is one: the page that came. A dialog is none, and what is fixed to the
 * window may be a dialog that does not say so, unless it has a page's title.
 */
function sheetOnTop(root: Element): Element | undefined {
  let sheet: Element | undefined;
  let isFixed = false;
  for (let up = deepHit(innerWidth / 2, innerHeight / 2); up !== null && up !== root; up = flatParent(up)) {
    if (up === document.body || up === document.documentElement) break;
    if (up.matches(DIALOG)) return undefined;
    isFixed ||= getComputedStyle(up).position === 'fixed';
    const { left, right, top, bottom } = boxOf(up);
    if (right - left > 0.6 * innerWidth && bottom - top > 0.6 * innerHeight && isOpaque(up)) sheet ??= up;
  }
  return sheet !== undefined && (!isFixed || isTitled(sheet, root)) ? sheet : undefined;
}

function isOpaque(element: Element): boolean {
  const { backgroundColor, opacity } = getComputedStyle(element);
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(backgroundColor);
  return backgroundColor !== 'transparent' && Number(alpha?.[1] ?? alpha?.[2] ?? 1) === 1 && Number(opacity) === 1;
}

/** A title stands among the first texts. */
const FIRST_TEXTS = 40;

function isTitled(sheet: Element, root: Element): boolean {
  const ordinary = Number.parseFloat(getComputedStyle(root).fontSize) || 14;
  let budget = FIRST_TEXTS;
  for (const node of textNodes(sheet)) {
    budget -= 1;
    if (budget < 0) return false;
    const parent = flatParent(node);
    if (parent === null || node.data.length > 200 || !isProminent(parent, ordinary)) continue;
    if (cut(foldSpaces(node.data)).segments.some((part) => pageWords(part).length > 0)) return true;
  }
  return false;
}

/** So many of its texts tell whether a part of the page is seen. */
const SOME_TEXTS = 12;

/** Whether the first texts of an element that are in the window lie behind the sheet, all of them. */
function isBehind(element: Element, sheet: Element): boolean {
  if (flatContains(element, sheet) || flatContains(sheet, element)) return false;
  let looked = 0;
  for (const node of textNodes(element)) {
    const parent = flatParent(node);
    if (parent === null || !isShown(parent)) continue;
    const { left, right, top, bottom } = boxOf(parent);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const hit = deepHit(x, y);
    if (hit === null || !flatContains(sheet, hit)) return false;
    looked += 1;
    if (looked >= SOME_TEXTS) break;
  }
  return looked > 0;
}
