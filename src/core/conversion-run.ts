import { RUN_STEPS, type RunDevice, type RunRecord, type RunStep } from './records/run.ts';

/** What reading Devices again says of one device. `absent`: not on a page that was read whole. */
export type Observation = 'hwaas' | 'not-hwaas' | 'absent';

const order = (step: RunStep): number => (RUN_STEPS as readonly string[]).indexOf(step);

/** A device is settled when nothing that is still to come can change what was done to it. */
export const isSettled = (step: RunStep): boolean => step === 'confirmed' || step === 'not-converted';

/** Whether WMP may have been told to convert it: from here on it is never pressed for again, only looked at. */
export const mayHaveBeenAgreed = (step: RunStep): boolean =>
  step === 'agreeing' || step === 'accepted' || step === 'unknown' || step === 'confirmed';

/** A run is open while one of its devices is not settled. */
export const isOpen = (run: Pick<RunRecord, 'devices'>): boolean => run.devices.some((d) => !isSettled(d.step));

/**
 * One step forward for the whole batch, or `undefined` where that is not allowed. Steps go one by one and never back:
 * a batch is agreed to at most once.
 */
export function advance(devices: readonly RunDevice[], to: RunStep): RunDevice[] | undefined {
  if (to === 'unknown' || to === 'not-converted' || to === 'confirmed' || to === 'planned') return undefined;
  const open = devices.filter((device) => !isSettled(device.step));
  if (open.length === 0 || open.some((device) => order(device.step) !== order(to) - 1)) return undefined;
  return devices.map((device) => (isSettled(device.step) ? device : { ...device, step: to }));
}

/**
 * The run cannot go on. Nothing had been agreed to before `agreeing`, so those devices were not converted. What was in
 * `agreeing` is unknown, unless it is known that Agree was not pressed; an accepted device stays accepted.
 */
export function interrupt(devices: readonly RunDevice[], pressed: boolean): RunDevice[] {
  return devices.map((device) => {
    if (isSettled(device.step) || device.step === 'accepted' || device.step === 'unknown') return device;
    return { ...device, step: device.step === 'agreeing' && pressed ? 'unknown' : 'not-converted' };
  });
}

/**
 * What a look at Devices changes. Only seeing HWaaS proves anything at once; a device that still shows its old type may
 * yet be on its way (R8: within 10 minutes), so it stays as it is.
 */
export function observe(devices: readonly RunDevice[], seen: ReadonlyMap<string, Observation>): RunDevice[] {
  return devices.map((device) =>
    mayHaveBeenAgreed(device.step) && device.step !== 'confirmed' && seen.get(device.key) === 'hwaas'
      ? { ...device, step: 'confirmed' }
      : device,
  );
}
