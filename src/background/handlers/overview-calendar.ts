import type { CalendarDate } from '../../core/facts.ts';
import { monthOf } from '../../core/month.ts';
import { eachShipment } from '../../core/orders/search.ts';
import { isPending, OrderRecord, type OrderState } from '../../core/records/order.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { readLines } from '../db/kept-lines.ts';
import { readable } from '../db/readable.ts';
import type { OrderPhase } from '../db/schema.ts';
import { type ReadTx, read } from '../db/transact.ts';
import type { Handler } from './handler.ts';

type CalendarTx = ReadTx<['orders', 'orderParts', 'pbxes']>;

/** Counts of a month, by the lines of orders: no order is read for them. */
export const month: Handler<'overview.month'> = ({ month: asked }, { today }) =>
  read(['orders', 'orderParts', 'pbxes'], async (tx) => {
    const shown = asked ?? monthOf(today);
    const days = new Map<CalendarDate, { shipments: number; expirations: number }>();
    const aside = { shipments: 0, expirations: 0, unreadable: 0 };
    const count = (date: string | undefined, kind: 'shipments' | 'expirations'): void => {
      if (!date) aside[kind]++;
      else if (date.startsWith(shown)) {
        const day = days.get(date as CalendarDate) ?? { shipments: 0, expirations: 0 };
        days.set(date as CalendarDate, { ...day, [kind]: day[kind] + 1 });
      }
    };
    const { dates, unreadable } = await shipments(tx);
    for (const date of dates.values()) count(date, 'shipments');
    const [undated, dated] = await Promise.all([readPbxes(tx, ''), readPbxes(tx, daysIn(shown))]);
    for (const { expiration } of [...undated.records, ...dated.records]) count(expiration, 'expirations');
    aside.unreadable = unreadable + undated.unreadable + dated.unreadable;
    return {
      month: shown,
      today,
      days: [...days].map(([date, counts]) => ({ date, ...counts })).sort((a, b) => (a.date < b.date ? -1 : 1)),
      aside,
    };
  });

/** Reads only the orders that it answers with. What cannot be read has no day, so it is counted without one. */
export const day: Handler<'overview.day'> = ({ date, skip, limit }) =>
  read(['orders', 'orderParts', 'pbxes'], async (tx) => {
    const all = await readPbxes(tx, date ?? '');
    const pbxes = all.records.sort((a, b) =>
      `${a.customer.key}\t${a.name}` < `${b.customer.key}\t${b.name}` ? -1 : 1,
    );
    const { dates, unreadable } = await shipments(tx);
    const ids = [...dates].flatMap(([id, at]) => (at === (date ?? '') ? [id] : [])).sort();
    const first = Math.max(0, skip - pbxes.length);
    const shownPbxes = pbxes.slice(skip, skip + limit);
    const wanted = ids.slice(first, first + limit - shownPbxes.length);
    const rows = await Promise.all(wanted.map((id) => tx.objectStore('orders').get(id)));
    const orders = readable(
      OrderRecord,
      rows.filter((row) => row !== undefined),
    );
    return {
      pbxes: shownPbxes,
      orders: orders.records,
      unreadable: orders.unreadable + all.unreadable + (date === undefined ? unreadable : 0),
      total: pbxes.length + ids.length,
    };
  });

/**
 * Shipment dates (empty: none) of the pending orders by their ids, and how many have no line: those could not be read when the
 * lines were made. Which ones are pending the lines say too, but for orders that were never placed; so those are counted
 * rather than fetched by their keys, which of many thousands takes half as long again.
 */
async function shipments(tx: CalendarTx): Promise<{ dates: Map<string, string>; unreadable: number }> {
  const standing = tx.objectStore('orders').index('standing');
  const [unplaced, pending, parts] = await Promise.all([
    standing.getAllKeys(phase(0)),
    standing.count(phase(1)),
    readLines(tx.objectStore('orderParts')),
  ]);
  const left = new Set(unplaced);
  const dates = new Map<string, string>();
  for (const part of parts)
    eachShipment(part, (id, date, state) => {
      if (isPending(state as OrderState) && !left.has(id)) dates.set(id, date);
    });
  return { dates, unreadable: Math.max(0, pending - dates.size) };
}

const phase = (of: OrderPhase): IDBKeyRange => IDBKeyRange.bound([of], [of + 1], false, true);

/** The PBXes that expire then; empty: those that show no expiration, and with them those that could not be read. */
const readPbxes = async (tx: CalendarTx, expires: string | IDBKeyRange) =>
  readable(PbxRecord, await tx.objectStore('pbxes').index('expires').getAll(expires));

const daysIn = (month: string): IDBKeyRange => IDBKeyRange.bound(`${month}-01`, `${month}-31`);
