import { flatContains } from './dom.ts';
import type { Grid } from './grid.ts';
import type { GridRow } from './rows.ts';

/** Where the rows of a list stood, by what they say. */
export interface Place {
  readonly at: number;
  readonly step: number;
  readonly tops: ReadonlyMap<string, number>;
}

/** As long as a list may take to draw itself anew. */
export const LATE_MS = 300;

/** Without signs: a mark may be one, and change while rows are selected. */
const wordsOf = ({ elements }: GridRow): string =>
  elements.map(({ textContent }) => (textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '')).join('|');

export const placeOf = (grid: Grid, scroller: HTMLElement): Place => ({
  at: scroller.scrollTop,
  step: Math.max(...grid.rows.map(heightOf)),
  tops: new Map(grid.rows.map((row) => [wordsOf(row), row.box.top])),
});

/** Whether some row stands in both: then nothing was passed over between the two. */
export function sharesRow(before: Place, after: Place): boolean {
  for (const words of after.tops.keys()) if (before.tops.has(words)) return true;
  return false;
}

/** Whether the same rows stand in both. */
export const saysSame = (before: Place, after: Place): boolean =>
  before.tops.size === after.tops.size && [...after.tops.keys()].every((words) => before.tops.has(words));

/** Whether a scroll bar is drawn beside its list: then rows do not move with it, but are drawn anew some time after it moved. */
export const isBeside = (grid: Grid, scroller: HTMLElement): boolean =>
  !grid.rows.some(({ elements: [first] }) => first !== undefined && flatContains(scroller, first));

/**
 * The list, once its rows are those of where it is scrolled to. Some lists bring their old rows along and fill them later, and none moves
 * at once with a bar that is drawn beside it: as long as they are the same rows, they have to have moved as far as the scroller
 * did, or a row's height more or less: what is not yet drawn is measured by guess, and some move by whole rows.
 */
export function moved(before: Place | undefined, grid: Grid | undefined, scroller: HTMLElement): Grid | undefined {
  if (before === undefined || grid === undefined) return grid;
  const by = scroller.scrollTop - before.at;
  const ways = grid.rows.map((row) => {
    const top = before.tops.get(wordsOf(row));
    return top === undefined ? undefined : top - row.box.top;
  });
  if (ways.length !== before.tops.size || ways.includes(undefined)) return grid;
  const slack = isBeside(grid, scroller) ? 0.9 * before.step : 1.4 * before.step;
  // A row that is kept because it has the focus may stand anywhere.
  return ways.some((way) => way !== undefined && Math.abs(way - by) < slack + 2) ? grid : undefined;
}

const heightOf = ({ box }: GridRow): number => box.bottom - box.top;

/** Whether a row lacks a cell that most rows have: some frameworks draw a row's cells one after the other. */
export const isHalfDrawn = ({ rows, header }: Grid): boolean =>
  header.cells.some((_, i) => {
    const missing = rows.filter(({ said, cells }) => said === undefined && cells[i] === undefined).length;
    return missing > 0 && missing * 2 < rows.length;
  });
