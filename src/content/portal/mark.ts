import { boxOf, elements, flatClosest, flatContains, flatParent, isShown, readText } from './dom.ts';
import { inkOf } from './ink.ts';
import { deepHit } from './press.ts';
import type { GridRow } from './rows.ts';

const CHECK_BOX = 'input[type=checkbox],[role=checkbox],[aria-checked],input[type=radio]';

/** Boxes that are drawn by a letter, empty and ticked. */
const GLYPHS: ReadonlyMap<string, boolean> = new Map([
  ...[...'☐□◻⬜▢◯○'].map((glyph) => [glyph, false] as const),
  ...[...'☑☒✓✔✅■◼⬛▣●◉'].map((glyph) => [glyph, true] as const),
  // Words that fonts of icons draw as such a box.
  ['check_box_outline_blank', false],
  ['check_box', true],
]);

/** Whether a cell that holds nothing but such a letter is ticked. */
export const glyphOf = (cell: Element): boolean | undefined =>
  GLYPHS.get((cell.textContent ?? '').replace(/\s|\ufe0e|\ufe0f/gu, ''));

const boxesOf = (row: GridRow): Element[] =>
  row.elements.flatMap((element) => [...elements(element)].filter((part) => part.matches(CHECK_BOX)));

/** Whether a row holds no box at all, so that the row itself may be what is selected. */
export const isBoxless = (row: GridRow): boolean => boxesOf(row).length === 0;

/** The one thing in a row that is a check box by its own account. */
export function checkBox(row: GridRow): HTMLElement | undefined {
  const boxes = boxesOf(row);
  const only = boxes.filter((box) => !boxes.some((other) => other !== box && flatContains(other, box)));
  const [box] = only;
  return only.length === 1 && box instanceof HTMLElement ? (copyOver(box) ?? box) : undefined;
}

/** Frozen columns may be drawn a second time over the first: the copy is what a person sees and presses. */
function copyOver(box: HTMLElement): HTMLElement | undefined {
  const mine = boxOf(box);
  const hit = deepHit((mine.left + mine.right) / 2, (mine.top + mine.bottom) / 2);
  if (hit === null || hit === box || flatContains(hit, box)) return undefined;
  const copy = flatClosest(hit, CHECK_BOX);
  if (!(copy instanceof HTMLElement) || copy === box || copy.localName !== box.localName) return undefined;
  const other = boxOf(copy);
  const same = Math.abs(other.left - mine.left) <= 2 && Math.abs(other.top - mine.top) <= 2;
  return same && Math.abs(other.right - mine.right) <= 2 && !isOfHeader(copy, box) ? copy : undefined;
}

/** A row may stand under a header that stays, whose box selects all rows: that is no copy of the row's. */
function isOfHeader(copy: Element, box: Element): boolean {
  if (flatClosest(copy, 'thead,th,[role=columnheader]') !== null) return true;
  for (let up: Element | null = copy; up !== null && !flatContains(up, box); up = flatParent(up)) {
    const { position, top } = getComputedStyle(up);
    if (position === 'sticky' && top !== 'auto') return true;
  }
  return false;
}

/** Marks stand in one of the first columns: some lists have one before, to open a row. */
const NEAR_EDGE = 2;

/**
 * The cell that holds nothing but a row's mark, where the row has no check box by name: wordless, with something drawn in it, and
 * either at the row's edge or framed like a box. An icon elsewhere may be anything, a waste bin too.
 */
export function markCell(row: GridRow): HTMLElement | undefined {
  const given = row.cells.filter((cell): cell is HTMLElement => cell instanceof HTMLElement && isShown(cell));
  if (given[0] !== undefined && getComputedStyle(given[0]).direction === 'rtl') given.reverse();
  const fitting = given.filter((cell, i) => {
    if (isForSomethingElse(cell)) return false;
    if (glyphOf(cell) !== undefined) return true;
    if (/\S/.test(cell.textContent ?? '') || readText(cell) !== '') return false;
    const ink = inkOf(cell);
    // Far from the row's beginning a frame with a picture in it is a button rather.
    return (ink.boxed && (i < NEAR_EDGE || ink.amount === 0)) || (ink.drawn && i === 0);
  });
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  // Some frameworks draw nothing until a row is selected.
  const [first] = given;
  return first !== undefined && first.clientWidth <= 60 && readText(first) === '' && !isForSomethingElse(first)
    ? first
    : undefined;
}

/** A button that does not say whether it is on, or one with a menu, does something with the row: deletes it, perhaps. */
const isForSomethingElse = (cell: Element): boolean =>
  [...elements(cell)].some(
    (part) =>
      part.matches('[aria-haspopup],a[href]') ||
      (part.matches('button,[role=button]') && !part.matches('[aria-pressed],[aria-checked]')),
  );

/** A row's place to press for selecting it. */
export function markOf(row: GridRow): Element | undefined {
  const box = checkBox(row);
  // Frameworks lay the real box, transparent, over the one they draw.
  if (box !== undefined)
    return hasPlace(box) ? (labelOver(box) ?? frameOver(box) ?? box) : (box.closest('label') ?? shownParent(box));
  const cell = markCell(row);
  return cell === undefined ? undefined : deepest(cell);
}

/** The label of a box, where what it draws lies over the box: a press reaches the one through the other. */
function labelOver(box: HTMLElement): HTMLElement | undefined {
  const label = box.closest('label');
  if (label === null) return undefined;
  const { left, right, top, bottom } = boxOf(box);
  const hit = deepHit((left + right) / 2, (top + bottom) / 2);
  return hit !== null && hit !== box && flatContains(label, hit) ? label : undefined;
}

/** Larger than any mark. */
const FRAME_SIZE = 40;

/** The frame of a transparent box in which its picture lies over it, with no label around: it is the frame that is told of a press. */
function frameOver(box: HTMLElement): Element | undefined {
  if (getComputedStyle(box).opacity !== '0') return undefined;
  const { left, right, top, bottom } = boxOf(box);
  const hit = deepHit((left + right) / 2, (top + bottom) / 2);
  if (hit === null || hit === box) return undefined;
  for (let up = flatParent(box); up !== null; up = flatParent(up)) {
    const frame = boxOf(up);
    if (frame.right - frame.left > FRAME_SIZE || frame.bottom - frame.top > FRAME_SIZE) return undefined;
    if (flatContains(up, hit)) return /\S/.test(up.textContent ?? '') ? undefined : up;
  }
  return undefined;
}

const hasPlace = (box: HTMLElement): boolean => {
  const { width, height } = box.getBoundingClientRect();
  const { visibility, pointerEvents } = getComputedStyle(box);
  return width > 4 && height > 4 && visibility === 'visible' && pointerEvents !== 'none' && !isCutToDot(box);
};

/** Whether a box is kept for assistive tools alone, in a dot that may not even be scrolled along with its row. */
function isCutToDot(box: Element): boolean {
  for (let up = flatParent(box), depth = 0; up !== null && depth < 2; up = flatParent(up), depth += 1) {
    const { width, height } = up.getBoundingClientRect();
    if (width <= 1 && height <= 1 && /hidden|clip/.test(getComputedStyle(up).overflow)) return true;
  }
  return false;
}

const shownParent = (element: Element): HTMLElement | undefined => {
  for (let up = flatParent(element), depth = 0; up !== null && depth < 3; up = flatParent(up), depth += 1)
    if (up instanceof HTMLElement && isShown(up)) return up;
  return undefined;
};

/** The innermost box of a cell, which is what draws the mark: a cell may be wider, and listen at its picture alone. */
function deepest(cell: Element): Element {
  let last = cell;
  for (const element of elements(cell)) if (element instanceof HTMLElement && isShown(element)) last = element;
  const pictures = [...last.querySelectorAll('svg,img')].filter(isShown);
  return pictures.length === 1 && pictures[0] !== undefined ? pictures[0] : last;
}
