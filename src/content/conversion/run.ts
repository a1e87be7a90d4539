import { isUnfinished } from '../../core/conversion-run.ts';
import type { CustomerRef } from '../../core/customer.ts';
import type { DeviceFacts } from '../../core/facts.ts';
import { notice } from '../../core/notices.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { ask, MessageError } from '../../platform/send.ts';
import { Driver, type RunOutcome } from './driver.ts';
import { journalOf } from './journal.ts';
import type { Ports, RunOptions } from './ports.ts';

/** What the partner has reviewed. */
export interface ReviewedBatch {
  readonly customer: CustomerRef;
  /** The PBX whose Devices page it is, at PBX level. */
  readonly pbx: string | undefined;
  readonly devices: readonly DeviceFacts[];
  readonly by: string | undefined;
  readonly trial: boolean;
  readonly partnerAgrees: boolean;
}

/** What a run needs of the page it works on. */
export interface RunPlace extends Omit<Ports, 'journal'> {
  readonly options: RunOptions;
  /** The page's address. */
  readonly url: string;
  progress(run: RunRecord): void;
}

/** Journals a reviewed batch and carries it out. */
export function startRun(batch: ReviewedBatch, place: RunPlace): Promise<RunOutcome> {
  const { customer, pbx, devices, by, trial, partnerAgrees } = batch;
  const plan = {
    id: crypto.randomUUID(),
    customer,
    ...(pbx === undefined ? {} : { pbx }),
    ...(by === undefined ? {} : { by }),
    devices: [...devices],
    trial,
    partnerAgrees,
    url: place.url,
  };
  return carryOut(customer, place, () => ask('runs.plan', plan));
}

/** Goes on with what is still planned of a run whose page is gone. `devices`: all that Devices shows now. */
export function resumeRun(
  { id, customer }: RunRecord,
  pbx: string | undefined,
  devices: readonly DeviceFacts[],
  place: RunPlace,
): Promise<RunOutcome> {
  const body = { id, ...(pbx === undefined ? {} : { pbx }), devices: [...devices], url: place.url };
  return carryOut(customer, place, () => ask('runs.resume', body));
}

/** One run per customer at a time, whichever tab or window it is in. */
async function carryOut(
  customer: CustomerRef,
  { options, progress, ...ports }: RunPlace,
  begin: () => Promise<{ run: RunRecord }>,
): Promise<RunOutcome> {
  return navigator.locks.request(lockOf(customer), { ifAvailable: true }, async (held) => {
    if (held === null) return { run: undefined, reason: notice('another-run') };
    let run: RunRecord;
    try {
      ({ run } = await begin());
    } catch (error) {
      if (error instanceof MessageError) return { run: undefined, reason: error.reason };
      throw error;
    }
    progress(run);
    return new Driver(run, { ...ports, journal: journalOf(run.id) }, options, progress).carryOut();
  });
}

/** Runs whose page is gone: nobody holds the customer's lock, so nobody carries them on. */
export async function findAbandoned(customer: CustomerRef, runs: readonly RunRecord[]): Promise<RunRecord[]> {
  const unfinished = runs.filter((run) => isUnfinished(run) && !isWaiting(run));
  if (unfinished.length === 0) return [...runs];
  return navigator.locks.request(lockOf(customer), { ifAvailable: true }, async (held) => {
    if (held === null) return [...runs];
    const found = new Map<string, RunRecord>();
    for (const { id } of unfinished) found.set(id, (await ask('runs.abandon', { id })).run);
    return runs.map((run) => found.get(run.id) ?? run);
  });
}

/** It was found before, and waits for the partner to resume or to stop it. */
export const isWaiting = (run: RunRecord): boolean =>
  run.stopped !== undefined &&
  run.devices.some(({ step }) => step === 'planned') &&
  run.devices.every(({ step }) => !IN_HAND.has(step));

const IN_HAND: ReadonlySet<string> = new Set(['selecting', 'selected', 'asked', 'agreeing']);

const lockOf = ({ key }: CustomerRef): string => `wmp-companion-conversion:${key}`;

/** Ends a run that waits to be resumed. */
export const stopWaiting = async ({ id }: RunRecord): Promise<RunRecord> =>
  (await ask('runs.interrupt', { id, reason: notice('partner-stopped') })).run;
