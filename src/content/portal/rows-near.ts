import { boxOf } from './dom.ts';
import type { Grid } from './grid.ts';

/** Indices of a list's rows that are on show, or less than a window's height away. */
export function rowsNear({ rows }: Grid): number[] {
  const top = (index: number): number => {
    const element = rows[index]?.elements[0];
    return element === undefined ? 0 : boxOf(element).top;
  };
  const first = firstIndex(rows.length, (index) => top(index) >= -innerHeight);
  const end = firstIndex(rows.length, (index) => top(index) > 2 * innerHeight);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

/** The first of an ordered row of indices for which something holds, by halving. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
