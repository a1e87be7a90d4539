import type { Grid } from './grid.ts';

const known = new WeakMap<Grid, (element: Element) => boolean>();

/**
 * Tells a list's rows, so that what stands beside them can be looked at: each of them, or what holds nothing but rows of it, as a whole.
 * A long list would be thousands of looks otherwise.
 */
export function rowsOf(grid: Grid): (element: Element) => boolean {
  const before = known.get(grid);
  if (before !== undefined) return before;
  const rows = new Set<Element>();
  const held = new Map<Element, number>();
  for (const { elements } of grid.rows)
    for (const element of elements) {
      rows.add(element);
      const { parentElement: holder } = element;
      if (holder !== null) held.set(holder, (held.get(holder) ?? 0) + 1);
    }
  const whole = [...held].filter(([holder, count]) => holder !== grid.element && holder.childElementCount === count);
  const holders = new Map(whole);
  // Something may have been put among the rows since.
  const tell = (element: Element) => rows.has(element) || holders.get(element) === element.childElementCount;
  known.set(grid, tell);
  return tell;
}
