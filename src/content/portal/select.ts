import { elements, flatContains, flatParent, isShown } from './dom.ts';
import { press } from './press.ts';
import type { GridRow } from './rows.ts';
import { until } from './wait.ts';

/** A row's place to press for selecting it. */
function selector(row: GridRow): HTMLElement | undefined {
  const box = checkBox(row);
  if (box !== undefined) return isShown(box) ? box : (box.closest('label') ?? shownParent(box));
  const blank = row.cells.find((cell) => cell !== undefined && !/\S/.test(cell.textContent ?? '') && isShown(cell));
  const target = blank === undefined ? undefined : deepest(blank);
  return target;
}

const shownParent = (element: Element): HTMLElement | undefined => {
  for (let up = flatParent(element), depth = 0; up !== null && depth < 3; up = flatParent(up), depth += 1) if (up instanceof HTMLElement && isShown(up)) return up;
  return undefined;
};

const CHECK_BOX = 'input[type=checkbox],[role=checkbox],[aria-checked],input[type=radio]';

function checkBox(row: GridRow): HTMLElement | undefined {
  const boxes = row.elements.flatMap((element) => [...elements(element)].filter((part) => part.matches(CHECK_BOX)));
  const only = boxes.filter((box) => !boxes.some((other) => other !== box && flatContains(other, box)));
  return only.length === 1 && only[0] instanceof HTMLElement ? only[0] : undefined;
}

/** The innermost box of an empty cell, which is what draws the mark. */
function deepest(cell: Element): HTMLElement | undefined {
  let last: HTMLElement | undefined = cell instanceof HTMLElement ? cell : undefined;
  for (const element of elements(cell)) if (element instanceof HTMLElement && isShown(element)) last = element;
  return last;
}

/** Whether WMP holds a row selected, by what it says of it; `undefined` where it does not say, or contradicts itself. */
export function isSelected(row: GridRow): boolean | undefined {
  const said = new Set<boolean>();
  const box = checkBox(row);
  if (box instanceof HTMLInputElement) said.add(box.checked);
  else if (box !== undefined && /^(true|false)$/.test(box.getAttribute('aria-checked') ?? '')) said.add(box.getAttribute('aria-checked') === 'true');
  if (said.size === 0)
    for (const element of row.elements)
      for (const part of [...ancestors(element, 2), ...elements(element)]) {
        const selected = part.getAttribute('aria-selected');
        if (selected === 'true' || selected === 'false') said.add(selected === 'true');
      }
  return said.size === 1 ? said.has(true) : undefined;
}

function ancestors(element: Element, depth: number): Element[] {
  const up = flatParent(element);
  return depth === 0 || up === null ? [] : [up, ...ancestors(up, depth - 1)];
}

/**
 * How a row looks, for grids that say nothing of their selection: classes and drawing of the row and of its mark.
 * Two rows of one look are in one state.
 */
export function look(row: GridRow): string {
  const [element] = row.elements;
  const mark = selector(row);
  return [element, mark, mark?.firstElementChild, mark === undefined ? undefined : flatParent(mark)]
    .filter((part) => part instanceof Element)
    .map((part) => {
      const style = getComputedStyle(part);
      return [style.backgroundImage, style.backgroundPosition, part === element ? '' : style.backgroundColor, style.color, ...['before', 'after'].map((pseudo) => getComputedStyle(part, `::${pseudo}`).content)].join('~');
    })
    .join('|');
}

/**
 * Makes WMP hold a row selected, or not. Looks before it presses, presses at most twice, and looks whether it worked.
 * @param read gives the row as it is now: a framework may draw it anew.
 * @returns `false` where WMP did not react, or where its state cannot be read.
 */
export async function setSelected(read: () => GridRow | undefined, wanted: boolean, signal: AbortSignal, state: (row: GridRow) => boolean | undefined = isSelected): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const row = read();
    if (row === undefined) return false;
    const now = state(row);
    if (now === wanted) return true;
    if (now === undefined) return false;
    const target = selector(row);
    if (target === undefined || !(await press(target, signal))) return false;
    const done = await until(() => {
      const again = read();
      return again !== undefined && state(again) === wanted ? true : undefined;
    }, 1200, signal);
    if (done === true) return true;
  }
  return false;
}
