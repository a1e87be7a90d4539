import { addDays, daysBetween } from '../../core/calendar.ts';
import type { CalendarDate } from '../../core/facts.ts';
import {
  MOST_COUNTED,
  type OrderPlace,
  type ShownGroup,
  type StandingOrder,
  type TrackedOrder,
} from '../../core/messages/tracker-contract.ts';
import { isOnlyListed, OrderRecord } from '../../core/records/order.ts';
import { AT_ONCE, lastChange, orderStanding } from '../../core/rules/order-standing.ts';
import { dayOf } from '../clock.ts';
import { type OrdersTx, readOrders } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import type { OrderRow } from '../db/schema.ts';
import { isLike, isLikeUnnamed } from '../merge/order-match.ts';

/** Done orders are "recently" done for this long. */
const RECENT_DAYS = 14;

/** The part of the standing index that is a group today. Ids end before any text of it does. */
export function groupRange(group: ShownGroup, today: CalendarDate): IDBKeyRange {
  if (group === 'needs-you') return IDBKeyRange.bound([1, AT_ONCE], [1, today, []]);
  if (group === 'on-the-way') return IDBKeyRange.bound([1, today, []], [2], true, true);
  return IDBKeyRange.bound([2, addDays(today, -RECENT_DAYS)], [3], false, true);
}

export interface GroupPart {
  readonly rows: OrderRow[];
  readonly next: OrderPlace | undefined;
}

/** Some rows of a group: pending ones by when they need or needed the partner, done ones newest first. */
export async function groupPart(
  tx: OrdersTx,
  group: ShownGroup,
  today: CalendarDate,
  limit: number,
  after?: OrderPlace,
): Promise<GroupPart> {
  const whole = groupRange(group, today);
  const newest = group === 'done';
  const at = after === undefined ? undefined : [group === 'done' ? 2 : 1, after.day, after.id];
  const range =
    at === undefined
      ? whole
      : newest
        ? IDBKeyRange.bound(whole.lower, at, false, true)
        : IDBKeyRange.bound(at, whole.upper, true, whole.upperOpen);
  const index = tx.objectStore('orders').index('standing');
  // One question instead of one per row; it can be put in one direction only.
  const rows: OrderRow[] = newest ? [] : await index.getAll(range, limit + 1);
  if (newest)
    for (
      let cursor = await index.openCursor(range, 'prev');
      cursor && rows.length <= limit;
      cursor = await cursor.continue()
    )
      rows.push(cursor.value);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), next: last && { day: last.day, id: last.id } };
}

/** Orders that need the partner since some day, those that do so since yesterday or today first: however many did at once. */
export async function lateRows(tx: OrdersTx, today: CalendarDate, limit: number): Promise<OrderRow[]> {
  const rows: OrderRow[] = [];
  const range = IDBKeyRange.bound([1, AT_ONCE, []], [1, today, []]);
  const index = tx.objectStore('orders').index('standing');
  for (
    let cursor = await index.openCursor(range, 'prev');
    cursor && rows.length < limit;
    cursor = await cursor.continue()
  )
    rows.push(cursor.value);
  return rows;
}

/** How many orders a group has, counted to {@link MOST_COUNTED}: counting all of an index takes as long as it is. */
export const groupCount = async (
  tx: OrdersTx,
  group: ShownGroup,
  today: CalendarDate,
  most: number = MOST_COUNTED,
): Promise<number> =>
  (await tx.objectStore('orders').index('standing').getAllKeys(groupRange(group, today), most)).length;

/** What orders are judged by today. */
interface Today {
  readonly today: CalendarDate;
  readonly staleDays: number;
}

/** Rows as orders that stand somewhere today. */
export function standing(
  rows: readonly OrderRow[],
  { today, staleDays }: Today,
): { orders: StandingOrder[]; unreadable: number } {
  const { records, unreadable } = readable(OrderRecord, rows);
  const orders = records.map((order) => {
    const basis = { changed: dayOf(lastChange(order)), staleDays };
    const { group, reasons } = orderStanding(order, basis, today);
    return { order, group, reasons: [...reasons] };
  });
  return { orders, unreadable };
}

/** The same with the orders that they may be. */
export async function tracked(
  tx: OrdersTx,
  rows: readonly OrderRow[],
  basis: Today,
): Promise<{ orders: TrackedOrder[]; unreadable: number }> {
  const { orders, unreadable } = standing(rows, basis);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = orders.map(
    async (one): Promise<TrackedOrder> => ({
      ...one,
      ...(one.order.date !== undefined && { ageDays: daysBetween(one.order.date, basis.today) }),
      twins: await twinsOf(tx, one.order, byId.get(one.order.id)?.reference),
    }),
  );
  return { orders: await Promise.all(all), unreadable };
}

/** Listed orders that one which was only noted may be, and of which the partner has not said that they are others. */
async function twinsOf(tx: OrdersTx, order: OrderRecord, reference: string | undefined): Promise<OrderRecord[]> {
  if (order.evidence === 'listed') return [];
  const store = tx.objectStore('orders');
  const { customer } = order;
  const rows =
    reference !== undefined
      ? await store.index('reference').getAll(reference, 20)
      : customer === undefined
        ? []
        : await store.index('customer').getAll(customer.key, MOST_OF_CUSTOMER);
  return readable(OrderRecord, rows).records.filter(
    (other) =>
      other.id !== order.id &&
      isOnlyListed(other) &&
      order.apart?.includes(other.id) !== true &&
      (isLike(order, other) || isLikeUnnamed(order, other)),
  );
}

/** Orders of one customer that are looked at for the one that was noted without a reference. */
const MOST_OF_CUSTOMER = 1000;

/** The badge says "999+" beyond. */
const MOST_ON_BADGE = 1000;

/** How many orders need the partner today, as far as the badge tells. */
export const countNeedsYou = (today: CalendarDate): Promise<number> =>
  readOrders((tx) => groupCount(tx, 'needs-you', today, MOST_ON_BADGE));
