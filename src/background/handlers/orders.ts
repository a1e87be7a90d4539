import { notice } from '../../core/notices.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { orderRow } from '../db/rows.ts';
import type { OrderRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { absorb, answer } from '../merge/order-answer.ts';
import { stamped } from '../merge/stamp.ts';
import type { Handler } from './handler.ts';

/** The page makes the id, so a repeat finds its order and changes nothing. */
export const asked: Handler<'orders.asked'> = ({ url, ...body }, { at, today }) =>
  write(['orders'], async (tx) => {
    const store = tx.objectStore('orders');
    const before = readOne(OrderRecord, await store.get(body.id));
    if (before !== undefined) return { order: before };
    const order: OrderRecord = {
      ...stamped(body.id, 'checkout', at),
      ...body,
      date: today,
      state: 'unknown',
      evidence: 'asked',
      seen: { at, url },
      history: [],
    };
    await store.put(orderRow(order));
    return { order };
  });

export const answered: Handler<'orders.answered'> = ({ id, ...body }, { at }) =>
  write(['orders'], async (tx) => {
    const store = tx.objectStore('orders');
    const row = await store.get(id);
    const before = readOne(OrderRecord, row);
    if (before === undefined) throw new RefusedError(notice('record-not-found'));
    let order = answer(before, body, at);
    // An Orders page may have listed it before its answer was told: one order, not two.
    const twins = order.number === undefined ? [] : await store.index('number').getAll(order.number);
    const others = readable(
      OrderRecord,
      twins.filter((twin) => twin.id !== id),
    ).records;
    const [twin] = others;
    if (twin !== undefined && others.length === 1 && twin.lines.length === 0) {
      order = absorb(order, twin, at);
      await store.delete(twin.id);
    }
    await store.put(orderRow(order, row));
    return { order };
  });

const PENDING = () => IDBKeyRange.bound([1], [2], false, true);

/** A walk along the index: as quick with 100,000 orders stored as with ten. */
export const pending: Handler<'orders.pending'> = async ({ limit }) => {
  const { rows, total } = await read(['orders'], async (tx) => {
    const index = tx.objectStore('orders').index('pending');
    const found: OrderRow[] = [];
    let readableOnes = 0;
    for (let cursor = await index.openCursor(PENDING()); cursor; cursor = await cursor.continue()) {
      found.push(cursor.value);
      readableOnes += readable(OrderRecord, [cursor.value]).records.length;
      if (readableOnes === limit) break;
    }
    return { rows: found, total: await index.count(PENDING()) };
  });
  const { records, unreadable } = readable(OrderRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `orders: ${unreadable}`);
  return { orders: records, total, unreadable };
};

export const countPending = (): Promise<number> =>
  read(['orders'], (tx) => tx.objectStore('orders').index('pending').count(PENDING()));
