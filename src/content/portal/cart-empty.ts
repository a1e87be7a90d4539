import { nameKey } from '../../core/customer.ts';
import type { Action } from './actions.ts';
import { boxOf, flatContains, flatParent, foldSpaces, isShown, overlap, sameLine } from './dom.ts';
import type { Grid } from './grid.ts';
import { productRows } from './records.ts';
import { parseCount } from './shapes.ts';
import type { Printed, Survey } from './survey.ts';
import { columnConcepts } from './vocabulary/columns.ts';
import { fieldConcepts } from './vocabulary/fields.ts';
import { cartStates, pageWords } from './vocabulary/pages.ts';

/**
 * Whether the order's cart is known to have nothing in it: its list has no rows and nothing that looks like one, or the page says so
 * in place of a list.
 */
export function isCartEmpty(survey: Survey, grids: readonly Grid[], actions: readonly Action[]): boolean {
  const [cart, ...more] = grids.filter(({ kind }) => kind === 'cart');
  if (cart === undefined) return saysCartEmpty(survey, grids, actions);
  return more.length === 0 && cart.rows.length === 0 && !hasLinesBelow(survey, cart);
}

/** How many heights of a header down its first row is looked for. */
const MOST_DOWN = 3;

/** Whether a name and a count, or something to press or to fill in, stand on one line right below a header without rows. */
function hasLinesBelow({ texts, controls }: Survey, { header }: Grid): boolean {
  const { bottom, top } = header.box;
  const reach = bottom + MOST_DOWN * Math.max(24, bottom - top);
  // What stays in place while the cart is scrolled away lies over it, and is none of its lines.
  const scroller = scrollerOf(header.element);
  const below = (element: Element) => {
    const box = boxOf(element);
    if (box.bottom - box.top <= 1 || box.top < bottom - 2 || box.top > reach) return false;
    return isShown(element) && (scroller === undefined || flatContains(scroller, element));
  };
  const named = header.cells.filter(({ concepts }) => concepts.includes('product') || concepts.includes('sku'));
  const printed = texts.filter(({ node, element }) => node.data.length <= 220 && below(element));
  const counts = [
    ...printed.filter(({ node }) => parseCount(foldSpaces(node.data)) !== undefined).map(({ element }) => element),
    ...controls.filter(below),
  ].map(boxOf);
  return printed.some(({ node, element }) => {
    const box = boxOf(element);
    if (element.closest('button,a,label,option,[role=button]') !== null) return false;
    const isName = named.some(({ box: head }) => overlap(box.left, box.right, head.left, head.right) > 0);
    const text = foldSpaces(node.data);
    return (
      isName && /\p{L}/u.test(text) && cartStates(text).length === 0 && counts.some((count) => sameLine(count, box))
    );
  });
}

/** What of the page an element is scrolled with; `undefined`: the page itself, if anything. */
function scrollerOf(element: Element): Element | undefined {
  for (let up = flatParent(element); up !== null && up !== document.body; up = flatParent(up))
    if (up.scrollHeight > up.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
  return undefined;
}

/** What lies over the page, or is folded out of its head, speaks of itself. */
const ELSEWHERE =
  'header:not(:is(main,article,section,[role=main]) header),footer,nav,dialog,[role=banner],[role=contentinfo],[role=navigation],[role=menubar],[role=menu],[role=tooltip],[role=dialog],[role=alertdialog]';

/**
 * Whether the page says, where its cart would stand, that there is nothing in it. Not believed where something else on the page could
 * be the lines of a cart that is not read: an empty cart would be taken for the order.
 */
function saysCartEmpty({ texts }: Survey, grids: readonly Grid[], actions: readonly Action[]): boolean {
  const said = texts.some(
    ({ node, element }) =>
      node.data.length <= 60 &&
      cartStates(foldSpaces(node.data)).length > 0 &&
      element.closest(ELSEWHERE) === null &&
      isShown(element),
  );
  return said && !hasOtherLines(texts, grids, actions);
}

/** Lines of an order outside the lists that are known: a product's name, a column of quantities, a button that takes a line away. */
function hasOtherLines(texts: readonly Printed[], grids: readonly Grid[], actions: readonly Action[]): boolean {
  const inList = (element: Element) =>
    grids.some((grid) => flatContains(grid.element, element) || flatContains(grid.header.element, element));
  if (actions.some(({ concept, element }) => concept === 'remove' && !inList(element) && mayEndLine(element, texts)))
    return true;
  const products = new Set(
    grids.flatMap((grid) =>
      grid.kind === 'products'
        ? productRows(grid).flatMap(({ product, sku }) => [
            nameKey(product),
            ...(sku === undefined ? [] : [nameKey(sku)]),
          ])
        : [],
    ),
  );
  return texts.some(({ node, element }) => {
    if (node.data.length > 220 || element.closest('option') !== null) return false;
    const text = foldSpaces(node.data);
    const speaks = products.has(nameKey(withoutCount(text))) || columnConcepts(text).includes('quantity');
    return speaks && !inList(element) && element.closest(ELSEWHERE) === null && isShown(element);
  });
}

/**
 * Whether a button that takes something away may stand at the end of a cart's line. It does not where all that its own box says besides
 * is what the page is called, a field with its value, or a file.
 */
function mayEndLine(button: Element, texts: readonly Printed[]): boolean {
  if (button.closest(ELSEWHERE) !== null) return false;
  const others = texts.filter(({ element }) => element.closest(PRESSED) === null && isShown(element));
  let around = flatParent(button);
  while (around !== null && around !== document.body && !others.some(({ element }) => isWithin(element, around)))
    around = flatParent(around);
  if (around === null || around === document.body) return true;
  const said = others
    .filter(({ element }) => isWithin(element, around) && element.closest(TITLE) === null)
    .map(({ node }) => foldSpaces(node.data));
  return !said.every((text, i) => {
    if (FILE.test(text) || pageWords(text).length > 0 || isField(text)) return true;
    return i > 0 && isField(said[i - 1] ?? '') && parseCount(text) === undefined;
  });
}

const PRESSED = 'button,a,[role=button],option';
const TITLE = 'h1,[role=heading][aria-level="1"]';
const FILE = /^[^\n]{1,120}\.(pdf|docx?|odt|xlsx?|csv|png|jpe?g|zip)$/iu;
const isWithin = (element: Element, around: Element | null): boolean =>
  around !== null && flatContains(around, element);
const isField = (text: string): boolean => fieldConcepts(text.split(':')[0] ?? '').length > 0;

/** `2 × Vision`, `Vision x2`. */
const withoutCount = (text: string): string => text.replace(/^\d+\s*[x×*]\s*|\s*[x×*]\s*\d+$/giu, '');
