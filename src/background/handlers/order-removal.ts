import { OrderRecord } from '../../core/records/order.ts';
import { putOrders, takeOut, writeOrders } from '../db/put-orders.ts';
import { readOne } from '../db/readable.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

/** WMP is not touched: where Orders shows it again, it is taken in like any other. */
export const remove: Handler<'orders.remove'> = ({ id }) =>
  writeOrders(async (tx) => {
    const row = await tx.objectStore('orders').get(id);
    const record = readOne(OrderRecord, row);
    if (row === undefined || record === undefined) return {};
    await takeOut(tx, [row]);
    return { removed: { record, sort: row.sort } };
  });

export const restore: Handler<'orders.restore'> = async ({ removed: { record, sort } }) => {
  const { staleDays } = await readSettings();
  return writeOrders(async (tx) => {
    // What came back meanwhile is newer than what was deleted.
    if ((await tx.objectStore('orders').getKey(record.id)) === undefined)
      await putOrders(tx, [{ record, sort }], staleDays);
    return {};
  });
};
