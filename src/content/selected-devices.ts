import { type Grid, rereadGrid } from './portal/grid.ts';
import { oneGrid } from './portal/page.ts';
import { type DeviceRow, deviceRows, deviceRowsWork } from './portal/records.ts';
import type { GridRow } from './portal/rows.ts';
import { look, Selection, saidSelected } from './portal/select.ts';
import { inSlices, type Work } from './portal/slices.ts';
import { walkGrid } from './portal/walk.ts';
import type { Visit } from './visit.ts';

/** Lists that draw rows anew while they are scrolled hold no more of them at a time. */
const MOST_DRAWN = 200;

/**
 * The devices that WMP says are selected. Some frameworks draw a row anew without what it said of itself; it is told by how rows
 * were drawn before and after they said that they are selected. Nothing is pressed.
 */
export class SelectedDevices {
  readonly #visit: Visit;
  readonly #changed: () => void;
  #selection = new Selection();
  /** How rows were drawn when they last began to say nothing. */
  readonly #drawn = new Map<string, string>();
  #selected: ReadonlySet<string> = new Set();
  #looking = new AbortController();

  /** @param changed Called when others are selected than before. */
  constructor(visit: Visit, changed: () => void) {
    this.#visit = visit;
    this.#changed = changed;
    visit.onRead((page) => {
      this.#looking.abort();
      this.#looking = new AbortController();
      const grid = oneGrid(page, 'devices');
      if (grid === undefined || grid === 'twice') this.#take(new Set());
      else
        void inSlices(this.#look(grid), AbortSignal.any([visit.signal, this.#looking.signal])).then(
          (now) => now !== undefined && this.#take(now),
        );
    });
  }

  /** Every row was looked at just now, and these are selected. @param selection What was learned by pressing them. */
  know(keys: readonly string[], selection: Selection): void {
    this.#looking.abort();
    this.#selection = selection;
    this.#take(new Set(keys));
  }

  #take(now: ReadonlySet<string>): void {
    const same = now.size === this.#selected.size && [...now].every((key) => this.#selected.has(key));
    this.#selected = now;
    if (!same) this.#changed();
  }

  /** Of rows that are drawn only while they are near the window, what they were last counts: a review names them before anything happens. */
  now(): ReadonlySet<string> {
    return this.#selected;
  }

  /** The same by looking at every row now, scrolling where only some exist at a time. */
  async read(): Promise<ReadonlySet<string>> {
    const selected = new Set<string>();
    const grid = oneGrid(this.#visit.page(), 'devices');
    if (grid === undefined || grid === 'twice') return selected;
    await walkGrid(
      () => rereadGrid(grid),
      this.#visit.signal,
      (part) => {
        const work = this.#judge(deviceRows(part), selected);
        while (!work.next().done);
      },
    );
    return selected;
  }

  *#look(grid: Grid): Work<ReadonlySet<string>> {
    const selected = new Set(this.#selected);
    yield* this.#judge(yield* deviceRowsWork(grid), selected);
    return selected;
  }

  /** Puts the selected ones in and takes the others out. */
  *#judge(rows: readonly DeviceRow[], selected: Set<string>): Work<void> {
    const looks = rows.length <= MOST_DRAWN;
    const silent: [key: string, row: GridRow][] = [];
    for (const { facts, row } of rows) {
      // Each row may be looked for under what lies over it.
      yield;
      if (facts === undefined) continue;
      const said = saidSelected(row);
      const before = said === true ? this.#drawn.get(facts.key) : undefined;
      if (before !== undefined) this.#selection.learnFrom(before, row);
      if (said !== undefined) this.#drawn.delete(facts.key);
      else if (looks) silent.push([facts.key, row]);
      if (said === true) selected.add(facts.key);
      else selected.delete(facts.key);
    }
    for (const [key, row] of silent) {
      yield;
      if (this.#selection.state(row) === true) selected.add(key);
      else if (!this.#drawn.has(key)) this.#drawn.set(key, look(row));
    }
  }
}
