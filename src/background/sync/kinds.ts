import * as v from 'valibot';
import type { Instant } from '../../core/facts.ts';
import { PROFILES_CHANGED } from '../../core/messages/profile-contract.ts';
import { arriving, leaving } from '../../core/records/origin.ts';
import { ProfileRecord } from '../../core/records/profile.ts';
import { StateWordRecord } from '../../core/records/state-word.ts';
import { StatedDiscount } from '../../core/rules/discount/schedule.ts';
import type { SyncItem } from '../../core/sync/plan.ts';
import { readable } from '../db/readable.ts';
import { read, write } from '../db/transact.ts';
import { takeWord } from '../handlers/state-words.ts';
import { changeStated, readStated } from '../stated-discounts.ts';
import { tellPages } from '../tell-pages.ts';

/** What follows the partner through the browser's sync, besides the settings that lie in it. */
export interface SyncKind {
  readonly prefix: string;
  /** @param here The id of this installation: what it wrote says so in the sync. */
  read(here: string): Promise<SyncItem[]>;
  /** Whether an item can be read: one of a newer version may not. */
  isKnown(item: SyncItem): boolean;
  /** Takes items that are known as they are, or removes what has no body. */
  take(items: readonly SyncItem[], at: Instant, here: string): Promise<void>;
}

const idOf = (prefix: string, { key }: SyncItem): string => key.slice(prefix.length);

const words: SyncKind = {
  prefix: 'word:',
  async read(here) {
    const rows = await read(['stateWords'], (tx) => tx.objectStore('stateWords').getAll());
    return readable(StateWordRecord, rows).records.map((record) => ({
      key: `word:${record.id}`,
      at: record.updatedAt,
      body: leaving(record, here),
    }));
  },
  isKnown: (item) => v.is(StateWordRecord, item.body) && item.body.id === idOf('word:', item),
  async take(items, at, here) {
    for (const item of items) {
      const id = idOf('word:', item);
      const record = v.safeParse(StateWordRecord, item.body);
      await write(['stateWords'], async (tx) => {
        const store = tx.objectStore('stateWords');
        await (record.success ? store.put({ id, record: arriving(record.output, here) }) : store.delete(id));
      });
      await takeWord(id, at);
    }
  },
};

const profiles: SyncKind = {
  prefix: 'page:',
  async read(here) {
    const rows = await read(['profiles'], (tx) => tx.objectStore('profiles').getAll());
    return readable(ProfileRecord, rows).records.map((record) => ({
      key: `page:${record.id}`,
      at: record.updatedAt,
      body: leaving(record, here),
    }));
  },
  isKnown: (item) => v.is(ProfileRecord, item.body) && item.body.id === idOf('page:', item),
  async take(items, at, here) {
    await write(['profiles'], async (tx) => {
      const store = tx.objectStore('profiles');
      for (const item of items) {
        const id = idOf('page:', item);
        const record = v.safeParse(ProfileRecord, item.body);
        if (item.body === undefined) await store.delete(id);
        else if (record.success) await store.put({ id, record: arriving(record.output, here) });
      }
    });
    await tellPages(PROFILES_CHANGED, at);
  },
};

/** They carry no date of their own: of two computers that change one, the one that synchronises last wins. */
const discounts: SyncKind = {
  prefix: 'discount:',
  async read() {
    const { schedules } = await readStated();
    return schedules.map((body) => ({ key: `discount:${body.id}`, at: '', body }));
  },
  isKnown: (item) => v.is(StatedDiscount, item.body) && item.body.id === idOf('discount:', item),
  async take(items) {
    await changeStated((schedules) => {
      const known = new Map(schedules.map((one) => [one.id, one]));
      for (const item of items) {
        const schedule = v.safeParse(StatedDiscount, item.body);
        if (item.body === undefined) known.delete(idOf('discount:', item));
        else if (schedule.success) known.set(schedule.output.id, schedule.output);
      }
      return [...known.values()];
    });
  },
};

export const SYNC_KINDS: readonly SyncKind[] = [words, profiles, discounts];
