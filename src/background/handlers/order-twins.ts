import { notice } from '../../core/notices.ts';
import { isOnlyListed, OrderRecord } from '../../core/records/order.ts';
import { putOrders, takeOut, writeOrders } from '../db/put-orders.ts';
import { readOne } from '../db/readable.ts';
import { RefusedError } from '../failures.ts';
import { absorb } from '../merge/order-answer.ts';
import { stamped } from '../merge/stamp.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

/** Asked twice, the listed record is gone the second time, and nothing is left to do. */
export const join: Handler<'orders.join'> = async ({ id, listed }, { at }) => {
  const { staleDays } = await readSettings();
  return writeOrders(async (tx) => {
    const store = tx.objectStore('orders');
    const [row, other] = await Promise.all([store.get(id), store.get(listed)]);
    const [order, twin] = [readOne(OrderRecord, row), readOne(OrderRecord, other)];
    if (order === undefined) throw new RefusedError(notice('record-not-found'));
    if (twin === undefined || other === undefined || id === listed) return {};
    // What the noted one has of its own must not get lost in the other.
    if (!isOnlyListed(twin)) throw new RefusedError(notice('record-not-found'));
    await takeOut(tx, [other]);
    await putOrders(tx, [{ record: absorb(order, twin, at, 'partner'), before: row }], staleDays);
    return {};
  });
};

export const part: Handler<'orders.part'> = async ({ id, listed }, { at }) => {
  const { staleDays } = await readSettings();
  return writeOrders(async (tx) => {
    const row = await tx.objectStore('orders').get(id);
    const order = readOne(OrderRecord, row);
    if (order === undefined) throw new RefusedError(notice('record-not-found'));
    if (order.apart?.includes(listed)) return {};
    const apart = [...(order.apart ?? []), listed];
    const record = {
      ...order,
      ...stamped(id, 'partner', at, order),
      firstSeen: order.firstSeen ?? order.updatedAt,
      apart,
    };
    await putOrders(tx, [{ record, before: row }], staleDays);
    return {};
  });
};
