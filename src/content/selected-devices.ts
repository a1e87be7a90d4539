import { rereadGrid } from './portal/grid.ts';
import { oneGrid } from './portal/page.ts';
import { deviceRows } from './portal/records.ts';
import { saidSelected } from './portal/select.ts';
import { walkGrid } from './portal/walk.ts';
import type { Visit } from './visit.ts';

/**
 * The devices that WMP says are selected now, as far as rows say so themselves. Of rows that are drawn only while they are
 * near the window, what they said last counts: a review shows them by name before anything happens.
 */
export function followSelection(visit: Visit, changed: () => void): () => ReadonlySet<string> {
  const selected = new Set<string>();
  visit.onRead((page) => {
    const grid = oneGrid(page, 'devices');
    const before = selected.size;
    let moved = false;
    if (grid === undefined || grid === 'twice') selected.clear();
    else
      for (const { facts, row } of deviceRows(grid)) {
        if (facts === undefined) continue;
        const state = saidSelected(row) === true;
        if (state === selected.has(facts.key)) continue;
        moved = true;
        if (state) selected.add(facts.key);
        else selected.delete(facts.key);
      }
    if (moved || selected.size !== before) changed();
  });
  return () => selected;
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
