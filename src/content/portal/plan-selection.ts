import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { flatParent } from './dom.ts';
import { type Grid, rereadGrid } from './grid.ts';
import { devicesGrid, type Plan } from './plan.ts';
import { deviceFacts, deviceRows } from './records.ts';
import type { GridRow } from './rows.ts';
import { isAligned } from './scrollers.ts';
import { isInReach, type Selection, saidSelected } from './select.ts';
import { Stop } from './stop.ts';
import { until } from './wait.ts';
import { type Reach, type Walk, walkGrid } from './walk.ts';

const ALIGNED_MS = 1500;
const MOST_ATTEMPTS = 3;

/**
 * Makes WMP's own selection exactly the plan's: selects what is missing, takes back what does not belong, row by row and
 * looking at each. `changes` is told of each row before it is pressed. @throws Stop
 */
export async function selectPlan(
  plan: Plan,
  selection: Selection,
  signal: AbortSignal,
  changes: (key: string, was: boolean) => void,
): Promise<void> {
  const grid = devicesGrid();
  const now = () => rereadGrid(grid);
  const found = new Set<string>();
  let taught = false;
  // The plan's own first: pressing one of them is what teaches how a selected row looks.
  const selectAll = () =>
    walkGrid(now, signal, async (part, reach) => {
      selection.meet(part.rows);
      for (const { facts, row } of deviceRows(part))
        if (facts !== undefined && plan.keys.has(facts.key)) {
          found.add(facts.key);
          await put(facts.key, row, true, reach);
        }
    });
  const lost = () => [...plan.keys].find((key) => !found.has(key));
  let walk = await selectAll();
  if (lost() !== undefined && brokeOff(walk)) walk = await selectAll();
  const key = lost();
  if (key !== undefined) throw new Stop(brokeOff(walk) ? notSeen(plan, found) : notice('row-vanished', { key }));
  await walkGrid(now, signal, async (part, reach) => {
    for (const { facts, row } of deviceRows(part)) {
      if (facts !== undefined && !plan.keys.has(facts.key)) await put(facts.key, row, false, reach);
      else if (facts === undefined && selection.state(row) === true) throw new Stop(selectionDiffers(plan, found, 1));
    }
  });

  /** Lets one of the plan's own rows go and takes it again: that shows how a row looks that is not selected. */
  async function teach(): Promise<boolean> {
    const [key] = taught ? [] : plan.keys;
    taught = true;
    if (key === undefined) return false;
    const read = () => rowOf(now(), key);
    const row = read();
    if (row === undefined || saidSelected(row) !== true) return false;
    changes(key, true);
    return (await selection.set(read, false, signal)) && (await selection.set(read, true, signal));
  }

  /** A list may bring other rows into place while one of its rows is brought into view: then that one is looked for again. */
  async function put(key: string, seen: GridRow, wanted: boolean, reach: Reach): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const row = attempt === 1 && stands(seen, key) ? seen : await reach(seen, (list) => rowOf(list, key));
      if (row === undefined && attempt === MOST_ATTEMPTS) throw new Stop(notice('row-vanished', { key }));
      if (row === undefined) continue;
      if (await putOne(key, row, wanted)) return;
      if (attempt === MOST_ATTEMPTS || (stands(row, key) && isInReach(row)))
        throw new Stop(notice('row-not-selected', { key }));
    }
  }

  async function putOne(key: string, seen: GridRow, wanted: boolean): Promise<boolean> {
    const anew = () => rowOf(now(), key);
    const row = await selection.whole(stands(seen, key) ? seen : anew(), anew, signal);
    if (row === undefined) return false;
    // Parts of a row in containers of their own follow a scroll one after the other.
    if ((await until(() => isAligned(row) || undefined, ALIGNED_MS, signal)) === undefined)
      throw new Stop(notice('row-not-selected', { key }));
    let state = selection.state(row);
    if (state === undefined && !wanted && (await teach()))
      state = selection.state(stands(row, key) ? row : (rowOf(now(), key) ?? row));
    if (state === wanted) return true;
    // A row outside the plan is never pressed to find out what it is.
    const known = wanted || state !== undefined;
    if (!known) throw new Stop(notice('row-not-selected', { key }));
    changes(key, state ?? !wanted);
    return selection.set(() => (stands(row, key) ? row : rowOf(now(), key)), wanted, signal);
  }
}

/** Whether a walk ended before the list did: of rows that it did not come to, nothing is known. */
const brokeOff = (walk: Walk): boolean => !walk.complete && !walk.paged;

const notSeen = ({ keys }: Plan, seen: ReadonlySet<string>): Reason =>
  notice('list-not-seen', { found: [...keys].filter((key) => seen.has(key)).length, planned: keys.size });

/** Where the list stands now, and what lies around it: called again, it stands there. */
export function scrollPosition(): () => void {
  const places = new Map<Element, number>();
  for (const part of devicesGrid().rows[0]?.elements ?? [])
    for (let up: Element | null = part; up !== null; up = flatParent(up))
      if (up.scrollHeight > up.clientHeight) places.set(up, up.scrollTop);
  return () => {
    for (const [element, top] of places) if (element.scrollTop !== top) element.scrollTop = top;
  };
}

/** Gives rows the selection back that they had, where it can be told what they have now. */
export async function putBack(
  before: ReadonlyMap<string, boolean>,
  selection: Selection,
  signal: AbortSignal,
): Promise<void> {
  const grid = devicesGrid();
  const now = () => rereadGrid(grid);
  await walkGrid(now, signal, async (part, reach) => {
    for (const { facts, row } of deviceRows(part)) {
      const was = facts === undefined ? undefined : before.get(facts.key);
      if (facts === undefined || was === undefined) continue;
      const there = stands(row, facts.key) ? row : await reach(row, (list) => rowOf(list, facts.key));
      const state = there === undefined ? undefined : selection.state(there);
      if (state === undefined || state === was) continue;
      const read = () => (row === there && stands(row, facts.key) ? row : rowOf(now(), facts.key));
      await selection.set(read, was, signal);
    }
  });
}

/** A framework draws rows anew while it selects; one that was seen is good as long as it stands and says the same. */
const stands = (row: GridRow, key: string): boolean =>
  row.elements.every((element) => element.isConnected) &&
  row.elements.some((element) => (element.textContent ?? '').includes(key));

/** The one row of a device. A look at a row's text costs less than reading it, where its text is to be had that way. */
function rowOf(grid: Grid | undefined, key: string): GridRow | undefined {
  if (grid === undefined) return undefined;
  const likely = grid.rows.filter(({ elements }) => elements.some((element) => element.textContent?.includes(key)));
  const rows = (likely.length > 0 ? likely : grid.rows).filter((row) => deviceFacts(grid, row)?.key === key);
  return rows.length === 1 ? rows[0] : undefined;
}

/** Reads WMP's selection back, row by row. @throws Stop where it is not exactly the plan's. */
export async function checkSelection(plan: Plan, selection: Selection, signal: AbortSignal): Promise<void> {
  const grid = devicesGrid();
  const selected = new Set<string>();
  let unreadable = 0;
  const seen = new Set<string>();
  const walk = await walkGrid(
    () => rereadGrid(grid),
    signal,
    (part) => {
      for (const { facts, row } of deviceRows(part)) {
        // A sum below the rows, say.
        if (facts === undefined && selection.isWithout(row)) continue;
        const state = selection.state(row);
        if (facts !== undefined) seen.add(facts.key);
        if (state === undefined || (facts === undefined && state)) unreadable += 1;
        else if (state && facts !== undefined) selected.add(facts.key);
      }
    },
  );
  // What was seen of it may be as it should be, all the same.
  const differs = unreadable > 0 || [...selected].some((key) => !plan.keys.has(key));
  if (brokeOff(walk) && !differs && [...plan.keys].every((key) => selected.has(key) || !seen.has(key)))
    throw new Stop(notSeen(plan, seen));
  const same = selected.size === plan.keys.size && [...plan.keys].every((key) => selected.has(key));
  if (!same || differs || brokeOff(walk)) throw new Stop(selectionDiffers(plan, selected, unreadable));
}

/** Both lists, so that the partner sees where they differ. `unreadable`: rows that may be selected besides. */
function selectionDiffers({ keys }: Plan, found: ReadonlySet<string>, unreadable: number): Reason {
  const list = (devices: Iterable<string>) => [...devices].sort().join(', ') || '–';
  return notice('selection-differs', {
    missing: [...keys].filter((key) => !found.has(key)).length,
    extra: [...found].filter((key) => !keys.has(key)).length + unreadable,
    reviewed: list(keys),
    found: list(found),
  });
}
