import type { Observation } from '../../core/conversion-run.ts';
import {
  advance as advanced,
  interrupt as interrupted,
  isOpen,
  isSettled,
  observe as observed,
} from '../../core/conversion-run.ts';
import { notice } from '../../core/notices.ts';
import { type RunDevice, RunRecord } from '../../core/records/run.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { runRow } from '../db/rows.ts';
import { read, type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { stamped } from '../merge/stamp.ts';
import type { EventTime, Handler } from './handler.ts';

/** On disk before the answer: the page presses Agree only after "agreeing" was answered. */
export const advance: Handler<'runs.advance'> = ({ id, to }, time) =>
  write(['runs'], async (tx) => {
    const run = await existing(tx, id);
    // A repeat of a step whose answer was lost with the worker. Not of "agreeing": whoever is told that, presses.
    const there = run.devices.every((device) => isSettled(device.step) || device.step === to);
    if (there && to !== 'agreeing' && isOpen(run)) return { run };
    const devices = advanced(run.devices, to);
    if (devices === undefined) throw new RefusedError(notice('run-step-refused', { step: to }));
    const agreed = to === 'agreeing' || to === 'accepted' ? { agreedAt: time.at } : {};
    return { run: await put(tx, { ...run, ...agreed }, devices, time) };
  });

export const interrupt: Handler<'runs.interrupt'> = ({ id, pressed, reason }, time) =>
  write(['runs'], async (tx) => {
    const run = await existing(tx, id);
    const devices = interrupted(run.devices, pressed);
    if (sameSteps(run.devices, devices)) return { run };
    return { run: await put(tx, { ...run, stopped: reason }, devices, time) };
  });

/** Answers with the runs that were open before this look, also those that it settled. */
export const observe: Handler<'runs.observe'> = ({ customer, devices, url }, time) =>
  write(['runs'], async (tx) => {
    const seen = new Map<string, Observation>(
      devices
        .filter(({ contract }) => contract !== 'unknown')
        .map(({ key, contract }) => [key, contract === 'hwaas' ? 'hwaas' : 'not-hwaas']),
    );
    const rows = await tx.objectStore('runs').index('customer').getAll(customer.key);
    const open = readable(
      RunRecord,
      rows.filter((row) => row.open === 1),
    ).records;
    const runs = await Promise.all(
      open.map(async (run) => {
        const after = observed(run.devices, seen);
        if (sameSteps(run.devices, after)) return run;
        return put(tx, { ...run, seen: { at: time.at, url } }, after, time);
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

async function existing(tx: WriteTx<['runs']>, id: string): Promise<RunRecord> {
  const run = readOne(RunRecord, await tx.objectStore('runs').get(id));
  if (run === undefined) throw new RefusedError(notice('record-not-found'));
  return run;
}

async function put(tx: WriteTx<['runs']>, run: RunRecord, devices: RunDevice[], { at }: EventTime): Promise<RunRecord> {
  const ended = isOpen({ devices }) ? {} : { endedAt: at };
  const after: RunRecord = { ...run, ...stamped(run.id, 'run', at, run), devices, ...ended };
  await tx.objectStore('runs').put(runRow(after));
  return after;
}

const sameSteps = (a: readonly RunDevice[], b: readonly RunDevice[]): boolean =>
  a.every((device, index) => device.step === b[index]?.step);

const newestFirst = (a: RunRecord, b: RunRecord): number => (a.startedAt < b.startedAt ? 1 : -1);
