import type { AnyMessageName } from '../core/messages/worker-contract.ts';
import { planCleaning } from './alarms.ts';
import { refreshBadge } from './badge.ts';
import { now } from './clock.ts';
import { remindOfFacts } from './fact-reminders.ts';
import { setAlarm } from './reminders.ts';
import { synchronise } from './sync/sync.ts';

const READS: ReadonlySet<AnyMessageName> = new Set([
  'orders.overview',
  'orders.questions',
  'orders.more',
  'orders.search',
  'orders.get',
  'orders.calendar',
  'orders.customers',
  'orders.ids',
  'orders.some',
  'runs.list',
  'runs.history',
  'data.overview',
  'data.part',
  'data.merge',
  'data.sync',
]);

/** What may have changed what the browser's sync carries. */
const SYNCED: ReadonlySet<AnyMessageName> = new Set([
  'states.set',
  'states.forget',
  'profiles.save',
  'profiles.import',
  'profiles.remove',
  'discount.put',
  'discount.drop',
  'data.merged',
]);

/** What a message that was answered may have changed beyond its records: the badge, and when to look next. */
export async function afterMessage(name: AnyMessageName): Promise<void> {
  if (READS.has(name)) return;
  if (SYNCED.has(name)) await synchronise(now());
  if (name === 'settings.set' || name === 'data.merged') await planCleaning();
  if (/^(orders|runs|states|settings|data)\./.test(name)) await refreshBadge();
  if (name === 'orders.seen') await remindOfFacts(now());
  if (/^(runs|data)\./.test(name) || name === 'settings.set') await setAlarm(now());
}
