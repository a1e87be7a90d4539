import { daysBetween, parseCalendarDate } from '../../core/calendar.ts';
import { nameKey } from '../../core/customer.ts';
import type { CalendarDate } from '../../core/facts.ts';
import type { OrderRow } from '../../core/messages/contract.ts';
import { sameMoney } from '../../core/money/money.ts';
import { type OrderRecord, wasPlaced } from '../../core/records/order.ts';

/**
 * Rows of one order, made into one row: what all of them say. A number that is listed twice with two states, say for two
 * shipments, has no state that could be told.
 */
export function agreeing(rows: readonly [OrderRow, ...OrderRow[]]): OrderRow {
  const [first, ...others] = rows;
  const same = (field: keyof OrderRow): boolean =>
    others.every((row) => JSON.stringify(row[field]) === JSON.stringify(first[field]));
  const agreed = Object.fromEntries(Object.entries(first).filter(([field]) => same(field as keyof OrderRow)));
  return { state: 'unknown', contract: 'unknown', ...agreed };
}

/** What makes one order of several rows: the number, else reference, date and customer. `undefined`: none can be told. */
export function rowIdentity(row: OrderRow): string | undefined {
  const number = row.number?.trim();
  if (number !== undefined && number !== '') return `number:${number}`;
  const reference = nameKey(row.reference ?? '');
  if (reference === '' || row.date === undefined) return undefined;
  return `reference:${row.date}:${reference}:${row.customer?.key ?? ''}`;
}

/** Whether a listed row may be an order that is known without its number, or the other way round. */
export const mayBe = (order: OrderRecord, row: OrderRow): boolean =>
  (order.number === undefined || row.number === undefined) && isLike(order, row);

/**
 * Whether a listed row has the same reference as an order, and nothing but another number speaks against its being the
 * same: WMP may confirm an order by another number than the one that it lists. The date of an order that the helper noted is this computer's, so it may be one day off the portal's.
 */
export function isLike(order: OrderRecord, row: OrderRow): boolean {
  if (!wasPlaced(order)) return false;
  if (nameKey(order.reference ?? '') === '' || nameKey(order.reference ?? '') !== nameKey(row.reference ?? ''))
    return false;
  return agrees(order, row);
}

/**
 * Whether a listed row may be an order that was noted without number and reference: of the same customer, about the same day, and by no
 * other total. Nothing but the partner tells whether it is.
 */
export function isLikeUnnamed(order: OrderRecord, row: OrderRow): boolean {
  if (!wasPlaced(order) || order.number !== undefined || nameKey(order.reference ?? '') !== '') return false;
  if (order.customer === undefined || row.customer === undefined) return false;
  const isOtherTotal = order.total !== undefined && row.total !== undefined && !sameMoney(order.total, row.total);
  return !isOtherTotal && agrees(order, row);
}

function agrees(order: OrderRecord, row: OrderRow): boolean {
  if (order.customer !== undefined && row.customer !== undefined && order.customer.key !== row.customer.key)
    return false;
  if (order.contract !== 'unknown' && row.contract !== 'unknown' && order.contract !== row.contract) return false;
  const days = daysApart(order.date, row.date);
  return days !== undefined && days <= (order.evidence === 'listed' ? 0 : 1);
}

function daysApart(a: CalendarDate | undefined, b: CalendarDate | undefined): number | undefined {
  const [from, to] = [parseCalendarDate(a ?? ''), parseCalendarDate(b ?? '')];
  return from === undefined || to === undefined ? undefined : Math.abs(daysBetween(from, to));
}
