import { searchLine } from '../../core/orders/search.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { AT_ONCE } from '../../core/rules/order-standing.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import type { CompanionDb } from './open.ts';
import { orderRow } from './order-row.ts';
import { PART_SIZE } from './put-orders.ts';
import { readable } from './readable.ts';
import type { UpgradeTx } from './run-history.ts';
import type { OrderRow } from './schema.ts';

/**
 * What orders are grouped, searched and reconciled by. Rows of earlier versions get it beside their records, which stay as
 * they are; one that cannot be read keeps its place among the pending, where it is counted.
 */
export async function addOrderTracking(db: CompanionDb, tx: UpgradeTx): Promise<void> {
  db.createObjectStore('stateWords', { keyPath: 'id' });
  db.createObjectStore('readings', { keyPath: 'id' });
  db.createObjectStore('reminded', { keyPath: 'id' });
  const parts = db.createObjectStore('orderParts', { keyPath: 'id' });
  const orders = tx.objectStore('orders');
  orders.createIndex('standing', ['phase', 'day', 'id']);
  orders.createIndex('word', 'word');
  orders.createIndex('listed', 'listed');

  let [part, lines]: [number, string[]] = [0, []];
  for (let cursor = await orders.openCursor(); cursor; cursor = await cursor.continue()) {
    const [record] = readable(OrderRecord, [cursor.value]).records;
    await cursor.update(record === undefined ? unreadableRow(cursor.value) : trackedRow(record, cursor.value, part));
    if (record === undefined) continue;
    lines.push(searchLine(record, cursor.value.sort));
    if (lines.length < PART_SIZE) continue;
    await parts.put({ id: part, lines: lines.length, text: lines.join('\n') });
    [part, lines] = [part + 1, []];
  }
  if (lines.length > 0) await parts.put({ id: part, lines: lines.length, text: lines.join('\n') });
}

/** The setting came with this version, so it has its default. */
const trackedRow = (record: OrderRecord, before: OrderRow, part: number): OrderRow =>
  orderRow(record, DEFAULT_SETTINGS.staleDays, part, before.sort);

const unreadableRow = (row: OrderRow): OrderRow => ({
  ...row,
  phase: row.pending === 1 ? 1 : 2,
  day: AT_ONCE,
  part: 0,
});
