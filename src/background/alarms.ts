import browser, { type Alarms } from 'webextension-polyfill';
import { refreshBadge } from './badge.ts';
import { now, today } from './clock.ts';
import { remindOfFacts } from './fact-reminders.ts';
import { refreshDaily } from './refresh-orders.ts';
import { RUNS_ALARM, remind, setAlarm } from './reminders.ts';
import { deleteLeftLists, deleteOldRuns } from './retention.ts';

const DAILY_ALARM = 'daily';
const SETTINGS_ALARM = 'settings';
const ORDERS_ALARM = 'orders';

/** After a sleep of the computer it comes late, and is as good as in time: what is due is told by the database. */
export async function onAlarm({ name }: Alarms.Alarm): Promise<void> {
  if (name === RUNS_ALARM) await lookAtRuns();
  if (name === DAILY_ALARM || name === SETTINGS_ALARM) await deleteOldRuns(today());
  if (name === ORDERS_ALARM) {
    await refreshDaily(now());
    await remindOfFacts(now());
  }
  if (name === DAILY_ALARM) await deleteLeftLists(now());
  // An order may be late since midnight.
  if (name === DAILY_ALARM) await refreshBadge();
}

/** What is due is reminded of, the badge is right, and the next look is planned. */
export async function lookAtRuns(): Promise<void> {
  const at = now();
  await remind(at);
  await refreshBadge();
  await setAlarm(at);
}

/** When the browser starts, and when the extension is installed or updated. */
export async function startLookingAfterRuns(): Promise<void> {
  await lookAtRuns();
  await deleteOldRuns(today());
  await browser.alarms.create(DAILY_ALARM, { periodInMinutes: 24 * 60 });
  // Whether it is due is told by what is stored: a browser that is closed each evening never sees a day pass.
  await browser.alarms.create(ORDERS_ALARM, { delayInMinutes: 5, periodInMinutes: 60 });
}

/** A minute later, by what the settings are then: on its way from 24 to 0 a field may pass through 1. */
export async function planCleaning(): Promise<void> {
  await browser.alarms.create(SETTINGS_ALARM, { delayInMinutes: 1 });
}
