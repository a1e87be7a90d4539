import type { RunRecord } from '../../core/records/run.ts';

/**
 * Minutes until all that were agreed to should show as HWaaS, by how fast WMP has shown those that do. `undefined` until
 * there is something to go by.
 */
export function minutesLeft({ devices }: RunRecord): number | undefined {
  const begun = devices.flatMap(({ agreedAt }) => agreedAt ?? []).sort()[0];
  const shown = devices
    .flatMap(({ agreedAt, confirmedAt }) => (agreedAt === undefined ? [] : (confirmedAt ?? [])))
    .sort();
  const left = devices.filter(({ step }) => step === 'accepted' || step === 'unknown').length;
  const last = shown.at(-1);
  if (begun === undefined || last === undefined || left === 0) return undefined;
  const perDevice = (Date.parse(last) - Date.parse(begun)) / shown.length;
  return Math.ceil((perDevice * left) / 60_000);
}
