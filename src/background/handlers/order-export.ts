import { countLines, searchParts } from '../../core/orders/search.ts';
import { readLines } from '../db/kept-lines.ts';
import { readOrders } from '../db/put-orders.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';
import { standing } from './order-lists.ts';

/** Looks through the lines of all orders once; the records are fetched part by part. */
export const ids: Handler<'orders.ids'> = ({ filter, sort }, { at }) =>
  readOrders(async (tx) => {
    const parts = await readLines(tx.objectStore('orderParts'));
    const { hits } = searchParts(parts, filter, Number.MAX_SAFE_INTEGER, sort);
    const listed = parts.reduce((sum, part) => sum + countLines(part), 0);
    const stored = await tx.objectStore('orders').count();
    return { ids: hits.map(({ id }) => id), unlisted: Math.max(0, stored - listed), at };
  });

export const some: Handler<'orders.some'> = async ({ ids }, { today }) => {
  const { staleDays } = await readSettings();
  return readOrders(async (tx) => {
    const rows = await Promise.all(ids.map((id) => tx.objectStore('orders').get(id)));
    const found = rows.filter((row) => row !== undefined);
    return { ...standing(found, { today, staleDays }), gone: ids.length - found.length };
  });
};
