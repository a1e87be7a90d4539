import { nameKey } from '../../core/customer.ts';
import { originOf } from '../../core/messages/senders.ts';
import { wordKey } from '../../core/orders/states.ts';
import { isPending, type OrderRecord, wasPlaced } from '../../core/records/order.ts';
import { lastChange, needsFrom } from '../../core/rules/order-standing.ts';
import { dayOf } from '../clock.ts';
import type { OrderRow } from './schema.ts';

/** An order as it is to be stored. `sort`: of the row that it replaces, which keeps an order without a date in its place. */
export function orderRow(record: OrderRecord, staleDays: number, part: number, sort?: string): OrderRow {
  const pending = wasPlaced(record) && isPending(record.state);
  const changed = dayOf(lastChange(record));
  return {
    id: record.id,
    record,
    pending: pending ? 1 : 0,
    sort: record.date ?? sort ?? record.seen.at.slice(0, 10),
    number: record.number,
    reference: record.reference === undefined ? undefined : nameKey(record.reference),
    customer: record.customer?.key,
    phase: pending ? 1 : wasPlaced(record) ? 2 : 0,
    day: pending ? needsFrom(record, { changed, staleDays }) : changed,
    word: record.statusText === undefined ? undefined : wordKey(record.statusText),
    listed: record.evidence === 'listed' && record.shown !== false ? originOf(record.seen.url) : undefined,
    part,
  };
}
