import { nameKey } from '../../core/customer.ts';
import type { OrderRow as ListedRow } from '../../core/messages/contract.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import { orderRow } from '../db/rows.ts';
import type { OrderRow } from '../db/schema.ts';
import { type WriteTx, write } from '../db/transact.ts';
import { mayBe } from '../merge/order-match.ts';
import { type Known, type Listed, listedOrders, mergeOrders } from '../merge/orders.ts';
import type { Handler } from './handler.ts';

/** An Orders page was read. It adds and updates; what it does not list is left as it is, whole page or not. */
export const seen: Handler<'orders.seen'> = async ({ orders, url }, { at }) => {
  const { listed, untold } = listedOrders(orders.map(withTrimmedNumber));
  const merges = await write(['orders'], async (tx) => {
    const store = tx.objectStore('orders');
    const before = new Map<string, OrderRow>();
    const all = await Promise.all(listed.map(async (one) => ({ ...one, known: await known(tx, one, before) })));
    const made = mergeOrders(all, { at, url });
    await Promise.all(made.map(({ record }) => store.put(orderRow(record, before.get(record.id)))));
    return made;
  });
  if (untold > 0) await log('orders-without-identity', String(untold), at);
  const count = (kind: string): number => merges.filter((merge) => merge.kind === kind).length;
  return { added: count('added'), updated: count('updated') };
};

async function known(tx: WriteTx<['orders']>, { id, row }: Listed, before: Map<string, OrderRow>): Promise<Known> {
  const store = tx.objectStore('orders');
  const [own, byNumber, byReference] = await Promise.all([
    store.get(id),
    row.number === undefined ? [] : store.index('number').getAll(row.number),
    row.reference === undefined ? [] : store.index('reference').getAll(nameKey(row.reference)),
  ]);
  const rows = new Map([...(own ? [own] : []), ...byNumber].map((one) => [one.id, one]));
  for (const one of [...rows.values(), ...byReference]) before.set(one.id, one);
  const { records: same, unreadable } = readable(OrderRecord, [...rows.values()]);
  const candidates = readable(OrderRecord, byReference).records.filter((order) => mayBe(order, row));
  const sameDay = candidates.filter((order) => order.date === row.date);
  return { same, unreadable: unreadable > 0, candidates: sameDay.length > 0 ? sameDay : candidates };
}

function withTrimmedNumber(row: ListedRow): ListedRow {
  const { number, ...rest } = row;
  const trimmed = number?.trim();
  return trimmed === undefined || trimmed === '' ? rest : { ...rest, number: trimmed };
}
