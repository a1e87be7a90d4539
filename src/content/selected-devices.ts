import { type Grid, rereadGrid } from './portal/grid.ts';
import { oneGrid } from './portal/page.ts';
import { deviceRows, deviceRowsWork } from './portal/records.ts';
import { saidSelected } from './portal/select.ts';
import { inSlices, type Work } from './portal/slices.ts';
import { walkGrid } from './portal/walk.ts';
import type { Visit } from './visit.ts';

/**
 * The devices that WMP says are selected now, as far as rows say so themselves. Of rows that are drawn only while they are
 * near the window, what they said last counts: a review shows them by name before anything happens.
 */
export function followSelection(visit: Visit, changed: () => void): () => ReadonlySet<string> {
  let selected: ReadonlySet<string> = new Set();
  let looking = new AbortController();
  visit.onRead((page) => {
    looking.abort();
    looking = new AbortController();
    const grid = oneGrid(page, 'devices');
    if (grid === undefined || grid === 'twice') take(new Set());
    else
      void inSlices(selectionWork(grid, selected), AbortSignal.any([visit.signal, looking.signal])).then(
        (now) => now !== undefined && take(now),
      );
  });
  return () => selected;

  function take(now: ReadonlySet<string>): void {
    const same = now.size === selected.size && [...now].every((key) => selected.has(key));
    selected = now;
    if (!same) changed();
  }
}

/** Rows between two places where the work can stop. */
const STRIDE = 50;

function* selectionWork(grid: Grid, before: ReadonlySet<string>): Work<ReadonlySet<string>> {
  const selected = new Set(before);
  let count = 0;
  for (const { facts, row } of yield* deviceRowsWork(grid)) {
    count += 1;
    if (count % STRIDE === 0) yield;
    if (facts === undefined) continue;
    if (saidSelected(row) === true) selected.add(facts.key);
    else selected.delete(facts.key);
  }
  return selected;
}

/** The same by looking at every row now, scrolling where only some exist at a time. */
export async function readSelection(visit: Visit): Promise<ReadonlySet<string>> {
  const selected = new Set<string>();
  const grid = oneGrid(visit.page(), 'devices');
  if (grid === undefined || grid === 'twice') return selected;
  await walkGrid(
    () => rereadGrid(grid),
    visit.signal,
    (part) => {
      for (const { facts, row } of deviceRows(part))
        if (facts !== undefined && saidSelected(row) === true) selected.add(facts.key);
    },
  );
  return selected;
}
