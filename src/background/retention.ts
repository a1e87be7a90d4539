import { addDays, addMonths } from '../core/calendar.ts';
import { isOpen } from '../core/conversion-run.ts';
import type { CalendarDate, Instant } from '../core/facts.ts';
import { RunRecord } from '../core/records/run.ts';
import { dayOf } from './clock.ts';
import { log } from './db/log.ts';
import { readable } from './db/readable.ts';
import { write } from './db/transact.ts';
import { clean } from './handlers/price-lists.ts';
import { readSettings } from './settings-store.ts';

/** Deletes settled runs that ended longer ago than they are to be kept. Never fails its event. */
export async function deleteOldRuns(today: CalendarDate): Promise<void> {
  try {
    const { keepRunsMonths } = await readSettings();
    if (keepRunsMonths > 0) await deleteEndedBefore(addMonths(today, -keepRunsMonths));
  } catch (error) {
    await log('retention', String(error));
  }
}

/** Price lists that were deleted, or never came in whole. Never fails its event. */
export async function deleteLeftLists(at: Instant): Promise<void> {
  try {
    await write(['priceLists', 'priceItems'], (tx) => clean(tx, at), 'relaxed');
  } catch (error) {
    await log('retention', String(error));
  }
}

/** One that is not settled stays however old it is, and so does one that cannot be read. */
const deleteEndedBefore = (day: CalendarDate): Promise<void> =>
  write(
    ['runs'],
    async (tx) => {
      const store = tx.objectStore('runs');
      // None that ended before the day began after it; a day more for the time zone.
      const range = IDBKeyRange.upperBound([addDays(day, 1)]);
      for (let cursor = await store.index('history').openCursor(range); cursor; cursor = await cursor.continue()) {
        const [run] = readable(RunRecord, [cursor.value]).records;
        if (run === undefined || cursor.value.open === 1 || isOpen(run)) continue;
        if (dayOf(run.endedAt ?? run.startedAt) < day) await cursor.delete();
      }
    },
    'relaxed',
  );
