import type { CustomerRef } from '../core/customer.ts';
import type { DeviceFacts } from '../core/facts.ts';
import type { Response } from '../core/messages/contract.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { ask, MessageError } from '../platform/send.ts';
import { type Grid, rereadGrid } from './portal/grid.ts';
import { oneGrid, type Page } from './portal/page.ts';
import { type DeviceRow, deviceRows, type PrintedDates } from './portal/records.ts';
import { pause } from './portal/wait.ts';
import { drawnWhole, isWindowed, type Walk, walkGrid } from './portal/walk.ts';
import type { Visit } from './visit.ts';

export type JudgedDevice = Response<'devices.judge'>['verdicts'][number];
export type RememberedPbx = Response<'devices.judge'>['pbxes'][number];

/** The devices of a page and what the rules say of each. */
export interface JudgedDevices {
  readonly customer: CustomerRef | undefined;
  readonly pbx: string | undefined;
  readonly devices: ReadonlyMap<string, DeviceFacts>;
  readonly dates: ReadonlyMap<string, PrintedDates>;
  readonly verdicts: ReadonlyMap<string, JudgedDevice>;
  readonly pbxes: readonly RememberedPbx[];
  /** Rows that cannot be told apart: their key stands in the list more than once. */
  readonly twice: ReadonlySet<string>;
  readonly rowsWithoutKey: number;
  readonly complete: boolean;
  readonly total: number | null;
  /** Why nothing is offered on this page, if so. */
  readonly obstacle: Reason | undefined;
}

export interface DeviceDesk {
  now(): JudgedDevices | undefined;
  onJudged(listener: (judged: JudgedDevices) => void): void;
  /** What is known once a reading that is under way has ended. */
  settled(): Promise<JudgedDevices | undefined>;
  /** Reads the whole list again, scrolling where it must. */
  collect(): Promise<JudgedDevices | undefined>;
  /** While held, the list is only read by whoever holds it: a run scrolls and selects by itself. */
  hold(held: boolean): void;
}

/** A list that cannot be walked to its end is not tried for ever. */
const MOST_TRIES = 4;

const desks = new WeakMap<Visit, DeviceDesk>();

/** The page's devices, read and judged once for all helpers of a visit. */
export function deviceDesk(visit: Visit): DeviceDesk {
  const known = desks.get(visit);
  if (known !== undefined) return known;
  const desk = openDesk(visit);
  desks.set(visit, desk);
  return desk;
}

/** Why a Devices page cannot be worked on, or `undefined`. */
export function obstacleOf(page: Page): Reason | undefined {
  const grid = oneGrid(page, 'devices');
  if (grid === 'twice') return notice('grid-twice');
  if (grid === undefined) return notice('grid-missing');
  if (grid.rows.length === 0) return undefined;
  const serial = grid.columns.get('serial');
  const mac = grid.columns.get('mac');
  if (serial?.state === 'ambiguous') return notice('column-ambiguous', { column: 'serial' });
  if (serial?.state !== 'ok' && mac?.state !== 'ok')
    return notice(serial?.state === 'malformed' ? 'column-malformed' : 'column-missing', { column: 'serial' });
  const contract = grid.columns.get('contract');
  if (contract !== undefined && contract.state !== 'ok')
    return notice(`column-${contract.state}`, { column: 'contract' });
  if (page.customer === undefined) return notice('customer-unknown');
  return undefined;
}

interface Collected {
  rows: Map<string, DeviceFacts>;
  dates: Map<string, PrintedDates>;
  twice: Set<string>;
  withoutKey: number;
  complete: boolean;
  total: number | null;
}

const nothing = (): Collected => ({
  rows: new Map(),
  dates: new Map(),
  twice: new Set(),
  withoutKey: 0,
  complete: false,
  total: null,
});

function include(all: Collected, { rows, dates }: Collected): void {
  for (const [key, facts] of rows) all.rows.set(key, facts);
  for (const [key, printed] of dates) all.dates.set(key, printed);
}

function openDesk(visit: Visit): DeviceDesk {
  const listeners: ((judged: JudgedDevices) => void)[] = [];
  let judged: JudgedDevices | undefined;
  let collected: Collected | undefined;
  let held = false;
  let brokenOff = 0;
  let busy: Promise<JudgedDevices | undefined> | undefined;
  let lastTouch = Number.NEGATIVE_INFINITY;
  for (const type of ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const)
    document.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) lastTouch = performance.now();
      },
      { capture: true, passive: true, signal: visit.signal },
    );

  // A tab that is not on show may draw no rows; what broke off there is tried anew.
  const tryAnew = () => {
    brokenOff = 0;
  };
  document.addEventListener('visibilitychange', tryAnew, { signal: visit.signal });

  visit.onRead((page) => {
    if (held) return;
    const grid = currentGrid(page);
    if (grid === undefined || collected === undefined || needsWalk(grid, collected) || isUnfinished(grid)) void begin();
    else {
      const before = collected;
      const seen = snapshot(grid);
      if (isWindowed(grid)) include(before, seen);
      else collected = { ...seen, ...seenOf(drawnWhole(grid), seen) };
      if (changed(judged?.devices, collected.rows) || judged?.obstacle?.code !== obstacleOf(page)?.code)
        void judge(collected);
      else if (judged !== undefined) tell(judged);
    }
  });

  return {
    now: () => judged,
    onJudged(listener) {
      listeners.push(listener);
      if (judged !== undefined) listener(judged);
    },
    settled: async () => {
      await busy;
      return judged;
    },
    async collect() {
      await visit.reread();
      return visit.signal.aborted ? undefined : begin();
    },
    hold: (value) => {
      held = value;
      if (!value) visit.readSoon();
    },
  };

  /** Whether a walk did not come to the end of its list, and may do so now. */
  function isUnfinished(grid: Grid): boolean {
    return collected?.complete === false && brokenOff < MOST_TRIES && isWindowed(grid);
  }

  function begin(): Promise<JudgedDevices | undefined> {
    busy ??= collectAll()
      .catch((error: unknown) => {
        if (!visit.signal.aborted) console.error('WMP Companion:', error);
        return undefined;
      })
      .finally(() => {
        busy = undefined;
      });
    return busy;
  }

  async function collectAll(): Promise<JudgedDevices | undefined> {
    const page = visit.page();
    const grid = currentGrid(page);
    const all: Collected = nothing();
    if (grid !== undefined) {
      // Nobody likes a list that scrolls away under the hand.
      while (isWindowed(grid) && performance.now() - lastTouch < 1200) await pause(300, visit.signal);
      const walk = await walkGrid(
        () => rereadGrid(grid),
        visit.signal,
        (part) => {
          const seen = snapshot(part);
          include(all, seen);
          for (const key of seen.twice) all.twice.add(key);
          all.withoutKey = Math.max(all.withoutKey, seen.withoutKey);
        },
        isWindowed(grid) ? undefined : grid,
      );
      Object.assign(all, seenOf(walk, all));
      brokenOff = all.complete ? 0 : brokenOff + 1;
      if (!all.complete) include(all, snapshot(grid));
    }
    collected = all;
    return judge(all);
  }

  async function judge(all: Collected): Promise<JudgedDevices | undefined> {
    const page = visit.page();
    const obstacle = obstacleOf(page);
    const devices = [...all.rows.values()];
    let answer: Response<'devices.judge'> = { verdicts: [], pbxes: [] };
    let failure: Reason | undefined;
    try {
      answer = await ask('devices.judge', {
        ...(page.customer === undefined ? {} : { customer: page.customer }),
        ...(page.pbx === undefined ? {} : { pbx: page.pbx }),
        devices,
      });
    } catch (error) {
      failure = error instanceof MessageError ? error.reason : notice('no-answer');
    }
    if (visit.signal.aborted) return undefined;
    judged = {
      customer: page.customer,
      pbx: page.pbx,
      devices: new Map(all.rows),
      dates: new Map(all.dates),
      verdicts: new Map(
        answer.verdicts.map((verdict) => [verdict.key, all.twice.has(verdict.key) ? doubled(verdict) : verdict]),
      ),
      pbxes: answer.pbxes,
      twice: all.twice,
      rowsWithoutKey: all.withoutKey,
      complete: all.complete,
      total: all.total,
      obstacle: failure ?? obstacle,
    };
    tell(judged);
    return judged;
  }

  function tell(value: JudgedDevices): void {
    for (const listener of listeners) listener(value);
  }
}

const doubled = (verdict: JudgedDevice): JudgedDevice => ({
  ...verdict,
  verdict: 'unknown',
  reasons: [notice('row-twice', { key: verdict.key })],
});

const currentGrid = (page: Page): Grid | undefined => {
  const grid = oneGrid(page, 'devices');
  return grid === 'twice' ? undefined : grid;
};

function snapshot(grid: Grid): Collected {
  const all: Collected = nothing();
  for (const { facts, dates } of deviceRows(grid)) {
    if (facts === undefined) all.withoutKey += 1;
    else if (all.rows.has(facts.key)) all.twice.add(facts.key);
    else {
      all.rows.set(facts.key, facts);
      all.dates.set(facts.key, dates);
    }
  }
  return all;
}

/** How much of a list was seen; a total that the page prints counts, too. */
const seenOf = ({ complete, total }: Walk, { rows, withoutKey }: Collected): Pick<Collected, 'complete' | 'total'> => ({
  complete: complete && (total === null || total <= rows.size + withoutKey),
  total,
});

/** A windowed list is walked again only for rows that were never seen; one that is drawn whole is simply read. */
function needsWalk(grid: Grid, collected: Collected): boolean {
  if (!isWindowed(grid)) return false;
  return deviceRows(grid).some(({ facts }: DeviceRow) => facts !== undefined && !collected.rows.has(facts.key));
}

function changed(
  before: ReadonlyMap<string, DeviceFacts> | undefined,
  after: ReadonlyMap<string, DeviceFacts>,
): boolean {
  if (before === undefined || before.size !== after.size) return true;
  for (const [key, facts] of after) {
    const old = before.get(key);
    if (old === undefined || old.contract !== facts.contract || old.pbx !== facts.pbx || old.model !== facts.model)
      return true;
  }
  return false;
}
