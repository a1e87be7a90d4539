import type { Instant } from './facts.ts';
import { RUN_STEPS, type RunDevice, type RunRecord, type RunStep } from './records/run.ts';

/** What reading Devices again says of one device. */
export type Observation = 'hwaas' | 'not-hwaas';

/** The devices a step is about, by their keys: one group of a run. Absent: all that are not settled. */
export type Group = ReadonlySet<string> | undefined;

/** From which step on devices may have been agreed to, where a run broke off. */
export type AgreedFrom = 'selected' | 'asked' | 'agreeing';

const order = (step: RunStep): number => (RUN_STEPS as readonly string[]).indexOf(step);

const isIn = (group: Group, { key }: RunDevice): boolean => group === undefined || group.has(key);

/** A device is settled when nothing that is still to come can change what was done to it. */
export const isSettled = (step: RunStep): boolean => step === 'confirmed' || step === 'not-converted';

/** Before Agree is journalled: nothing was agreed to, and it may be gone on with. */
export const isBeforeAgree = (step: RunStep): boolean =>
  step === 'planned' || step === 'selecting' || step === 'selected' || step === 'asked';

/** Whether WMP may have been told to convert it: from here on it is never pressed for again, only looked at. */
export const mayHaveBeenAgreed = (step: RunStep): boolean => !isBeforeAgree(step) && step !== 'not-converted';

/** A run is open while one of its devices is not settled. */
export const isOpen = (run: Pick<RunRecord, 'devices'>): boolean => run.devices.some((d) => !isSettled(d.step));

/** Somebody has to carry it on, or to end it: a page, or the partner where that page is gone. */
export const isUnfinished = (run: Pick<RunRecord, 'devices'>): boolean =>
  run.devices.some(({ step }) => isBeforeAgree(step) || step === 'agreeing');

/** Whether a step is one that the group has taken already: a message that is repeated. */
export const isAt = (devices: readonly RunDevice[], to: RunStep, group?: Group): boolean => {
  const open = devices.filter((device) => isIn(group, device) && !isSettled(device.step));
  return open.length > 0 && open.every(({ step }) => step === to);
};

/**
 * One step forward for a group, or `undefined` where that is not allowed. Steps go one by one: a device is agreed to at
 * most once. `at`: when, noted of those that are agreed to.
 */
export function advance(
  devices: readonly RunDevice[],
  to: RunStep,
  at: Instant,
  group?: Group,
): RunDevice[] | undefined {
  if (to === 'unknown' || to === 'not-converted' || to === 'confirmed' || to === 'planned') return undefined;
  const open = devices.filter((device) => isIn(group, device) && !isSettled(device.step));
  if (open.length === 0 || open.some((device) => order(device.step) !== order(to) - 1)) return undefined;
  // One that shows as HWaaS by now is not agreed to any more, though it may be among those that were.
  if (group !== undefined && to !== 'accepted' && open.length !== group.size) return undefined;
  const agreed = to === 'agreeing' ? { agreedAt: at } : {};
  return devices.map((device) => (open.includes(device) ? { ...device, step: to, ...agreed } : device));
}

/** A group whose selection was taken back begins again. Only before Agree was journalled; never after. */
export function rewind(devices: readonly RunDevice[], group?: Group): RunDevice[] {
  return devices.map((device) =>
    isIn(group, device) && isBeforeAgree(device.step) ? { ...device, step: 'planned' } : device,
  );
}

/**
 * The run ends here. What is before `from` was not agreed to; what is at it or after it is unknown; an accepted device
 * stays accepted. `from` absent: it is known that nothing was agreed to, of what is not accepted yet.
 */
export function interrupt(devices: readonly RunDevice[], from: AgreedFrom | undefined, at: Instant): RunDevice[] {
  return brokenOff(devices, from, at, 'not-converted');
}

/** The page that carried the run out is gone: what may have been agreed to is unknown, the rest may be gone on with. */
export function abandon(devices: readonly RunDevice[], from: AgreedFrom, at: Instant): RunDevice[] {
  return brokenOff(devices, from, at, 'planned');
}

/** What may have been agreed to by somebody else has its ten minutes from now, where nothing better is known. */
const brokenOff = (
  devices: readonly RunDevice[],
  from: AgreedFrom | undefined,
  at: Instant,
  rest: 'not-converted' | 'planned',
): RunDevice[] =>
  devices.map((device) => {
    if (!isBeforeAgree(device.step) && device.step !== 'agreeing') return device;
    if (from === undefined || order(device.step) < order(from)) return { ...device, step: rest };
    return { ...device, step: 'unknown', agreedAt: device.agreedAt ?? at };
  });

/** How long WMP may take until a converted device shows as HWaaS (R8). */
export const SHOWN_WITHIN_MINUTES = 10;

/**
 * What a look at Devices changes. Only seeing HWaaS proves anything at once, whoever converted the device; one that still
 * shows its old type may yet be on its way (R8), so it stays as it is. `late`: whether a device's ten minutes have
 * passed; then it is noted that it was not shown.
 */
export function observe(
  devices: readonly RunDevice[],
  seen: ReadonlyMap<string, Observation>,
  at: Instant,
  late: (device: RunDevice) => boolean,
): RunDevice[] {
  return devices.map((device) => {
    const observed = isSettled(device.step) ? undefined : seen.get(device.key);
    if (observed === 'hwaas') return { ...device, step: 'confirmed', confirmedAt: at };
    const missed = observed === 'not-hwaas' && mayHaveBeenAgreed(device.step) && device.step !== 'agreeing';
    return missed && device.notShownAt === undefined && late(device) ? { ...device, notShownAt: at } : device;
  });
}
