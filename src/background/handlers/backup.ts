import browser from 'webextension-polyfill';
import { BACKUP_STORES, partSize } from '../../core/backup/stores.ts';
import { VERDICTS } from '../../core/backup/verdict.ts';
import { CUSTOMERS_CHANGED } from '../../core/messages/memory-contract.ts';
import { PROFILES_CHANGED } from '../../core/messages/profile-contract.ts';
import { notice } from '../../core/notices.ts';
import { merge } from '../backup/merge.ts';
import { type DbStore, TO_ENTRY } from '../backup/rows.ts';
import { withDb } from '../db/open.ts';
import type { PriceListRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
import { RefusedError, StorageError } from '../failures.ts';
import { installationId } from '../installation.ts';
import { readSettings } from '../settings-store.ts';
import { readStated } from '../stated-discounts.ts';
import { synchronise, syncState } from '../sync/sync.ts';
import { tellPages } from '../tell-pages.ts';
import type { Handler } from './handler.ts';
import { itemsOf } from './price-lists.ts';
import { takeWord } from './state-words.ts';

/** Broken entries that are named one by one. */
const NAMED = 5;

const DB_STORES = BACKUP_STORES.filter((store): store is DbStore => store !== 'settings' && store !== 'discounts');

export const overview: Handler<'data.overview'> = async ({ leaving }) => {
  const { schedules } = await readStated();
  const counts = await read(DB_STORES, async (tx) => {
    const all = await Promise.all(
      DB_STORES.map(async (store) => [store, await tx.objectStore(store).count()] as const),
    );
    return Object.fromEntries(all) as Record<DbStore, number>;
  });
  const openRuns = await read(['runs'], (tx) => tx.objectStore('runs').index('open').count(1));
  const all = { ...counts, settings: 1, discounts: schedules.length };
  return { counts: all, openRuns, ...(leaving && { installation: await installationId() }) };
};

export const part: Handler<'data.part'> = async ({ store, after }) => {
  if (store === 'settings') return { entries: [{ record: await readSettings() }] };
  if (store === 'discounts') return { entries: (await readStated()).schedules.map((record) => ({ record })) };
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  const size = partSize(store);
  return read([store], async (tx) => {
    const source = tx.objectStore(store);
    const rows = (await source.getAll(range as never, size)) as never[];
    const keys = await source.getAllKeys(range as never, size);
    const last = keys.at(-1);
    return {
      entries: rows.filter((row) => store !== 'priceLists' || isWhole(row)).map((row) => TO_ENTRY[store](row)),
      ...(rows.length === size && last !== undefined && { next: last as string }),
    };
  });
};

/** A list of which articles are still being written is not there yet. */
const isWhole = ({ complete }: PriceListRow): boolean => complete === 1;

export const mergePart: Handler<'data.merge'> = async ({ store, entries, first, from, write: writes }, time) => {
  const { taken, wrong } = await merge(store, entries, { write: writes, from, here: await installationId() }, time);
  const counts = Object.fromEntries(VERDICTS.map((one) => [one, taken.filter((other) => other === one).length]));
  return {
    ...(counts as Record<(typeof VERDICTS)[number], number>),
    broken: wrong.length,
    wrong: wrong.slice(0, NAMED).map(({ at, where }) => ({ n: first + at + 1, where })),
  };
};

/** What follows from records that came in past the pages that show them. */
export const merged: Handler<'data.merged'> = async (_, { at }) => {
  await dropLooseItems();
  const words = await read(['stateWords'], (tx) => tx.objectStore('stateWords').getAllKeys());
  for (const id of words) await takeWord(id, at);
  await tellPages(PROFILES_CHANGED, at);
  await tellPages(CUSTOMERS_CHANGED, at);
  return {};
};

/** Articles whose list never came: an import that broke off between them. */
const dropLooseItems = (): Promise<void> =>
  write(['priceLists', 'priceItems'], async (tx) => {
    const lists = new Set(await tx.objectStore('priceLists').getAllKeys());
    const items = tx.objectStore('priceItems');
    for (let cursor = await items.openKeyCursor(); cursor; ) {
      const [list] = cursor.key;
      if (!lists.has(list)) await items.delete(itemsOf(list));
      cursor = await cursor.continue([list, [] as never]);
    }
  });

export const sync: Handler<'data.sync'> = async (_, { at }) => {
  await synchronise(at);
  const state = await syncState();
  return { ...(state && { state }) };
};

/** The database at once or not at all; what the browser itself keeps comes after it. */
export const clear: Handler<'data.clear'> = async ({ openRuns }) => {
  const stores = await withDb(async (db) => [...db.objectStoreNames]);
  await write(stores, async (tx) => {
    const open = await tx.objectStore('runs').index('open').count(1);
    if (open > openRuns) throw new RefusedError(notice('clear-runs-changed', { count: open }));
    await Promise.all(stores.map((store) => tx.objectStore(store).clear()));
  });
  try {
    await Promise.all([browser.storage.local.clear(), browser.storage.sync.clear(), browser.storage.session?.clear()]);
  } catch (error) {
    throw new StorageError(error instanceof Error ? error.message : 'storage');
  }
  const shown = await browser.notifications.getAll();
  await Promise.all(Object.keys(shown).map((id) => browser.notifications.clear(id)));
  return {};
};
