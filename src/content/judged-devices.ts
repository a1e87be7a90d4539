import type { CustomerRef } from '../core/customer.ts';
import type { DeviceFacts } from '../core/facts.ts';
import type { Response } from '../core/messages/contract.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { ask, MessageError } from '../platform/send.ts';
import { type CollectedList, collectList } from './lists/collector.ts';
import type { ReadRow } from './lists/rows-seen.ts';
import { type Grid, rereadGrid } from './portal/grid.ts';
import { isWindowed } from './portal/list-height.ts';
import { oneGrid, type Page } from './portal/page.ts';
import { deviceRows, type PrintedDates } from './portal/records.ts';
import { inSlices } from './portal/slices.ts';
import { hasUnreadRows } from './portal/unread-rows.ts';
import { drawnWhole } from './portal/walk.ts';
import { telling, type Visit } from './visit.ts';

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
  if (grid.rows.length === 0) return hasUnreadRows(grid) ? notice('rows-not-understood') : undefined;
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

/** A device as its row shows it. */
interface SeenDevice {
  readonly facts: DeviceFacts | undefined;
  readonly dates: PrintedDates;
}

function openDesk(visit: Visit): DeviceDesk {
  const listeners: ((judged: JudgedDevices) => void)[] = [];
  let judged: JudgedDevices | undefined;
  let judging = Promise.resolve();
  /** Ends the telling of what is not the newest any more. */
  let told = new AbortController();
  const collector = collectList<SeenDevice>(visit, {
    grid: (page) => {
      const grid = oneGrid(page, 'devices');
      return grid === 'twice' ? undefined : grid;
    },
    rows: readDevices,
    reread: rereadGrid,
    plain: drawnWhole,
    free: () => true,
    collected: judge,
    seen(list, page) {
      if (changed(judged, list) || judged?.obstacle?.code !== obstacleOf(page)?.code) judging = judge(list);
      else if (judged !== undefined) tell(judged);
    },
  });

  return {
    now: () => judged,
    onJudged(listener) {
      listeners.push(listener);
      if (judged !== undefined) listener(judged);
    },
    settled: async () => {
      await collector.settled();
      await judging;
      return judged;
    },
    async collect() {
      await collector.collect();
      return visit.signal.aborted ? undefined : judged;
    },
    hold: collector.hold,
  };

  async function judge({ rows, complete, total }: CollectedList<SeenDevice>): Promise<void> {
    const page = visit.page();
    const obstacle = obstacleOf(page);
    const { byKey, twice } = rows;
    const devices = new Map(
      [...byKey].flatMap(([key, { facts }]) => (facts === undefined ? [] : [[key, facts] as const])),
    );
    let answer: Response<'devices.judge'> = { verdicts: [], pbxes: [] };
    let failure: Reason | undefined;
    try {
      answer = await ask('devices.judge', {
        ...(page.customer === undefined ? {} : { customer: page.customer }),
        ...(page.pbx === undefined ? {} : { pbx: page.pbx }),
        devices: [...devices.values()],
      });
    } catch (error) {
      failure = error instanceof MessageError ? error.reason : notice('no-answer');
    }
    if (visit.signal.aborted) return;
    judged = {
      customer: page.customer,
      pbx: page.pbx,
      devices,
      dates: new Map([...byKey].map(([key, { dates }]) => [key, dates])),
      verdicts: new Map(
        answer.verdicts.map((verdict) => [verdict.key, twice.has(verdict.key) ? doubled(verdict) : verdict]),
      ),
      pbxes: answer.pbxes,
      twice,
      rowsWithoutKey: rows.withoutKey,
      complete,
      total,
      obstacle: failure ?? obstacle,
    };
    tell(judged);
  }

  function tell(value: JudgedDevices): void {
    told.abort();
    told = new AbortController();
    void inSlices(telling(listeners, value), AbortSignal.any([visit.signal, told.signal]));
  }
}

const doubled = (verdict: JudgedDevice): JudgedDevice => ({
  ...verdict,
  verdict: 'unknown',
  reasons: [notice('row-twice', { key: verdict.key })],
});

/** One serial is one device, whatever else its rows say. */
const readDevices = (grid: Grid): readonly ReadRow<SeenDevice>[] =>
  deviceRows(grid).map(({ facts, dates }) => ({
    key: facts?.key,
    print: '',
    item: { facts, dates },
  }));

function changed(before: JudgedDevices | undefined, { rows: { byKey: after } }: CollectedList<SeenDevice>): boolean {
  if (before === undefined || before.devices.size !== after.size) return true;
  for (const [key, seen] of after) if (!isKnown(before, key, seen)) return true;
  return false;
}

/** Whether a row says of a device what it said when it was judged. */
const isKnown = ({ devices, dates }: JudgedDevices, key: string, seen: SeenDevice): boolean =>
  same(devices.get(key), seen.facts) && same(dates.get(key), seen.dates);

/** Of what holds nothing but texts. */
function same<T extends object>(one: T | undefined, other: T | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const keys = Object.keys(one) as (keyof T)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** Whether verdicts are of what a page shows now, as far as it shows it: it may have been replaced since. */
export function isOfPage(judged: JudgedDevices, page: Page): boolean {
  const grid = oneGrid(page, 'devices');
  if (judged.obstacle?.code !== obstacleOf(page)?.code || judged.pbx !== page.pbx) return false;
  if (judged.customer?.key !== page.customer?.key) return false;
  if (grid === undefined || grid === 'twice') return judged.devices.size === 0;
  const keys = new Set<string>();
  for (const { facts, dates } of deviceRows(grid)) {
    if (facts === undefined) continue;
    keys.add(facts.key);
    if (!judged.twice.has(facts.key) && !isKnown(judged, facts.key, { facts, dates })) return false;
  }
  return isWindowed(grid) || keys.size === judged.devices.size;
}
