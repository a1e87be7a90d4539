import { type Box, boxOf, elements, flatChildren, flatParent, foldSpaces, sameLine } from './dom.ts';

/** Boxes on the same line that are no labels: check-box columns, unknown columns. */
export function neighbours(line: Element, cells: readonly Element[]): Element[] {
  const [first] = cells;
  if (first === undefined) return [];
  const reference = boxOf(first);
  const parents = new Set(cells.map((cell) => flatParent(cell)));
  for (const child of flatChildren(line)) if (child instanceof Element && isBodiless(child)) parents.add(child);
  const found: Element[] = [];
  for (const parent of parents) {
    if (parent === null) continue;
    for (const child of elements(parent)) {
      if (child === parent || flatParent(child) !== parent || cells.includes(child)) continue;
      const box = boxOf(child);
      if (
        box.right - box.left > 4 &&
        (sameLine(box, reference) || isFlatOn(box, reference)) &&
        box.bottom - box.top <= 2 * (reference.bottom - reference.top)
      )
        found.push(child);
    }
  }
  return line === first ? [] : found;
}

/** What holds only parts that are put in their places by numbers has no height of its own. */
const isBodiless = (element: Element): boolean => {
  const { top, bottom } = boxOf(element);
  return bottom - top <= 1 && element.firstElementChild !== null;
};

/** An empty box keeps its width in a line, but may have no height. */
const isFlatOn = ({ top, bottom }: Box, line: Box): boolean =>
  bottom - top <= 1 && top >= line.top && bottom <= line.bottom;

/** A column of marks is no wider than this. */
const MARK_WIDTH = 90;

/** Wordless header cells that touch a line from a container beside it: frozen check-box columns. */
export function marksBeside(line: Element, box: Box): Element[] {
  const found: Element[] = [];
  let inner = line;
  for (let up = flatParent(line), depth = 0; up !== null && up !== document.body && depth < 12; depth += 1) {
    for (const child of flatChildren(up)) if (child instanceof Element && child !== inner) look(child, 0);
    if (found.length > 0) break;
    inner = up;
    up = flatParent(up);
  }
  return found;

  function look(element: Element, depth: number): void {
    const other = boxOf(element);
    const middle = (box.top + box.bottom) / 2;
    // A box whose content floats has no height of its own.
    if (depth > 12 || (other.bottom - other.top > 1 && (other.top > middle || other.bottom < middle))) return;
    if (other.left > box.right + 12 || other.right < box.left - 12) return;
    const beside = other.right <= box.left + 4 || other.left >= box.right - 4;
    const flat = other.bottom - other.top <= 1.5 * (box.bottom - box.top);
    if (beside && flat && sameLine(other, box) && isMark(element, other)) found.push(element);
    else for (const child of flatChildren(element)) if (child instanceof Element) look(child, depth + 1);
  }
}

function isMark(element: Element, { left, right }: Box): boolean {
  if (right - left < 12 || right - left > MARK_WIDTH) return false;
  return foldSpaces(element.textContent ?? '') === '';
}
