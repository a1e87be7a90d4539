import { elements, isElement, isOwn, isText, textNodes } from './flat-tree.ts';

export { elements, isOwn, markOwn, textNodes } from './flat-tree.ts';

/** Parent in the flat tree: a slotted element's is its slot, a shadow root's is its host. */
export function flatParent(node: Node): Element | null {
  // Only a child of a shadow host can be slotted.
  const { parentElement } = node;
  if (parentElement !== null && parentElement.shadowRoot === null) return parentElement;
  if ((isElement(node) || isText(node)) && node.assignedSlot !== null) return node.assignedSlot;
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** Children in the flat tree, our own and unrendered ones left out. */
export function flatChildren(element: Element): readonly Node[] {
  const source =
    element instanceof HTMLSlotElement && element.assignedNodes().length > 0
      ? element.assignedNodes()
      : (element.shadowRoot ?? element).childNodes;
  return [...source].filter((node) => !isOwn(node));
}

/** The nearest element around one, itself included, that fits a selector: out of slots and shadow roots too. */
export function flatClosest(element: Element, selector: string): Element | null {
  for (let up: Element | null = element; up !== null; up = flatParent(up)) if (up.matches(selector)) return up;
  return null;
}

export const flatContains = (ancestor: Element, node: Node): boolean => {
  if (ancestor.contains(node)) return true;
  for (let up: Element | null = flatParent(node); up !== null; up = flatParent(up)) if (up === ancestor) return true;
  return false;
};

/** Whether one node comes before another that is not inside it, as a person meets them: also from one shadow root to another. */
export function comesBefore(one: Node, other: Node): boolean {
  if (one.getRootNode() === other.getRootNode() && one.parentNode === other.parentNode)
    return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const [first, second] = [flatPath(one), flatPath(other)];
  const at = first.findIndex((node, i) => node !== second[i]);
  const [a, b, parent] = [first[at], second[at], first[at - 1]];
  if (a === undefined || b === undefined || !(parent instanceof Element)) return false;
  const children = flatChildren(parent);
  return children.indexOf(a) < children.indexOf(b);
}

/** A node and everything around it, the outermost first. */
function flatPath(node: Node): Node[] {
  const path: Node[] = [];
  for (let up: Node | null = node; up !== null; up = flatParent(up)) path.unshift(up);
  return path;
}

/** Nearest element that holds all of these, in the flat tree. */
export function commonAncestor(elements: readonly Element[]): Element | null {
  const [first, ...rest] = elements;
  if (first === undefined) return null;
  for (let up: Element | null = first; up !== null; up = flatParent(up)) {
    const candidate = up;
    if (rest.every((element) => candidate === element || flatContains(candidate, element))) return candidate;
  }
  return null;
}

/** Whether a person could see it: it has a box, and is neither hidden nor fully transparent nor clipped to a dot. */
export function isShown(element: Element): boolean {
  const { left, right, top, bottom } = boxOf(element);
  if (right - left <= 1 || bottom - top <= 1) return false;
  // What has no box of its own is seen if what is around it is.
  if (getComputedStyle(element).display === 'contents') {
    const parent = flatParent(element);
    return parent !== null && isShown(parent);
  }
  return typeof element.checkVisibility === 'function'
    ? element.checkVisibility({
        checkOpacity: true,
        checkVisibilityCSS: true,
        opacityProperty: true,
        visibilityProperty: true,
      } as CheckVisibilityOptions)
    : getComputedStyle(element).visibility === 'visible';
}

/** Words of plain characters, one space between them: nothing to fold. */
const FOLDED = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** The text of a node's own characters, spaces folded and invisible marks dropped. */
export const foldSpaces = (text: string): string =>
  FOLDED.test(text)
    ? text
    : text
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
        .replace(/\s+/g, ' ')
        .trim();

/** What a person reads in an element: its shown text, else the words that stand for an image. */
export function readText(element: Element): string {
  // Most cells of most lists hold one text and nothing else.
  const { firstChild } = element;
  if (
    firstChild !== null &&
    isText(firstChild) &&
    firstChild.nextSibling === null &&
    element.shadowRoot === null &&
    !isSpecial(element)
  )
    return foldSpaces(firstChild.data) || imageText(element);
  const control = controlValue(element);
  if (control !== undefined) return control;
  let only: Element = element;
  while (only.childNodes.length === 1 && only.firstElementChild !== null && isPlain(only))
    only = only.firstElementChild;
  if (only !== element) {
    const value = controlValue(only);
    if (value !== undefined) return value;
  }
  if (isPlain(only) && [...only.children].every(isOwn)) {
    return foldSpaces(only.textContent ?? '') || imageText(only);
  }
  const shown = foldSpaces(shownText(element));
  // Signs around a field, to count up and down, are no text of its own.
  return WORD.test(shown) ? shown : (soleValue(element) ?? (shown || imageText(element)));
}

const WORD = /[\p{L}\p{N}]/u;

/** What stands in the one field that an element holds; `undefined` where it holds none, or several. */
function soleValue(element: Element): string | undefined {
  const fields = [...elements(element)].filter(
    (field) => controlValue(field) !== undefined && !isButton(field) && isShown(field),
  );
  const [field] = fields;
  return field === undefined || fields.length > 1 ? undefined : controlValue(field);
}

const isButton = (field: Element): boolean =>
  field instanceof HTMLInputElement && ['button', 'submit', 'image', 'reset'].includes(field.type);

/** What a field of the page's own shows as its value, without the signs that are drawn in it: an arrow, a cross. */
export const readValue = (field: Element): string =>
  controlValue(field) ?? foldSpaces(shownText(field, (text) => WORD.test(text)));

/** Whether what an element shows is what it holds: neither has it a shadow root, nor is it a slot for something else. */
const isPlain = (element: Element): boolean => element.shadowRoot === null && element.localName !== 'slot';

/** Shown characters only; parts that stand in different blocks are kept apart, inline parts of one word are not. */
export const shownText = (element: Element, counts?: Counts): string => shownLines(element, counts).join(' ');

/** What an element shows, line by line as its blocks and its breaks make them: however they wrap, that is no new line. */
export const readLines = (element: Element): string[] =>
  shownLines(element)
    .map(foldSpaces)
    .filter((line) => line !== '');

type Counts = (text: string, parent: Element) => boolean;

function shownLines(element: Element, counts: Counts = () => true): string[] {
  const lines: string[] = [];
  let last: Element | undefined;
  for (const node of textNodes(element)) {
    const parent = flatParent(node);
    if (parent === null || !isShown(parent) || isToolMark(node, parent, element) || isIconText(parent)) continue;
    if (!counts(node.data, parent)) continue;
    const block = blockOf(parent, element);
    if (last !== block || beginsLine(node)) lines.push(node.data);
    else lines.push(`${lines.pop() ?? ''}${followsSpace(node) ? ' ' : ''}${node.data}`);
    last = block;
  }
  return lines;
}

/** Whether a line was broken right before a text, beside it or beside what it stands in. */
function beginsLine(node: Node): boolean {
  let at: Node | null = node;
  for (let depth = 0; at !== null && depth < 4; depth += 1) {
    let before: Node | null = at.previousSibling;
    while (before !== null && (isText(before) ? !/\S/.test(before.data) : !isElement(before) || isOwn(before)))
      before = before.previousSibling;
    if (before !== null) return isElement(before) && before.localName === 'br';
    at = at.parentNode;
  }
  return false;
}

/** Whether what stands right before a text, beside it or beside what it begins, is a space of its own: some frameworks make a node of it. */
function followsSpace(node: Node): boolean {
  let at: Node | null = node;
  for (let depth = 0; at !== null && depth < 4; depth += 1) {
    let before: Node | null = at.previousSibling;
    while (before !== null && ((!isText(before) && !isElement(before)) || (isText(before) && before.data === '')))
      before = before.previousSibling;
    if (before !== null) return isText(before) && !/\S/.test(before.data);
    at = at.parentNode;
  }
  return false;
}

/** Some fonts draw a word ("arrow_upward") as a picture. Others of that name only stand in for signs that a page's own font lacks. */
const isIconText = (parent: Element): boolean =>
  /icon|symbol|glyph|awesome/i.test(getComputedStyle(parent).fontFamily.split(',')[0] ?? '');

/** What a control or a header is called: its text without its pictures, also those that are written in letters. */
export function nameText(element: Element): string {
  const whole = foldSpaces(element.textContent ?? '');
  if (element.firstElementChild === null) return whole;
  let name = '';
  for (const node of textNodes(element)) {
    const parent = flatParent(node);
    const hidden = parent?.closest('[aria-hidden=true]');
    if (
      parent === null ||
      isIconText(parent) ||
      (hidden != null && hidden !== element && flatContains(element, hidden))
    )
      continue;
    name += beginsLine(node) ? ` ${node.data}` : node.data;
  }
  return foldSpaces(name) || whole;
}

/** A sign without a word on a button beside a text, to copy it for instance: no part of what is read. */
const isToolMark = (node: Text, parent: Element, limit: Element): boolean => {
  if (/[\p{L}\p{N}]/u.test(node.data)) return false;
  const button = parent.closest('button,[role=button]');
  return button !== null && button !== limit && flatContains(limit, button);
};

/** The nearest element around one that begins a line of its own, up to a limit. */
export function blockOf(element: Element, limit: Element): Element {
  let up = element;
  for (let parent = flatParent(up); up !== limit && parent !== null; parent = flatParent(up)) {
    const { display } = getComputedStyle(up);
    if (display !== 'inline' && display !== 'contents') break;
    up = parent;
  }
  return up;
}

/** Whether an element shows something else than what it holds. */
const isSpecial = ({ localName }: Element): boolean =>
  localName === 'select' || localName === 'textarea' || localName === 'slot';

function controlValue(element: Element): string | undefined {
  if (element instanceof HTMLSelectElement) return foldSpaces(element.selectedOptions[0]?.textContent ?? '');
  if (element instanceof HTMLTextAreaElement) return element.value.trim();
  if (element instanceof HTMLInputElement && !['checkbox', 'radio', 'hidden'].includes(element.type))
    return element.value.trim();
  return undefined;
}

function imageText(element: Element): string {
  for (const part of [element, ...element.querySelectorAll('[alt],[aria-label],[title]')]) {
    if (isOwn(part)) continue;
    const text = part.getAttribute('alt') ?? part.getAttribute('aria-label') ?? part.getAttribute('title');
    if (text !== null && /\S/.test(text) && isShown(part) && isDrawn(part)) return foldSpaces(text);
  }
  return '';
}

/** Whether there is something to be seen: an empty cell, or a box in it, may have a name too, of what can be done there. */
const isDrawn = (element: Element): boolean =>
  element.childElementCount > 0 ||
  element.shadowRoot !== null ||
  element.matches('img,svg,i,input,canvas,[role=img]') ||
  drawsByStyle(element);

function drawsByStyle(element: Element): boolean {
  const { backgroundImage, backgroundColor, maskImage, borderTopWidth } = getComputedStyle(element);
  const isPlain = backgroundImage === 'none' && (maskImage === 'none' || maskImage === '' || maskImage === undefined);
  const isBlank = /^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor) && borderTopWidth === '0px';
  return (
    !isPlain ||
    (!isBlank && !isCell(element)) ||
    ['::before', '::after'].some((pseudo) => !/^(none|normal|""|)$/.test(getComputedStyle(element, pseudo).content))
  );
}

/** A cell has lines and a ground of its own. */
const isCell = (element: Element): boolean =>
  element instanceof HTMLTableCellElement || /^(gridcell|cell)$/.test(element.getAttribute('role') ?? '');

/** Box in viewport coordinates. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An element that has no box of its own (`display: contents`, as slots and some custom elements) stands where its children do. */
export function boxOf(element: Element): Box {
  const box = element.getBoundingClientRect();
  if (box.width > 0 || box.height > 0 || (element.firstChild === null && isPlain(element))) return box;
  if (getComputedStyle(element).display !== 'contents') return box;
  const inner = flatChildren(element).flatMap((child) => (child instanceof Element ? [boxOf(child)] : textBox(child)));
  const shown = inner.filter(({ left, right, top, bottom }) => right > left && bottom > top);
  return shown.length === 0 ? box : around(shown);
}

function textBox(node: Node): Box[] {
  if (!isText(node) || !/\S/.test(node.data)) return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  return [range.getBoundingClientRect()];
}

export const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map((box) => box.left)),
  right: Math.max(...boxes.map((box) => box.right)),
  top: Math.min(...boxes.map((box) => box.top)),
  bottom: Math.max(...boxes.map((box) => box.bottom)),
});

/** Length of the part two stretches share. */
export const overlap = (a1: number, a2: number, b1: number, b2: number): number =>
  Math.max(0, Math.min(a2, b2) - Math.max(a1, b1));

/** Whether two boxes stand on one line: they share more than half of the lower one's height. */
export const sameLine = (a: Box, b: Box): boolean =>
  overlap(a.top, a.bottom, b.top, b.bottom) > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
