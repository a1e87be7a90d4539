import { notice } from '../../core/notices.ts';
import { judgeListAge } from '../../core/price-list/age.ts';
import { PriceListRecord } from '../../core/records/price-list.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import type { PriceListRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
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
  await write(['priceLists', 'priceItems'], async (tx) => {
    const store = tx.objectStore('priceLists');
    const rows = await store.getAll();
    const left = rows.filter((row) => row.id !== id);
    await Promise.all([store.delete(id), tx.objectStore('priceItems').delete(itemsOf(id))]);
    if (left.some((row) => row.active === 1)) return;
    const newest = newestFirst(left.filter((row) => row.complete === 1))[0];
    if (newest !== undefined) await store.put({ ...newest, active: 1 });
  });
  return storedLists(time);
};

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
