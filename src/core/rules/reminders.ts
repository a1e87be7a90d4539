import { addDays, daysBetween } from '../calendar.ts';
import type { CalendarDate } from '../facts.ts';
import type { OrderRecord } from '../records/order.ts';
import type { PbxRecord } from '../records/pbx.ts';
import { orderGroup, type StandingBasis } from './order-standing.ts';
import type { OverdueState, OverdueStep } from './overdue.ts';

/** Something to remind of. The same fact has the same `id` for ever; another date is another fact. */
export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  readonly customer: string | undefined;
  /** Number or reference of an order, name of a PBX, due date of the oldest invoice. */
  readonly name: string;
  readonly date?: CalendarDate;
  /** Of overdue invoices: what comes at that date unless they are paid. */
  readonly step?: OverdueStep;
}

export type FactKind = 'order-shipped' | 'order-late' | 'order-unknown' | 'pbx-expires' | 'overdue-step';

/** A shipment that was seen longer ago is no news; an outcome that is unknown for a day does not clear up by itself. */
const NEWS_DAYS = 3;
const UNKNOWN_DAYS = 1;
/** Days before an expiration at which a PBX is reminded of, the nearer first. */
export const EXPIRES_WITHIN = 30;
const EXPIRES_IN = [7, EXPIRES_WITHIN];
/** Days before a step of the overdue ladder: the first steps are three days apart. */
const STEP_IN = 3;

/** What an order gives to remind of today. */
export function orderFacts(order: OrderRecord, basis: StandingBasis, today: CalendarDate): Fact[] {
  const about = { customer: order.customer?.name, name: order.number ?? order.reference ?? '–' };
  const since = daysBetween(basis.changed, today);
  const group = orderGroup(order, basis, today);
  const wasPending = order.history.some(
    ({ field, to }) => field === 'state' && (to === 'shipped' || to === 'delivered'),
  );
  if (group === 'done' && order.state !== 'cancelled' && wasPending && since <= NEWS_DAYS)
    return [{ id: `${order.id} shipped`, kind: 'order-shipped', ...about }];
  if (group !== 'needs-you') return [];
  const { shipmentDate } = order;
  return [
    ...(order.state === 'unknown' && since >= UNKNOWN_DAYS
      ? [{ id: `${order.id} unknown`, kind: 'order-unknown' as const, ...about }]
      : []),
    ...(shipmentDate !== undefined && shipmentDate < today
      ? [{ id: `${order.id} late ${shipmentDate}`, kind: 'order-late' as const, ...about, date: shipmentDate }]
      : []),
  ];
}

/** What a PBX gives to remind of today: one step at a time, so that who looks on the last day is told once. */
export function pbxFacts({ id, customer, name, expiration }: PbxRecord, today: CalendarDate): Fact[] {
  if (expiration === undefined || expiration < today) return [];
  const step = EXPIRES_IN.find((days) => expiration <= addDays(today, days));
  if (step === undefined) return [];
  const about = { customer: customer.name, name, date: expiration };
  return [{ id: `${id} expires ${expiration} ${step}`, kind: 'pbx-expires', ...about }];
}

/** What open invoices give to remind of today: the next step of R7, once the oldest of them is past its due date. */
export function overdueFacts({ due, daysOverdue, next }: OverdueState): Fact[] {
  if (due === undefined || next === undefined || daysOverdue < 1 || next.inDays > STEP_IN) return [];
  const { step, date } = next;
  return [{ id: `overdue ${due} ${step} ${date}`, kind: 'overdue-step', customer: undefined, name: due, date, step }];
}

/** Whether reminders wait at this hour. `from` and `until` are hours of the day; the same hour twice: they never do. */
export const isQuiet = (hour: number, from: number, until: number): boolean =>
  from <= until ? hour >= from && hour < until : hour >= from || hour < until;
