import { addDays, daysBetween } from '../calendar.ts';
import type { CalendarDate, Instant } from '../facts.ts';
import { notice } from '../notices.ts';
import type { Reason } from '../outcome.ts';
import { isPending, type OrderRecord, wasPlaced } from '../records/order.ts';

export const ORDER_GROUPS = ['needs-you', 'on-the-way', 'done', 'not-placed'] as const;
export type OrderGroup = (typeof ORDER_GROUPS)[number];

/** Where an order stands today, and why it needs the partner where it does. */
export interface OrderStanding {
  readonly group: OrderGroup;
  readonly reasons: readonly Reason[];
}

/** `changed`: the day of {@link lastChange} where the partner sits. `staleDays`: 0 where an order may stand still for ever. */
export interface StandingBasis {
  readonly changed: CalendarDate;
  readonly staleDays: number;
}

/** Before every day, and after every day: an order that needs the partner at once, and one that never will by itself. */
export const AT_ONCE = '';
export const NEVER = '9999-12-31';

/** When something of the order was last seen to change. That it was seen again unchanged, or not shown, is no change. */
export const lastChange = ({ history, firstSeen, updatedAt }: OrderRecord): Instant =>
  history.findLast(({ field }) => field !== 'shown')?.at ?? firstSeen ?? updatedAt;

/**
 * The first day on which a pending order needs the partner: at once where nobody knows where it stands, where it is
 * backordered or not shown any more; else the day after its expected shipment, or after it stood still for too long.
 */
export function needsFrom(order: OrderRecord, { changed, staleDays }: StandingBasis): string {
  if (order.state === 'unknown' || order.state === 'backordered' || order.shown === false) return AT_ONCE;
  const late = order.shipmentDate === undefined ? NEVER : addDays(order.shipmentDate, 1);
  const still = staleDays === 0 ? NEVER : addDays(changed, staleDays + 1);
  return late < still ? late : still;
}

export function orderGroup(order: OrderRecord, basis: StandingBasis, today: CalendarDate): OrderGroup {
  if (!wasPlaced(order)) return 'not-placed';
  if (!isPending(order.state)) return 'done';
  return needsFrom(order, basis) <= today ? 'needs-you' : 'on-the-way';
}

export function orderStanding(order: OrderRecord, basis: StandingBasis, today: CalendarDate): OrderStanding {
  const group = orderGroup(order, basis, today);
  return { group, reasons: group === 'needs-you' ? needsBecause(order, basis, today) : notShown(order) };
}

function needsBecause(order: OrderRecord, { changed, staleDays }: StandingBasis, today: CalendarDate): Reason[] {
  const { state, evidence, statusText, shipmentDate } = order;
  const stood = daysBetween(changed, today);
  return [
    ...(state !== 'unknown'
      ? []
      : evidence === 'asked'
        ? [notice('order-outcome-unknown')]
        : statusText === undefined
          ? [notice('order-state-unknown')]
          : [notice('order-word-unknown', { word: statusText })]),
    ...(state === 'backordered' ? [notice('order-backordered')] : []),
    ...(shipmentDate !== undefined && shipmentDate < today
      ? [notice('order-overdue', { date: shipmentDate, days: daysBetween(shipmentDate, today) })]
      : []),
    ...(staleDays > 0 && stood > staleDays ? [notice('order-unchanged', { days: stood })] : []),
    ...notShown(order),
  ];
}

const notShown = ({ shown }: OrderRecord): Reason[] => (shown === false ? [notice('order-not-shown')] : []);
