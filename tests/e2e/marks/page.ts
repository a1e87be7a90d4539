import { type Grid, readGrids } from '../../../src/content/portal/grid.ts';
import { Selection } from '../../../src/content/portal/select.ts';
import { atOnce } from '../../../src/content/portal/slices.ts';
import { surveyWork } from '../../../src/content/portal/survey.ts';

/** What a run does with a list's marks, on a page without the extension. */
export interface MarkedList {
  set(index: number, wanted: boolean): Promise<boolean>;
  states(): (boolean | undefined)[];
}

declare global {
  interface Window {
    markedList: MarkedList;
  }
}

const selection = new Selection();
const life = new AbortController();

function list(): Grid {
  const [grid] = atOnce(readGrids(atOnce(surveyWork(document.body))));
  if (grid === undefined) throw new Error('no list');
  return grid;
}

selection.meet(list().rows);
window.markedList = {
  set: (index, wanted) => selection.set(() => list().rows[index], wanted, life.signal),
  states: () => list().rows.map((row) => selection.state(row)),
};
