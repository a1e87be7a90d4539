import { countLines, searchLine, withLines } from '../../core/orders/search.ts';
import type { OrderRecord } from '../../core/records/order.ts';
import { groupBy } from '../../core/rules/group-by.ts';
import { markChanged, partRange } from './kept-lines.ts';
import { orderRow } from './order-row.ts';
import type { OrderRow } from './schema.ts';
import { type ReadTx, read, type WriteTx, write } from './transact.ts';

/**
 * The stores that whoever writes orders writes in one transaction: what is searched is never older than what is stored, and
 * a word that changes its meaning changes it for all its orders.
 */
export type OrderTx = WriteTx<['orders', 'orderParts', 'stateWords', 'readings']>;

export type OrdersTx = ReadTx<['orders', 'orderParts', 'stateWords', 'readings']>;

export const writeOrders = <R>(work: (tx: OrderTx) => Promise<R>): Promise<R> =>
  write(['orders', 'orderParts', 'stateWords', 'readings'], work);

export const readOrders = <R>(work: (tx: OrdersTx) => Promise<R>): Promise<R> =>
  read(['orders', 'orderParts', 'stateWords', 'readings'], work);

/**
 * Orders in one search part; more are put into the next one. Chromium reads few large values several times as fast as many
 * small ones: from 64 KB on it keeps a value in a file of its own.
 */
export const PART_SIZE = 2000;

export interface OrderWrite {
  readonly record: OrderRecord;
  /** The row that it replaces. */
  readonly before?: OrderRow | undefined;
  /** Of a new one without a date: its place in the order of dates. */
  readonly sort?: string | undefined;
}

/** Writes orders and their lines. Each part is written once, however many of its orders change. */
export async function putOrders(tx: OrderTx, writes: readonly OrderWrite[], staleDays: number): Promise<void> {
  if (writes.length === 0) return;
  const places = await freePlaces(tx, writes.filter(({ before }) => before === undefined).length);
  const rows = writes.map(({ record, before, sort }) =>
    orderRow(record, staleDays, before?.part ?? places.pop() ?? 0, before?.sort ?? sort),
  );
  const lines = rows.map((row, i) => ({ row, line: searchLine((writes[i] as OrderWrite).record, row.sort) }));
  // Async, so that one that fails at once leaves none behind that nobody waits for.
  await Promise.all(rows.map(async (row) => tx.objectStore('orders').put(row)));
  await changeLines(
    tx,
    lines.map(({ row, line }) => [row, line]),
  );
}

/** Deletes orders and their lines. */
export async function takeOut(tx: OrderTx, rows: readonly OrderRow[]): Promise<void> {
  await Promise.all(rows.map(async ({ id }) => tx.objectStore('orders').delete(id)));
  await changeLines(
    tx,
    rows.map((row) => [row, undefined]),
  );
}

async function changeLines(tx: OrderTx, changes: readonly (readonly [OrderRow, string | undefined])[]): Promise<void> {
  if (changes.length === 0) return;
  const parts = groupBy(changes, ([row]) => row.part);
  const store = tx.objectStore('orderParts');
  for (const [id, changed] of parts) {
    const text = withLines((await store.get(id))?.text ?? '', new Map(changed.map(([row, line]) => [row.id, line])));
    await store.put({ id, lines: countLines(text), text });
  }
  await markChanged(store);
}

/** Part numbers for new orders, the last one first to be taken: in the newest part while it has room, then in new ones. */
async function freePlaces(tx: OrderTx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const last = (await tx.objectStore('orderParts').openCursor(partRange(), 'prev'))?.value;
  const places: number[] = [];
  for (let id = last?.id ?? 0, used = last?.lines ?? 0; places.length < count; used++) {
    if (used >= PART_SIZE) [id, used] = [id + 1, 0];
    places.push(id);
  }
  return places.reverse();
}
