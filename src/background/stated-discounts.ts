import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { notice } from '../core/notices.ts';
import { type DiscountSchedule, StatedDiscounts } from '../core/rules/discount/schedule.ts';
import { log } from './db/log.ts';
import { RefusedError, StorageError } from './failures.ts';

/** Not in the sync'd settings: those hold 8 KB. */
const KEY = 'discounts';

interface Stated {
  readonly schedules: DiscountSchedule[];
  readonly unreadable: readonly unknown[];
}

/** The partner's own discounts, each by itself: one that cannot be read is set aside, the others stay. */
export async function readStated(): Promise<Stated> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const all: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const schedules: DiscountSchedule[] = [];
  const unreadable: unknown[] = [];
  for (const one of all) {
    const read = v.safeParse(StatedDiscounts, [one]);
    if (read.success) schedules.push(...read.output);
    else unreadable.push(one);
  }
  if (unreadable.length > 0) await log('records-unreadable', `discounts: ${unreadable.length}`);
  return { schedules, unreadable };
}

/**
 * Changes those that can be read, one change after the other: of two that come at once neither writes over the other.
 * @throws StorageError where the browser does not take them; RefusedError where there would be too many.
 */
export const changeStated = (
  change: (schedules: readonly DiscountSchedule[]) => readonly DiscountSchedule[],
): Promise<void> =>
  navigator.locks.request(KEY, {}, async () => {
    const { schedules, unreadable } = await readStated();
    const changed = change(schedules);
    if (changed === schedules) return;
    if (!v.is(StatedDiscounts, changed)) throw new RefusedError(notice('discounts-too-many'));
    try {
      await browser.storage.local.set({ [KEY]: [...changed, ...unreadable] });
    } catch (error) {
      throw new StorageError(error instanceof Error ? error.message : 'storage.local');
    }
  });

/** With one of them put in, in the place of the one of its id. */
export const withSchedule = (
  schedules: readonly DiscountSchedule[],
  schedule: DiscountSchedule,
): readonly DiscountSchedule[] =>
  schedules.some(({ id }) => id === schedule.id)
    ? schedules.map((one) => (one.id === schedule.id ? schedule : one))
    : [...schedules, schedule];
