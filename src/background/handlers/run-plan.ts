import { isBeforeAgree, isUnfinished } from '../../core/conversion-run.ts';
import type { CustomerRef } from '../../core/customer.ts';
import type { DeviceFacts } from '../../core/facts.ts';
import type { Request } from '../../core/messages/contract.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { RunRecord } from '../../core/records/run.ts';
import { conversionEligibilities } from '../../core/rules/eligibility.ts';
import { minutesAfter } from '../clock.ts';
import { readable, readOne } from '../db/readable.ts';
import { runRow } from '../db/rows.ts';
import { type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { stamped } from '../merge/stamp.ts';
import { readSettings } from '../settings-store.ts';
import type { EventTime, Handler } from './handler.ts';
import { hasNamesakes } from './pbxes.ts';
import { existing, put } from './runs.ts';

type Plan = Request<'runs.plan'>;
type Tx = WriteTx<['runs', 'pbxes', 'customers']>;

/** Everything is checked and written in one transaction, so that two tabs that ask at once cannot both get a yes. */
export const plan: Handler<'runs.plan'> = async (body, time) => {
  const { largestBatch } = await readSettings();
  return write(['runs', 'pbxes', 'customers'], async (tx) => {
    const store = tx.objectStore('runs');
    const before = readOne(RunRecord, await store.get(body.id));
    if (before !== undefined) {
      if (isSamePlan(before, body)) return { run: before };
      throw new RefusedError(notice('another-run'));
    }
    const against =
      sizeAgainst(body.devices, largestBatch) ?? (await runsAgainst(tx, body)) ?? (await rulesAgainst(tx, body, time));
    if (against !== undefined) throw new RefusedError(against);
    const run = planned(body, time);
    await store.add(runRow(run));
    return { run };
  });
};

/** A repeat of the message that made it: its answer may have been lost with the worker. */
const isSamePlan = (run: RunRecord, { customer, devices }: Plan): boolean =>
  run.customer.key === customer.key &&
  run.devices.length === devices.length &&
  run.devices.every((device, index) => device.step === 'planned' && device.key === devices[index]?.key);

function sizeAgainst(devices: readonly DeviceFacts[], limit: number): Reason | undefined {
  if (devices.length > limit) return notice('batch-too-large', { count: devices.length, limit });
  const keys = new Set<string>();
  for (const { key } of devices) {
    if (keys.has(key)) return notice('row-twice', { key });
    keys.add(key);
  }
  return undefined;
}

async function runsAgainst(tx: Tx, { customer, devices }: Plan): Promise<Reason | undefined> {
  const store = tx.objectStore('runs');
  const busy = await Promise.all(devices.map(({ key }) => store.index('openDevices').count(key)));
  const inRun = devices.find((_, index) => busy[index] !== 0);
  if (inRun !== undefined) return notice('device-in-run', { key: inRun.key });
  const { records } = readable(RunRecord, await store.index('customer').getAll(customer.key));
  return records.some(isUnfinished) ? notice('another-run') : undefined;
}

async function rulesAgainst(tx: Tx, { customer, devices, pbx }: Plan, time: EventTime): Promise<Reason | undefined> {
  const eligible = await eligibleKeys(tx, customer, devices, pbx, time);
  if (eligible === undefined) return notice('customer-namesakes', { customer: customer.name });
  const refused = devices.find(({ key }) => !eligible.has(key));
  return refused === undefined ? undefined : notice('device-not-eligible', { key: refused.key });
}

/** Which of the devices the rules let pass now; `undefined` where it cannot be told whose the remembered PBXs are. */
async function eligibleKeys(
  tx: Tx,
  customer: CustomerRef,
  devices: readonly DeviceFacts[],
  pbx: string | undefined,
  { today }: EventTime,
): Promise<ReadonlySet<string> | undefined> {
  if (hasNamesakes(await tx.objectStore('customers').get(customer.key))) return undefined;
  const rows = await tx.objectStore('pbxes').index('customer').getAll(customer.key);
  const { records } = readable(PbxRecord, rows);
  const judgements = conversionEligibilities(devices, records, today, pbx === undefined ? {} : { pbx });
  return new Set(devices.flatMap(({ key }, index) => (judgements[index]?.verdict === 'yes' ? [key] : [])));
}

/** So long after its review a run may be gone on with: later the partner has to look anew at what is agreed to. */
const RESUMED_WITHIN_MINUTES = 24 * 60;

/** What of it is not on the page or not eligible any more ends as not converted: nothing was agreed to for it. */
export const resume: Handler<'runs.resume'> = ({ id, devices, pbx, url }, time) =>
  write(['runs', 'pbxes', 'customers'], async (tx) => {
    const run = await existing(tx.objectStore('runs'), id);
    if (run.elsewhere) throw new RefusedError(notice('run-elsewhere'));
    if (time.at >= minutesAfter(run.startedAt, RESUMED_WITHIN_MINUTES)) throw new RefusedError(notice('run-too-old'));
    const eligible = await eligibleKeys(tx, run.customer, devices, pbx, time);
    if (eligible === undefined) throw new RefusedError(notice('customer-namesakes', { customer: run.customer.name }));
    if (run.devices.some(({ step }) => isBeforeAgree(step) && step !== 'planned'))
      throw new RefusedError(notice('run-step-refused', { step: 'planned' }));
    const { stopped: _, documentId: __, ...going } = run;
    const left = run.devices.map((device) =>
      device.step === 'planned' && !eligible.has(device.key) ? { ...device, step: 'not-converted' as const } : device,
    );
    const here = { ...going, ...documentOf(time), seen: { at: time.at, url } };
    return { run: await put(tx.objectStore('runs'), here, left, time) };
  });

const planned = ({ id, customer, pbx, devices, by, trial, partnerAgrees, url }: Plan, time: EventTime): RunRecord => ({
  ...stamped(id, 'run', time.at),
  ...documentOf(time),
  customer,
  ...(pbx === undefined ? {} : { pbx }),
  ...(by === undefined ? {} : { by }),
  ...(trial ? { trial } : {}),
  ...(partnerAgrees ? { partnerAgrees } : {}),
  devices: devices.map(({ contract: _, ...device }) => ({ ...device, pbx: device.pbx ?? pbx, step: 'planned' })),
  startedAt: time.at,
  seen: { at: time.at, url },
});

const documentOf = ({ documentId }: EventTime) => (documentId === undefined ? {} : { documentId });
