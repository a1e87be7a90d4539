import {
  type AgreedFrom,
  abandon as abandoned,
  advance as advanced,
  interrupt as interrupted,
  isAt,
  isOpen,
  type Observation,
  observe as observed,
  rewind as rewound,
  SHOWN_WITHIN_MINUTES,
} from '../../core/conversion-run.ts';
import { notice } from '../../core/notices.ts';
import { type RunDevice, RunRecord } from '../../core/records/run.ts';
import { minutesAfter } from '../clock.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { runRow } from '../db/rows.ts';
import { read, type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { stamped } from '../merge/stamp.ts';
import type { EventTime, Handler } from './handler.ts';

/** On disk before the answer: the page presses Agree only after "agreeing" was answered. */
export const advance: Handler<'runs.advance'> = ({ id, to, keys }, time) =>
  write(['runs'], async (tx) => {
    const run = await existing(tx.objectStore('runs'), id);
    const group = keys === undefined ? undefined : new Set(keys);
    // A repeat of a step whose answer was lost with the worker. Not of "agreeing": whoever is told that, presses.
    if (to !== 'agreeing' && isAt(run.devices, to, group)) return { run };
    if (run.elsewhere) throw new RefusedError(notice('run-elsewhere'));
    const devices = run.trial && to === 'agreeing' ? undefined : advanced(run.devices, to, time.at, group);
    if (devices === undefined) throw new RefusedError(notice('run-step-refused', { step: to }));
    const { stopped: _, ...going } = run;
    const agreed = to === 'agreeing' || to === 'accepted' ? { agreedAt: time.at } : {};
    return { run: await put(tx.objectStore('runs'), { ...going, ...agreed }, devices, time) };
  });

export const rewind: Handler<'runs.rewind'> = ({ id, keys }, time) =>
  write(['runs'], async (tx) => {
    const run = await existing(tx.objectStore('runs'), id);
    if (run.elsewhere) throw new RefusedError(notice('run-elsewhere'));
    const devices = rewound(run.devices, keys === undefined ? undefined : new Set(keys));
    return { run: sameSteps(run.devices, devices) ? run : await put(tx.objectStore('runs'), run, devices, time) };
  });

export const interrupt: Handler<'runs.interrupt'> = ({ id, from, reason }, time) =>
  write(['runs'], async (tx) => {
    const run = await existing(tx.objectStore('runs'), id);
    const devices = interrupted(run.devices, from, time.at);
    if (sameSteps(run.devices, devices)) return { run };
    return { run: await put(tx.objectStore('runs'), { ...run, stopped: reason }, devices, time) };
  });

export const abandon: Handler<'runs.abandon'> = ({ id, from: known }, time) =>
  write(['runs'], async (tx) => {
    const run = await existing(tx.objectStore('runs'), id);
    const from = agreedFrom(run, known ?? (isElsewhere(run, time) ? 'agreeing' : 'selected'));
    const devices = run.trial ? interrupted(run.devices, from, time.at) : abandoned(run.devices, from, time.at);
    const stopped = notice('page-left');
    if (sameSteps(run.devices, devices) && run.stopped?.code === stopped.code) return { run };
    return { run: await put(tx.objectStore('runs'), { ...run, stopped }, devices, time) };
  });

/** Where the partner presses Agree himself, he may do so as soon as WMP asks. */
const agreedFrom = ({ partnerAgrees }: RunRecord, from: AgreedFrom): AgreedFrom => (partnerAgrees ? 'selected' : from);

/** Whether it is certain that the document in which the run was carried out is not the one that speaks now. */
const isElsewhere = ({ documentId }: RunRecord, time: EventTime): boolean =>
  documentId !== undefined && time.documentId !== undefined && documentId !== time.documentId;

/** Answers with the runs that were open before this look, also those that it settled. */
export const observe: Handler<'runs.observe'> = ({ customer, devices, url }, time) =>
  write(['runs'], async (tx) => {
    const seen = new Map<string, Observation>(
      devices
        .filter(({ contract }) => contract !== 'unknown')
        .map(({ key, contract }) => [key, contract === 'hwaas' ? 'hwaas' : 'not-hwaas']),
    );
    const late = ({ agreedAt }: RunDevice) =>
      agreedAt !== undefined && time.at >= minutesAfter(agreedAt, SHOWN_WITHIN_MINUTES);
    const rows = await tx.objectStore('runs').index('customer').getAll(customer.key);
    const open = readable(
      RunRecord,
      rows.filter((row) => row.open === 1),
    ).records;
    const runs = await Promise.all(
      open.map(async (run) => {
        const after = observed(run.devices, seen, time.at, late);
        if (after.every((device, index) => device === run.devices[index])) return run;
        return put(tx.objectStore('runs'), { ...run, seen: { at: time.at, url } }, after, time);
      }),
    );
    return { runs: runs.sort(newestFirst) };
  });

/** As many settled runs of a customer as a page may still be showing. */
const SETTLED = 20;

/** Open runs, newest first; of one customer also those that were settled last. */
export const list: Handler<'runs.list'> = async ({ customer }) => {
  const rows = await read(['runs'], (tx) => {
    const store = tx.objectStore('runs');
    return customer === undefined ? store.index('open').getAll(1) : store.index('customer').getAll(customer.key);
  });
  const { records, unreadable } = readable(RunRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `runs: ${unreadable}`);
  const settled = records.filter((run) => !isOpen(run)).sort(newestFirst);
  return { runs: [...records.filter(isOpen), ...settled.slice(0, SETTLED)].sort(newestFirst) };
};

/** The store of a transaction that may hold others too. */
type RunStore = Pick<ReturnType<WriteTx<['runs']>['objectStore']>, 'get' | 'put'>;

export async function existing(store: RunStore, id: string): Promise<RunRecord> {
  const run = readOne(RunRecord, await store.get(id));
  if (run === undefined) throw new RefusedError(notice('record-not-found'));
  return run;
}

export async function put(
  store: RunStore,
  run: RunRecord,
  devices: RunDevice[],
  { at }: EventTime,
): Promise<RunRecord> {
  const ended = isOpen({ devices }) ? {} : { endedAt: at };
  const after: RunRecord = { ...run, ...stamped(run.id, 'run', at, run), devices, ...ended };
  await store.put(runRow(after));
  return after;
}

const sameSteps = (a: readonly RunDevice[], b: readonly RunDevice[]): boolean =>
  a.every((device, index) => device.step === b[index]?.step);

const newestFirst = (a: RunRecord, b: RunRecord): number => (a.startedAt < b.startedAt ? 1 : -1);
