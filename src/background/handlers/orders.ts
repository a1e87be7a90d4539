import { notice } from '../../core/notices.ts';
import { isOnlyListed, OrderRecord } from '../../core/records/order.ts';
import { putOrders, takeOut, writeOrders } from '../db/put-orders.ts';
import { readable, readOne } from '../db/readable.ts';
import { RefusedError } from '../failures.ts';
import { absorb, answer } from '../merge/order-answer.ts';
import { stamped } from '../merge/stamp.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

/** The page makes the id, so a repeat finds its order and changes nothing. */
export const asked: Handler<'orders.asked'> = async ({ url, ...body }, { at, today }) => {
  const { staleDays } = await readSettings();
  return writeOrders(async (tx) => {
    const before = readOne(OrderRecord, await tx.objectStore('orders').get(body.id));
    if (before !== undefined) return { order: before };
    const order: OrderRecord = {
      ...stamped(body.id, 'checkout', at),
      ...body,
      date: today,
      state: 'unknown',
      evidence: 'asked',
      seen: { at, url },
      firstSeen: at,
      history: [],
    };
    await putOrders(tx, [{ record: order }], staleDays);
    return { order };
  });
};

export const answered: Handler<'orders.answered'> = async ({ id, ...body }, { at }) => {
  const { staleDays } = await readSettings();
  return writeOrders(async (tx) => {
    const store = tx.objectStore('orders');
    const row = await store.get(id);
    const before = readOne(OrderRecord, row);
    if (before === undefined) throw new RefusedError(notice('record-not-found'));
    let order = answer(before, body, at);
    // An Orders page may have listed it before its answer was told: one order, not two.
    const twins = order.number === undefined ? [] : await store.index('number').getAll(order.number);
    const others = twins.filter((twin) => twin.id !== id);
    const [twin] = readable(OrderRecord, others).records;
    if (twin !== undefined && others.length === 1 && isOnlyListed(twin)) {
      order = absorb(order, twin, at);
      await takeOut(tx, others);
    }
    await putOrders(tx, [{ record: order, before: row }], staleDays);
    return { order };
  });
};
