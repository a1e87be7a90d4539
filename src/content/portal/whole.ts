import { rowsOf } from './beside-rows.ts';
import { findDialogs, isBusy } from './dialogs.ts';
import { boxOf, elements, flatContains, foldSpaces, isOwn, isShown } from './dom.ts';
import type { Grid } from './grid.ts';
import { isWindowed } from './list-height.ts';
import { deepHit } from './press.ts';
import { saysThereIsMore } from './printed-length.ts';
import { atOnce } from './slices.ts';
import { surveyWork } from './survey.ts';
import { labelKey } from './vocabulary/label.ts';

/** Words of a list that shows a part of what there is: "(filtered from 57 entries)", "1 active filter". */
const FILTERED =
  /\b(filtered|[1-9]\d* active filters?|gefiltert\w*|filtrad[oa]s?|filtree?s? (de|depuis|sur|parmi)|filtrat[oaie]|gefilterd\w*)\b/;

/**
 * Whether a list shows all that it has: no window, no pages, no filter that a person could see. Only such a reading may
 * say that something is gone.
 */
export function isWhole(grid: Grid, rowsRead: number, root: Element = document.body): boolean {
  return grid.rows.length > 0 && rowsRead === grid.rows.length && !isWindowed(grid) && isAll(grid, rowsRead, root);
}

/** Whether nothing on the page says that a list has more rows than the `seen` ones. */
export function isAll(grid: Grid, seen: number, root: Element = document.body): boolean {
  const isRow = rowsOf(grid);
  return !saysThereIsMore(atOnce(surveyWork(root, isRow)), grid, seen) && !isFiltered(isRow, root);
}

function isFiltered(isRow: (element: Element) => boolean, root: Element): boolean {
  for (const element of elements(root, (each) => !isRow(each))) {
    if (element instanceof HTMLInputElement && isTextual(element) && element.value.trim() !== '' && isShown(element))
      return true;
    // A choice other than the first, unless it is a number of rows per page.
    if (
      element instanceof HTMLSelectElement &&
      element.selectedIndex > 0 &&
      !/^\d+$/.test(foldSpaces(element.selectedOptions[0]?.textContent ?? '')) &&
      isShown(element)
    )
      return true;
    const words = [element.getAttribute('aria-label'), element.getAttribute('title'), ownText(element)];
    if (words.some((text) => text !== null && text.length < 120 && FILTERED.test(labelKey(text)))) return true;
  }
  return false;
}

const TEXTUAL = new Set(['text', 'search', 'date', 'number', '']);
const isTextual = (input: HTMLInputElement): boolean => TEXTUAL.has(input.type);

const ownText = (element: Element): string =>
  [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');

/**
 * Whether nothing lies over a list: no dialog, no mask while something is loaded, no progress mark. What is seen through
 * a mask may be the page before.
 */
export const isUndisturbed = (grid: Grid): boolean => !isBusy() && findDialogs().length === 0 && !isCovered(grid);

/** Every place of the list's rows that is in the window is covered by something that is not the list. */
function isCovered(grid: Grid): boolean {
  let looked = 0;
  for (const row of grid.rows)
    for (const element of row.elements) {
      const box = boxOf(element);
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const hit = deepHit(x, y);
      if (hit === null || isOwn(hit)) continue;
      if (flatContains(grid.element, hit) || flatContains(hit, grid.element)) return false;
      looked += 1;
      if (looked >= 8) return true;
    }
  return looked > 0;
}
