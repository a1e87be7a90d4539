import { nameKey } from '../../core/customer.ts';
import type { OrderRow as ListedRow } from '../../core/messages/contract.ts';
import { originOf } from '../../core/messages/senders.ts';
import { type OwnWords, stateOf } from '../../core/orders/states.ts';
import { OrderRecord } from '../../core/records/order.ts';
import type { ReadingRecord } from '../../core/records/reading.ts';
import { log } from '../db/log.ts';
import { type OrderTx, putOrders, writeOrders } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import type { OrderRow } from '../db/schema.ts';
import { mayBe } from '../merge/order-match.ts';
import { type Known, type Listed, listedOrders, mergeOrders } from '../merge/orders.ts';
import { goneFrom } from '../merge/orders-gone.ts';
import { stamped } from '../merge/stamp.ts';
import { ownWords } from '../own-words.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

/**
 * An Orders page was read. It adds and updates; what a whole list does not show is marked as not shown any more. What part
 * of a list does not show is left as it is.
 */
export const seen: Handler<'orders.seen'> = async ({ orders, complete, list = false, url }, { at }) => {
  const { staleDays } = await readSettings();
  const { merges, untold, foreign } = await writeOrders(async (tx) => {
    const own = ownWords(await tx.objectStore('stateWords').getAll());
    const { listed, untold } = listedOrders(orders.map((row) => understood(row, own)));
    const before = new Map<string, OrderRow>();
    const all = await Promise.all(listed.map(async (one) => ({ ...one, known: await known(tx, one, before) })));
    const merges = mergeOrders(all, { at, url });
    const whole = complete && list && untold === 0;
    const present = new Set([...merges.map(({ record }) => record.id), ...all.flatMap(({ known: { ids } }) => ids)]);
    const gone = whole ? await goneFrom(tx, originOf(url), present, at) : { writes: [], foreign: false };
    const writes = merges.map(({ record }) => ({ record, before: before.get(record.id) }));
    await putOrders(tx, [...writes, ...gone.writes], staleDays);
    if (list) await noteReading(tx, { seen: { at, url }, rows: orders.length, complete: whole && !gone.foreign });
    return { merges, untold, foreign: gone.foreign };
  });
  if (untold > 0) await log('orders-without-identity', String(untold), at);
  if (foreign) await log('orders-of-another-account', originOf(url), at);
  const count = (kind: string): number => merges.filter((merge) => merge.kind === kind).length;
  return { added: count('added'), updated: count('updated') };
};

async function known(
  tx: OrderTx,
  { id, row }: Listed,
  before: Map<string, OrderRow>,
): Promise<Known & { readonly ids: readonly string[] }> {
  const store = tx.objectStore('orders');
  const [own, byNumber, byReference] = await Promise.all([
    store.get(id),
    row.number === undefined ? [] : store.index('number').getAll(row.number),
    row.reference === undefined ? [] : store.index('reference').getAll(nameKey(row.reference)),
  ]);
  const rows = new Map([...(own ? [own] : []), ...byNumber].map((one) => [one.id, one]));
  for (const one of [...rows.values(), ...byReference]) before.set(one.id, one);
  const { records: same, unreadable } = readable(OrderRecord, [...rows.values()]);
  const fitting = readable(OrderRecord, byReference).records.filter((order) => mayBe(order, row));
  const candidates = fitting.filter(({ apart }) => apart?.includes(id) !== true);
  const sameDay = candidates.filter((order) => order.date === row.date);
  // Whichever of them it is, it is listed.
  const ids = [...rows.keys(), ...(rows.size === 0 ? fitting.map((order) => order.id) : [])];
  return { same, unreadable: unreadable > 0, candidates: sameDay.length > 0 ? sameDay : candidates, ids };
}

/** Its number without what stands around it, and its status word by what the partner takes it to mean. */
function understood(row: ListedRow, own: OwnWords): ListedRow {
  const { number, ...rest } = row;
  const trimmed = number?.trim();
  return {
    ...rest,
    ...(trimmed === undefined || trimmed === '' ? {} : { number: trimmed }),
    ...(row.statusText === undefined ? {} : { state: stateOf(row.statusText, own) }),
  };
}

async function noteReading(tx: OrderTx, reading: Pick<ReadingRecord, 'seen' | 'rows' | 'complete'>): Promise<void> {
  const id = originOf(reading.seen.url);
  const record: ReadingRecord = { ...stamped(id, 'page', reading.seen.at), ...reading };
  await tx.objectStore('readings').put({ id, record });
}
