import { type Box, boxOf, flatContains, flatParent } from './dom.ts';
import type { Grid } from './grid.ts';

/**
 * Lists that a page moves by itself when the wheel is turned: nothing of theirs scrolls, their rows are put into other places in a box
 * that cuts them off. What turning it over such a box told.
 */
const known = new WeakMap<Element, 'moved' | 'still'>();

/** The lowest box that cuts a list's rows off, where none around them is scrolled by hand. */
export function cuttingBox({ rows }: Grid): HTMLElement | undefined {
  const [first, last] = [rows[0]?.elements[0], rows.at(-1)?.elements[0]];
  if (first === undefined || last === undefined || first === last) return undefined;
  let lowest: HTMLElement | undefined;
  for (let up = flatParent(first); up !== null && up !== document.body; up = flatParent(up)) {
    if (!(up instanceof HTMLElement) || !flatContains(up, last)) continue;
    const { overflowY } = getComputedStyle(up);
    if (/auto|scroll/.test(overflowY) && up.scrollHeight > up.clientHeight + 1) return undefined;
    if (/hidden|clip/.test(overflowY) && up.clientHeight > 0 && up.clientHeight < (lowest?.clientHeight ?? Infinity))
      lowest = up;
  }
  return lowest;
}

/** The part of such a box in which rows are seen: its header may stand in it. */
export function viewIn(box: HTMLElement, { header }: Grid): Box {
  const { left, right, top } = boxOf(box);
  const inside = top + box.clientTop;
  const under = flatContains(box, header.element) ? header.box.bottom : inside;
  return { left, right, top: Math.max(inside, under), bottom: inside + box.clientHeight };
}

export const rememberMoved = (box: Element, answer: 'moved' | 'still'): void => void known.set(box, answer);

/** Whether a list is known to be moved by the page: how high it is, nothing tells. */
export function isMovedByPage(grid: Grid): boolean {
  const box = cuttingBox(grid);
  return box !== undefined && known.get(box) === 'moved';
}

/** Whether a box cuts some row off, be it by little. */
function cuts(box: HTMLElement, grid: Grid): boolean {
  const { top, bottom } = viewIn(box, grid);
  const [first, last] = [grid.rows[0], grid.rows.at(-1)];
  return (first !== undefined && first.box.top < top - 2) || (last !== undefined && last.box.bottom > bottom + 2);
}

/** Whether a list may have more rows than it draws, to be had by turning the wheel: only turning it tells. */
export function mayBeMoved(grid: Grid): boolean {
  const box = cuttingBox(grid);
  if (box === undefined) return false;
  const answer = known.get(box);
  return answer === undefined ? cuts(box, grid) : answer !== 'still';
}
