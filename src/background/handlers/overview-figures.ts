import { figuresOf } from '../../core/orders/figures.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { readable } from '../db/readable.ts';
import { read } from '../db/transact.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

/** A part of the orders at a time: a worker that is killed in between has lost nothing, and no answer takes long. */
export const figures: Handler<'overview.figures'> = async ({ after, limit }) => {
  const { pagePrice } = await readSettings();
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const rows = await read(['orders'], (tx) => tx.objectStore('orders').getAll(range, limit));
  const { records, unreadable } = readable(OrderRecord, rows);
  const last = rows.length === limit ? rows.at(-1)?.id : undefined;
  return {
    figures: figuresOf(records, unreadable, pagePrice),
    covers: pagePrice,
    ...(last !== undefined && { next: last }),
  };
};
