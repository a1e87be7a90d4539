import type { Instant } from '../../core/facts.ts';
import { OrderRecord } from '../../core/records/order.ts';
import type { OrderTx, OrderWrite } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import { notShown } from './order-change.ts';

/**
 * The orders of a portal that a whole reading of its Orders list does not show any more. A list that shows none of those
 * that were listed before is another account's (`foreign`): it says nothing of them.
 */
export async function goneFrom(
  tx: OrderTx,
  origin: string,
  present: ReadonlySet<string>,
  at: Instant,
): Promise<{ writes: OrderWrite[]; foreign: boolean }> {
  const store = tx.objectStore('orders');
  const listed = await store.index('listed').getAllKeys(origin);
  const missing = listed.filter((id) => !present.has(id));
  const foreign = missing.length > 0 && missing.length === listed.length;
  if (foreign) return { writes: [], foreign };
  const rows = (await Promise.all(missing.map((id) => store.get(id)))).filter((row) => row !== undefined);
  const writes = rows.flatMap((before) =>
    readable(OrderRecord, [before]).records.map((record) => ({ record: notShown(record, at), before })),
  );
  return { writes, foreign };
}
