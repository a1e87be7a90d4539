import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type DiscountSchedule, StatedDiscounts } from '../core/rules/discount/schedule.ts';
import { log } from './db/log.ts';
import { StorageError } from './failures.ts';

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

/** Replaces all that can be read. @throws StorageError where the browser does not take them. */
export async function writeStated(schedules: readonly DiscountSchedule[]): Promise<void> {
  const { unreadable } = await readStated();
  try {
    await browser.storage.local.set({ [KEY]: [...schedules, ...unreadable] });
  } catch (error) {
    throw new StorageError(error instanceof Error ? error.message : 'storage.local');
  }
}
