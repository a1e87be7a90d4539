import { elements, flatContains, flatParent, isShown } from './dom.ts';
import { press } from './press.ts';
import type { GridRow } from './rows.ts';
import { pause, until } from './wait.ts';

/** A row's place to press for selecting it. */
function selector(row: GridRow): HTMLElement | undefined {
  const box = checkBox(row);
  if (box !== undefined) return isShown(box) ? box : (box.closest('label') ?? shownParent(box));
  const blank = row.cells.find((cell) => cell !== undefined && !/\S/.test(cell.textContent ?? '') && isShown(cell));
  const target = blank === undefined ? undefined : deepest(blank);
  return target;
}

const shownParent = (element: Element): HTMLElement | undefined => {
  for (let up = flatParent(element), depth = 0; up !== null && depth < 3; up = flatParent(up), depth += 1)
    if (up instanceof HTMLElement && isShown(up)) return up;
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

/** What a row itself says of its selection: a native box, `aria-checked`, `aria-selected`. `undefined`: nothing, or both. */
export function saidSelected(row: GridRow): boolean | undefined {
  const box = checkBox(row);
  if (box instanceof HTMLInputElement) return box.indeterminate ? undefined : box.checked;
  const checked = box?.getAttribute('aria-checked');
  if (checked === 'true' || checked === 'false') return checked === 'true';
  const said = new Set<string | null>();
  for (const element of row.elements)
    for (const part of [...ancestors(element, 2), ...elements(element)]) said.add(part.getAttribute('aria-selected'));
  return said.has('true') === said.has('false') ? undefined : said.has('true');
}

function ancestors(element: Element, depth: number): Element[] {
  const up = flatParent(element);
  return depth === 0 || up === null ? [] : [up, ...ancestors(up, depth - 1)];
}

/** How a row's mark is drawn, with what is drawn before and after it. */
function look(row: GridRow): string {
  const mark = selector(row);
  if (mark === undefined) return '';
  const parts = [mark, ...mark.querySelectorAll('*'), flatParent(mark)].filter((part) => part instanceof Element);
  return parts
    .flatMap((part) => [undefined, '::before', '::after'].map((pseudo) => drawing(getComputedStyle(part, pseudo))))
    .join('|');
}

const drawing = (style: CSSStyleDeclaration): string =>
  [
    style.content,
    style.backgroundImage,
    style.backgroundPosition,
    style.maskImage,
    style.fill,
    style.stroke,
    style.opacity,
    style.transform,
    style.visibility,
    style.display,
    style.borderTopColor,
  ].join('~');

/**
 * Reads and changes which rows WMP holds selected. A row that says nothing (frameworks often mark only the selected ones)
 * is read by how its mark is drawn, once a row that did say something has taught what that drawing means.
 */
export class Selection {
  #looks = new Map<string, boolean | 'both'>();

  #learn(drawn: string, selected: boolean): void {
    if (drawn === '') return;
    const known = this.#looks.get(drawn);
    this.#looks.set(drawn, known === undefined || known === selected ? selected : 'both');
  }

  /** `undefined` where it cannot be told. */
  state(row: GridRow): boolean | undefined {
    const said = saidSelected(row);
    if (said !== undefined) return said;
    const drawn = this.#looks.get(look(row));
    return typeof drawn === 'boolean' ? drawn : undefined;
  }

  /**
   * Makes WMP hold a row selected, or not. Looks before it presses, presses at most twice, and looks whether it worked.
   * Of a row whose state cannot be told, one press may teach it: only if the row then says what it is.
   * @param read gives the row as it is now: a framework may draw it anew.
   * @returns `false` where WMP did not react, or where the state cannot be read.
   */
  async set(read: () => GridRow | undefined, wanted: boolean, signal: AbortSignal): Promise<boolean> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const row = read();
      if (row === undefined) return false;
      const before = this.state(row);
      if (before === wanted) return true;
      const drawn = look(row);
      const target = selector(row);
      if (target === undefined || !(await press(target, signal))) return false;
      const after = await until(() => this.#changed(read(), before), REACTION_MS, signal);
      if (after === undefined) {
        if (before === undefined) return false;
        continue;
      }
      // What it says and how it is drawn do not change in the same instant.
      await pause(SETTLE_MS, signal);
      this.#learn(drawn, !after);
      const settled = read();
      if (settled !== undefined && saidSelected(settled) === after) this.#learn(look(settled), after);
      if (after === wanted) return true;
    }
    return false;
  }

  #changed(row: GridRow | undefined, before: boolean | undefined): boolean | undefined {
    const now = row === undefined ? undefined : before === undefined ? saidSelected(row) : this.state(row);
    return now === before ? undefined : now;
  }
}

const REACTION_MS = 1200;
const SETTLE_MS = 20;
