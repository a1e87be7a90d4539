import * as v from 'valibot';
import { isOneOrder, joinOrders } from '../../core/backup/join-orders.ts';
import { joinRuns, takenIn } from '../../core/backup/join-runs.ts';
import { BlockingRow, type EntryOf } from '../../core/backup/stores.ts';
import { contentOf, type Verdict, verdictOf } from '../../core/backup/verdict.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { RunRecord } from '../../core/records/run.ts';
import type { Seen, Stamp } from '../../core/records/stamp.ts';
import { type OrderTx, type OrderWrite, putOrders, takeOut } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import { itemRow, pbxRow, runRow } from '../db/rows.ts';
import type { OrderRow, PlainRow } from '../db/schema.ts';
import type { WriteTx } from '../db/transact.ts';

type Stamped = Stamp & { readonly seen?: Seen | undefined };

/** What one entry of a file is to what is here. `broken`: it was not taken in. Nothing is written where `write` is false. */
export type Taken = Verdict | 'broken';

/** What is here and cannot be read stays: nothing is written over it. */
export async function takePlain<R extends Stamped>(
  store: { get(id: string): Promise<PlainRow | undefined>; put(row: PlainRow): Promise<unknown> },
  schema: v.GenericSchema<unknown, R>,
  record: R,
  write: boolean,
  toRow: (record: R, before: PlainRow | undefined) => PlainRow | Promise<PlainRow>,
): Promise<Taken> {
  const row = await store.get(record.id);
  const here = row && readable(schema, [row]).records[0];
  if (row !== undefined && here === undefined) return 'older';
  const verdict = verdictOf(record, here);
  if (write && (verdict === 'new' || verdict === 'newer')) {
    const revision = Math.max(record.revision, here?.revision ?? 0);
    await store.put(await toRow({ ...record, revision }, row));
  }
  return verdict;
}

/**
 * A PBX that this computer's later look at the customer's PBXes did not show may be gone: with it the set is not known to be
 * whole any more, until PBXes is looked at again.
 */
export async function takePbx(
  tx: WriteTx<['pbxes']>,
  { record, complete }: EntryOf<'pbxes'>,
  write: boolean,
): Promise<Taken> {
  const store = tx.objectStore('pbxes');
  return takePlain(store as never, PbxRecord, record, write, async (pbx) => {
    const others = readable(PbxRecord, await store.index('customer').getAll(record.customer.key)).records;
    const looked = others.some(({ id, seen }) => id !== record.id && seen.at > record.seen.at);
    return pbxRow(pbx, complete === 1 && !looked);
  });
}

/** Whether the signature is WMP's answer to this very cart, this computer has not seen: it is to be recalculated. */
export async function takeCart(tx: WriteTx<['carts']>, { record }: EntryOf<'carts'>, write: boolean): Promise<Taken> {
  const store = tx.objectStore('carts');
  if ((await store.getKey(record.id)) !== undefined) return 'older';
  if (write) await store.put({ id: record.id, record: { ...record, signature: '' } });
  return 'new';
}

export async function takeReminded(
  tx: WriteTx<['reminded']>,
  entry: EntryOf<'reminded'>,
  write: boolean,
): Promise<Taken> {
  const store = tx.objectStore('reminded');
  if ((await store.getKey(entry.id)) !== undefined) return 'same';
  if (write) await store.put(entry);
  return 'new';
}

/** Articles of a list that is here already are here with it: a list does not change once it is whole. */
export async function takeItem(
  tx: WriteTx<['priceItems', 'priceLists']>,
  { list, n, record }: EntryOf<'priceItems'>,
  write: boolean,
): Promise<Taken> {
  if ((await tx.objectStore('priceLists').get(list))?.complete === 1) return 'same';
  if (write) await tx.objectStore('priceItems').put(itemRow(list, n, record));
  return 'new';
}

/** Counts only with all its articles; is in use only where no other one is. */
export async function takeList(
  tx: WriteTx<['priceItems', 'priceLists']>,
  { record, active, begun }: EntryOf<'priceLists'>,
  write: boolean,
): Promise<Taken> {
  const store = tx.objectStore('priceLists');
  const rows = await store.getAll();
  if (rows.some(({ id, complete }) => id === record.id && complete === 1)) return 'same';
  if (!write) return 'new';
  const items = await tx.objectStore('priceItems').count(IDBKeyRange.bound([record.id], [record.id, []]));
  if (items !== record.items) return 'broken';
  const inUse = rows.some((row) => row.active === 1);
  await store.put({ id: record.id, record, complete: 1, active: inUse ? 0 : active, begun });
  return 'new';
}

/** A row that cannot be read is written as it is where it keeps devices from being converted, and is broken all the same. */
export async function takeRun(tx: WriteTx<['runs']>, entry: unknown, write: boolean): Promise<Taken> {
  const store = tx.objectStore('runs');
  const blocking = v.safeParse(BlockingRow, entry);
  if (blocking.success) {
    const { id } = blocking.output;
    if (write && (await store.getKey(id)) === undefined) await store.put({ ...blocking.output, open: 1 });
    return 'broken';
  }
  const { record } = entry as EntryOf<'runs'>;
  const row = await store.get(record.id);
  if (row === undefined) {
    if (write) await store.put(runRow(takenIn(record)));
    return 'new';
  }
  const [here] = readable(RunRecord, [row]).records;
  if (here === undefined) return 'older';
  const joined = joinRuns(record, here);
  if (contentOf(joined) === contentOf(here)) return contentOf(record) === contentOf(here) ? 'same' : 'older';
  if (write) await store.put(runRow(joined));
  return 'newer';
}

/**
 * Under its own id, else under its number: one order that two computers saw is one. All at once: the lines that are
 * searched are written in parts of many orders.
 */
export async function takeOrders(
  tx: OrderTx,
  entries: readonly EntryOf<'orders'>[],
  write: boolean,
  staleDays: number,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  let writes: OrderWrite[] = [];
  const waiting = new Set<string>();
  const flush = async () => {
    await putOrders(tx, writes, staleDays);
    writes = [];
    waiting.clear();
  };
  for (const entry of entries) {
    // Of two entries of one order the second one is held against what the first one made of it.
    const names = [entry.record.id, `number ${entry.record.number ?? entry.record.id}`];
    if (names.some((name) => waiting.has(name))) await flush();
    const [verdict, change] = await orderChange(tx, entry);
    taken.push(verdict);
    if (!write || change === undefined) continue;
    if (change.outdated !== undefined) await takeOut(tx, [change.outdated]);
    writes.push(change);
    for (const name of names) waiting.add(name);
  }
  await flush();
  return taken;
}

type Change = OrderWrite & { readonly outdated?: OrderRow };

async function orderChange(
  tx: OrderTx,
  { record, sort }: EntryOf<'orders'>,
): Promise<readonly [Taken, Change | undefined]> {
  const store = tx.objectStore('orders');
  const own = await store.get(record.id);
  const rows = own !== undefined ? [own] : await sameNumber(store.index('number'), record);
  const [before, here] = firstReadable(rows);
  if (before === undefined) return own !== undefined ? ['older', undefined] : ['new', { record, sort }];
  const joined = joinOrders(record, here);
  if (contentOf(joined) === contentOf(here))
    return [contentOf(record) === contentOf(here) ? 'same' : 'older', undefined];
  const change = joined.id === here.id ? { before } : { outdated: before, sort: before.sort };
  return ['newer', { record: joined, ...change }];
}

const sameNumber = async (
  index: { getAll(number: string): Promise<OrderRow[]> },
  record: OrderRecord,
): Promise<OrderRow[]> => {
  if (record.number === undefined) return [];
  const rows = await index.getAll(record.number);
  return rows.filter((row) => readable(OrderRecord, [row]).records.some((other) => isOneOrder(record, other)));
};

function firstReadable(rows: readonly OrderRow[]): readonly [OrderRow, OrderRecord] | readonly [undefined, undefined] {
  for (const row of rows) {
    const [record] = readable(OrderRecord, [row]).records;
    if (record !== undefined) return [row, record];
  }
  return [undefined, undefined];
}
