import { notice } from '../../core/notices.ts';
import type { Judgement } from '../../core/outcome.ts';
import { RunRecord, type RunStep } from '../../core/records/run.ts';
import { conversionEligibilities } from '../../core/rules/eligibility.ts';
import { readable } from '../db/readable.ts';
import { read } from '../db/transact.ts';
import type { Handler } from './handler.ts';
import { aged, pbxesOf } from './pbxes.ts';

export const judge: Handler<'devices.judge'> = async ({ customer, pbx, devices }, { today }) => {
  const { pbxes, namesakes } = await pbxesOf(customer);
  const page = pbx === undefined ? {} : { pbx };
  const judgements = conversionEligibilities(devices, pbxes, today, page);
  const inRun = await openDevices();
  const verdicts = devices.map(({ key }, index) => {
    const { verdict, reasons } = told(judgements[index], namesakes ? customer?.name : undefined);
    const run = inRun.get(key);
    if (run === undefined) return { key, verdict, reasons: [...reasons] };
    const busy = notice('device-in-run', { key });
    return { key, verdict: 'no' as const, reasons: verdict === 'no' ? [...reasons, busy] : [busy], run };
  });
  return { verdicts, pbxes: aged(pbxes, today) };
};

/** Of a customer that shares its name, the PBXs are not "not seen": nobody can tell whose the remembered ones are. */
function told(judgement: Judgement | undefined, namesake: string | undefined): Judgement {
  const { verdict, reasons } = judgement ?? { verdict: 'unknown' as const, reasons: [] };
  if (namesake === undefined || verdict === 'no') return { verdict, reasons };
  const others = reasons.filter(({ code }) => code !== 'pbx-not-seen');
  return { verdict: 'unknown', reasons: [...others, notice('customer-namesakes', { customer: namesake })] };
}

/** Step of every device that is in an open run; `unknown` where the run's record cannot be read. */
async function openDevices(): Promise<ReadonlyMap<string, RunStep>> {
  const rows = await read(['runs'], (tx) => tx.objectStore('runs').index('open').getAll(1));
  const steps = new Map<string, RunStep>(rows.flatMap((row) => row.openDevices).map((key) => [key, 'unknown']));
  for (const run of readable(RunRecord, rows).records)
    for (const device of run.devices) if (steps.has(device.key)) steps.set(device.key, device.step);
  return steps;
}
