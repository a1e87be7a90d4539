import type { DeviceFacts } from '../../core/facts.ts';
import type { Request } from '../../core/messages/contract.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { RunRecord } from '../../core/records/run.ts';
import { conversionEligibilities } from '../../core/rules/eligibility.ts';
import { readable, readOne } from '../db/readable.ts';
import { runRow } from '../db/rows.ts';
import { type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { stamped } from '../merge/stamp.ts';
import { readSettings } from '../settings-store.ts';
import type { EventTime, Handler } from './handler.ts';
import { hasNamesakes } from './pbxes.ts';

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

const IN_PROGRESS: ReadonlySet<string> = new Set(['planned', 'selecting', 'selected', 'asked', 'agreeing']);

async function runsAgainst(tx: Tx, { customer, devices }: Plan): Promise<Reason | undefined> {
  const store = tx.objectStore('runs');
  const busy = await Promise.all(devices.map(({ key }) => store.index('openDevices').count(key)));
  const inRun = devices.find((_, index) => busy[index] !== 0);
  if (inRun !== undefined) return notice('device-in-run', { key: inRun.key });
  const { records } = readable(RunRecord, await store.index('customer').getAll(customer.key));
  const running = records.some((run) => run.devices.some((device) => IN_PROGRESS.has(device.step)));
  return running ? notice('another-run') : undefined;
}

async function rulesAgainst(
  tx: Tx,
  { customer, devices, pbx }: Plan,
  { today }: EventTime,
): Promise<Reason | undefined> {
  if (hasNamesakes(await tx.objectStore('customers').get(customer.key)))
    return notice('customer-namesakes', { customer: customer.name });
  const rows = await tx.objectStore('pbxes').index('customer').getAll(customer.key);
  const { records } = readable(PbxRecord, rows);
  const judgements = conversionEligibilities(devices, records, today, pbx === undefined ? {} : { pbx });
  const refused = devices.find((_, index) => judgements[index]?.verdict !== 'yes');
  return refused === undefined ? undefined : notice('device-not-eligible', { key: refused.key });
}

const planned = ({ id, customer, pbx, devices, url }: Plan, { at }: EventTime): RunRecord => ({
  ...stamped(id, 'run', at),
  customer,
  devices: devices.map(({ contract: _, ...device }) => ({ ...device, pbx: device.pbx ?? pbx, step: 'planned' })),
  startedAt: at,
  seen: { at, url },
});
