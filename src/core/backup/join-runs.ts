import { abandon, isOpen, mayHaveBeenAgreed } from '../conversion-run.ts';
import type { RunDevice, RunRecord } from '../records/run.ts';
import { canonical } from './verdict.ts';

/**
 * Two records of one run as one. The file's is taken where its revision is not lower, but nothing that is known to have
 * been agreed to, here or there, is ever forgotten: such a device would become convertible a second time.
 */
export function joinRuns(file: RunRecord, here: RunRecord): RunRecord {
  const [base, other] = takesFile(file, here) ? [file, here] : [here, file];
  const known = new Map(other.devices.map((device) => [device.key, device]));
  const devices = base.devices.map((device) => safer(device, known.get(device.key)));
  const { elsewhere: _, ...joined } = base;
  const both = { ...joined, devices, revision: Math.max(file.revision, here.revision) };
  // It stays this computer's run, or another one's, as it was here.
  return here.elsewhere ? takenIn(both) : both;
}

/**
 * A run as it is taken in from a file. Wherever it was carried out, it may have gone on since: what could be agreed to there
 * is unknown here, and it keeps its devices from being converted a second time until Devices shows them.
 */
export const takenIn = (run: RunRecord): RunRecord =>
  isOpen(run) ? { ...run, devices: abandon(run.devices, 'selected', run.updatedAt), elsewhere: true } : run;

function takesFile(file: RunRecord, here: RunRecord): boolean {
  if (file.revision !== here.revision) return file.revision > here.revision;
  if (file.updatedAt !== here.updatedAt) return file.updatedAt > here.updatedAt;
  return canonical(file.devices) > canonical(here.devices);
}

function safer(device: RunDevice, other: RunDevice | undefined): RunDevice {
  if (other === undefined || device.step === 'confirmed') return device;
  if (other.step === 'confirmed') return other;
  return mayHaveBeenAgreed(other.step) && !mayHaveBeenAgreed(device.step) ? { ...other, step: 'unknown' } : device;
}
