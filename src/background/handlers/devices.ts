import { notice } from '../../core/notices.ts';
import { RunRecord, type RunStep } from '../../core/records/run.ts';
import { conversionEligibilities } from '../../core/rules/eligibility.ts';
import { readable } from '../db/readable.ts';
import { read } from '../db/transact.ts';
import type { Handler } from './handler.ts';
import { pbxesOf } from './pbxes.ts';

export const judge: Handler<'devices.judge'> = async ({ customer, pbx, devices }, { today }) => {
  const { pbxes } = await pbxesOf(customer);
  const page = pbx === undefined ? {} : { pbx };
  const judgements = conversionEligibilities(devices, pbxes, today, page);
  const inRun = await openDevices();
  const verdicts = devices.map(({ key }, index) => {
    const { verdict, reasons } = judgements[index] ?? { verdict: 'unknown' as const, reasons: [] };
    const run = inRun.get(key);
    if (run === undefined) return { key, verdict, reasons: [...reasons] };
    const busy = notice('device-in-run', { key });
    return { key, verdict: 'no' as const, reasons: verdict === 'no' ? [...reasons, busy] : [busy], run };
  });
  return { verdicts, pbxes };
};

/** Step of every device that is in an open run; `unknown` where the run's record cannot be read. */
async function openDevices(): Promise<ReadonlyMap<string, RunStep>> {
  const rows = await read(['runs'], (tx) => tx.objectStore('runs').index('open').getAll(1));
  const steps = new Map<string, RunStep>(rows.flatMap((row) => row.openDevices).map((key) => [key, 'unknown']));
  for (const run of readable(RunRecord, rows).records)
    for (const device of run.devices) if (steps.has(device.key)) steps.set(device.key, device.step);
  return steps;
}
