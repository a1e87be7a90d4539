import { OrderRecord } from '../../core/records/order.ts';
import { orderRow } from './order-row.ts';
import { readable } from './readable.ts';
import { write } from './transact.ts';

/** Pending orders by another number of days without a change. Their records stay as they are. */
export const placeAnew = (staleDays: number): Promise<void> =>
  write(['orders'], async (tx) => {
    const pending = tx.objectStore('orders').index('pending');
    for (let cursor = await pending.openCursor(IDBKeyRange.lowerBound([1])); cursor; cursor = await cursor.continue()) {
      const [record] = readable(OrderRecord, [cursor.value]).records;
      if (record !== undefined) await cursor.update(orderRow(record, staleDays, cursor.value.part, cursor.value.sort));
    }
  });
