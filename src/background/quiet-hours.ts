import type { Instant } from '../core/facts.ts';
import { isQuiet } from '../core/rules/reminders.ts';
import type { Settings } from '../core/settings.ts';
import { hourOf, nextHour } from './clock.ts';

type Hours = Pick<Settings, 'quietFrom' | 'quietUntil'>;

export const isQuietAt = (at: Instant, { quietFrom, quietUntil }: Hours): boolean =>
  isQuiet(hourOf(at), quietFrom, quietUntil);

/** When what is due may be told: at once, or when the quiet hours are over that it falls into, or in which it is still due. */
export function afterQuiet(due: Instant, at: Instant, hours: Hours): Instant {
  const moment = due > at ? due : at;
  return isQuietAt(moment, hours) ? nextHour(moment, hours.quietUntil) : due;
}
