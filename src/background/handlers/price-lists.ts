import type { Instant } from '../../core/facts.ts';
import { notice } from '../../core/notices.ts';
import { judgeListAge } from '../../core/price-list/age.ts';
import { PriceListRecord } from '../../core/records/price-list.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import type { PriceListRow } from '../db/schema.ts';
import { read, type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { readSettings } from '../settings-store.ts';
import type { EventTime, Handler } from './handler.ts';

export const list: Handler<'priceLists.list'> = (_, time) => storedLists(time);

export const activate: Handler<'priceLists.activate'> = async ({ id }, time) => {
  await write(['priceLists'], async (tx) => {
    const store = tx.objectStore('priceLists');
    const rows = await store.getAll();
    if (!rows.some((row) => row.id === id && row.complete === 1)) throw new RefusedError(notice('record-not-found'));
    await Promise.all(withActive(rows, id).map((row) => store.put(row)));
  });
  return storedLists(time);
};

export const remove: Handler<'priceLists.remove'> = async ({ id }, time) => {
  await write(['priceLists'], async (tx) => {
    const store = tx.objectStore('priceLists');
    const rows = await store.getAll();
    const gone = rows.find((row) => row.id === id && row.complete === 1);
    if (gone === undefined) return;
    await store.put({ ...gone, complete: 0, active: 0, removed: time.at });
    if (gone.active === 0) return;
    const newest = newestFirst(rows.filter((row) => row.complete === 1 && row.id !== id))[0];
    if (newest !== undefined) await store.put({ ...newest, active: 1 });
  });
  return storedLists(time);
};

export const restore: Handler<'priceLists.restore'> = async ({ id, active }, time) => {
  await write(['priceLists'], async (tx) => {
    const store = tx.objectStore('priceLists');
    const rows = await store.getAll();
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new RefusedError(notice('record-not-found'));
    if (row.removed === undefined) return;
    const { removed: _, ...back } = row;
    const whole: PriceListRow = { ...back, complete: 1 };
    await store.put(whole);
    const others = rows.filter((one) => one.id !== id);
    if (active) await Promise.all(withActive([...others, whole], id).map((changed) => store.put(changed)));
  });
  return storedLists(time);
};

/** An import that was begun, or a list that was deleted, so long ago is not gone on with, or taken back. */
const LEFT_MS = 60 * 60 * 1000;

/** Deletes lists that are not whole and nobody waits for any more, with their articles. */
export async function clean(tx: WriteTx<['priceLists', 'priceItems']>, at: Instant): Promise<void> {
  const store = tx.objectStore('priceLists');
  for (const row of await store.getAll()) {
    if (row.complete === 1 || Date.parse(at) - Date.parse(row.removed ?? row.begun) < LEFT_MS) continue;
    await Promise.all([store.delete(row.id), tx.objectStore('priceItems').delete(itemsOf(row.id))]);
  }
}

/** All articles of one list. */
export const itemsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** The rows whose mark has to change so that `id` is the only active list. */
export const withActive = (rows: readonly PriceListRow[], id: string): PriceListRow[] =>
  rows
    .filter((row) => row.active === 1 || row.id === id)
    .map((row) => ({ ...row, active: row.id === id ? (1 as const) : (0 as const) }));

const newestFirst = <R extends PriceListRow>(rows: readonly R[]): R[] =>
  [...rows].sort((a, b) => (a.begun < b.begun ? 1 : -1));

export async function storedLists({ today }: EventTime) {
  const rows = (await read(['priceLists'], (tx) => tx.objectStore('priceLists').getAll())).filter(
    (row) => row.complete === 1,
  );
  const { records, unreadable } = readable(PriceListRecord, newestFirst(rows));
  if (unreadable > 0) await log('records-unreadable', `priceLists: ${unreadable}`);
  const active = rows.find((row) => row.active === 1)?.id;
  const inUse = records.find(({ id }) => id === active);
  const warning = inUse && judgeListAge(inUse.listDate, today, (await readSettings()).listAgeMonths);
  return { lists: records, ...(active !== undefined && { active }), ...(warning && { warning }), unreadable };
}
