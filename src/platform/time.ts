import type { MinutesSince } from '../core/run-standing.ts';

/** By the clock of the page that asks. */
export const minutesSince: MinutesSince = (instant) => (Date.now() - Date.parse(instant)) / 60_000;
