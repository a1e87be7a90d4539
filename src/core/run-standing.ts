import { isBeforeAgree, isUnfinished, mayHaveBeenAgreed, SHOWN_WITHIN_MINUTES } from './conversion-run.ts';
import type { Instant } from './facts.ts';
import type { RunDevice, RunRecord, RunStep } from './records/run.ts';

/** How many minutes ago something was; the caller has the clock. */
export type MinutesSince = (instant: Instant) => number;

/**
 * Without a step for so long nobody carries a run on: its tab was closed, or the browser. Longer than the longest pause
 * between groups.
 */
export const SILENT_MINUTES = 15;

/** What there is to say of some devices of a run that is not settled. */
export const STANDINGS = ['running', 'interrupted', 'on-its-way', 'unconfirmed', 'unknown', 'not-shown'] as const;
export interface Standing {
  readonly state: (typeof STANDINGS)[number];
  readonly count: number;
  /** Since when, of the oldest of them. */
  readonly since: Instant;
}

/** What became of one device, as the history tells it. */
export const OUTCOMES = [
  'planned',
  'agreeing',
  'accepted',
  'not-shown',
  'confirmed',
  'unknown',
  'not-converted',
] as const;
export type DeviceOutcome = (typeof OUTCOMES)[number];

export function outcomeOf({ step, notShownAt }: RunDevice): DeviceOutcome {
  if (isBeforeAgree(step)) return 'planned';
  if (step === 'accepted') return notShownAt === undefined ? 'accepted' : 'not-shown';
  return step as Exclude<RunStep, 'planned' | 'selecting' | 'selected' | 'asked' | 'accepted'>;
}

/** Devices that WMP may have been told to convert and that were not seen as HWaaS. */
export const unconfirmed = ({ devices }: Pick<RunRecord, 'devices'>): readonly RunDevice[] =>
  devices.filter(({ step }) => mayHaveBeenAgreed(step) && step !== 'confirmed');

/** From when a device's ten minutes count. Where the partner may have agreed by himself, that was after the run was last seen. */
export const agreedSince = (run: RunRecord, device: RunDevice): Instant =>
  device.agreedAt ?? run.agreedAt ?? run.seen.at;

/** When the last of the run's unconfirmed devices was agreed to: one reminder is for all of them. */
export const lastAgreed = (run: RunRecord): Instant | undefined =>
  unconfirmed(run)
    .map((device) => agreedSince(run, device))
    .sort()
    .at(-1);

/** Whether a page is carrying it on, as far as the journal can tell. */
export const isRunning = (run: RunRecord, minutesSince: MinutesSince): boolean =>
  isUnfinished(run) && run.stopped === undefined && minutesSince(run.updatedAt) < SILENT_MINUTES;

/** Everything there is to say of a run, most urgent last; nothing of a settled one. */
export function standingsOf(run: RunRecord, minutesSince: MinutesSince): Standing[] {
  const running = isRunning(run, minutesSince);
  const late = (device: RunDevice) => minutesSince(agreedSince(run, device)) >= SHOWN_WITHIN_MINUTES;
  const stateOf = (device: RunDevice): Standing['state'] | undefined => {
    const { step, notShownAt } = device;
    if (isBeforeAgree(step)) return running ? 'running' : 'interrupted';
    if (!mayHaveBeenAgreed(step) || step === 'confirmed') return undefined;
    if (step === 'agreeing' && running) return 'running';
    if (notShownAt !== undefined) return 'not-shown';
    if (step !== 'accepted') return 'unknown';
    return late(device) ? 'unconfirmed' : 'on-its-way';
  };
  const since = (device: RunDevice): Instant => (isBeforeAgree(device.step) ? run.updatedAt : agreedSince(run, device));
  return STANDINGS.flatMap((state) => {
    const those = run.devices.filter((device) => stateOf(device) === state);
    const [oldest] = those.map(since).sort();
    return oldest === undefined ? [] : [{ state, count: those.length, since: oldest }];
  });
}

/** Whether the partner has to do something: go on with it or end it, look at Devices again, ask Customer Care. */
export const needsPartner = (run: RunRecord, minutesSince: MinutesSince): boolean =>
  (isUnfinished(run) && !isRunning(run, minutesSince)) ||
  unconfirmed(run).some((device) => minutesSince(agreedSince(run, device)) >= SHOWN_WITHIN_MINUTES);
