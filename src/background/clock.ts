import type { CalendarDate, Instant } from '../core/facts.ts';

/** The worker's only clock. Handlers are told the time of their event, so that tests can choose it. */
export const now = (): Instant => new Date().toISOString() as Instant;

/** Today where the partner sits: an order placed at 23:30 is of that day, whatever day it is in Greenwich. */
export function today(date: Date = new Date()): CalendarDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as CalendarDate;
}

/** The day on which something was seen, where the partner sits. */
export const dayOf = (instant: Instant): CalendarDate => today(new Date(instant));

export const minutesAfter = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString() as Instant;

/** The hour of the day where the partner sits. */
export const hourOf = (instant: Instant): number => new Date(instant).getHours();

/** When the clock on the partner's wall next shows a full hour of the day. */
export function nextHour(instant: Instant, hour: number): Instant {
  const date = new Date(instant);
  date.setHours(hour, 0, 0, 0);
  if (date.getTime() <= Date.parse(instant)) date.setDate(date.getDate() + 1);
  return date.toISOString() as Instant;
}

export const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000;
