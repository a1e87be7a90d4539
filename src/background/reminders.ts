import browser from 'webextension-polyfill';
import type { Instant } from '../core/facts.ts';
import { RunRecord } from '../core/records/run.ts';
import { dayOf, minutesAfter } from './clock.ts';
import { log } from './db/log.ts';
import { readable } from './db/readable.ts';
import { write } from './db/transact.ts';
import { put } from './handlers/runs.ts';
import { notify } from './notifications.ts';
import { openRuns } from './open-runs.ts';
import { afterQuiet, isQuietAt } from './quiet-hours.ts';
import { isReminderDue, nextLook } from './runs-due.ts';
import { readSettings } from './settings-store.ts';

export const RUNS_ALARM = 'runs';

/** Reminds of every run that is due, once: that it was is on disk before the partner sees it. In quiet hours of none. Never fails its event. */
export async function remind(at: Instant): Promise<void> {
  try {
    const settings = await readSettings();
    if (
      !settings.remindUnconfirmed ||
      isQuietAt(at, settings) ||
      !(await openRuns()).some((run) => isReminderDue(run, at))
    )
      return;
    for (const run of await claim(at)) await notify(run);
  } catch (error) {
    await log('reminder', String(error));
  }
}

/** Of two events that come at once, one gets a run. */
const claim = (at: Instant): Promise<RunRecord[]> =>
  write(['runs'], async (tx) => {
    const store = tx.objectStore('runs');
    const { records } = readable(RunRecord, await store.index('open').getAll(1));
    const due = records.filter((run) => isReminderDue(run, at));
    return Promise.all(due.map((run) => put(store, { ...run, remindedAt: at }, run.devices, { at, today: dayOf(at) })));
  });

/**
 * One alarm for all runs, from what is in the database now: the worker remembers nothing, and a browser may drop alarms
 * when it closes. What is due already comes a minute later, so that a reminder that cannot be written is not tried on and
 * on. Never fails its event.
 */
export async function setAlarm(at: Instant): Promise<void> {
  try {
    const settings = await readSettings();
    const tellAt = (due: Instant) => afterQuiet(due, at, settings);
    const next = nextLook(await openRuns(), at, settings.remindUnconfirmed ? tellAt : undefined);
    if (next === undefined) await browser.alarms.clear(RUNS_ALARM);
    else await browser.alarms.create(RUNS_ALARM, { when: Date.parse(next > at ? next : minutesAfter(at, 1)) });
  } catch (error) {
    await log('reminder', String(error));
  }
}
