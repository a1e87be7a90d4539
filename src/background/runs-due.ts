import { SHOWN_WITHIN_MINUTES } from '../core/conversion-run.ts';
import type { Instant } from '../core/facts.ts';
import type { RunRecord } from '../core/records/run.ts';
import { agreedSince, isRunning, lastAgreed, needsPartner, SILENT_MINUTES, unconfirmed } from '../core/run-standing.ts';
import { minutesAfter, minutesBetween } from './clock.ts';

/** When the partner is to be reminded of a run; `undefined` where there is nothing to remind of, or he was already. */
export function reminderDue(run: RunRecord): Instant | undefined {
  const agreed = run.remindedAt === undefined ? lastAgreed(run) : undefined;
  return agreed === undefined ? undefined : minutesAfter(agreed, SHOWN_WITHIN_MINUTES);
}

export const isReminderDue = (run: RunRecord, at: Instant): boolean => {
  const due = reminderDue(run);
  return due !== undefined && due <= at;
};

/** How many of the runs need the partner now. */
export const countNeedy = (runs: readonly RunRecord[], at: Instant): number =>
  runs.filter((run) => needsPartner(run, (instant) => minutesBetween(instant, at))).length;

/**
 * When to look at the runs next: a reminder that is due or will be, or a run that will need the partner by then.
 * @param tellAt when what is due may be told; `undefined`: never
 */
export function nextLook(
  runs: readonly RunRecord[],
  at: Instant,
  tellAt: ((due: Instant) => Instant) | undefined,
): Instant | undefined {
  const minutesSince = (instant: Instant) => minutesBetween(instant, at);
  const moments = runs.flatMap((run) => {
    const reminder = reminderDue(run);
    const due = reminder && tellAt?.(reminder);
    const late = unconfirmed(run).map((device) => minutesAfter(agreedSince(run, device), SHOWN_WITHIN_MINUTES));
    const silent = isRunning(run, minutesSince) ? [minutesAfter(run.updatedAt, SILENT_MINUTES)] : [];
    return [...(due === undefined ? [] : [due]), ...[...late, ...silent].filter((moment) => moment > at)];
  });
  return moments.sort()[0];
}
