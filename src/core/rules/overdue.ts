import { addDays, daysBetween } from '../calendar.ts';
import type { CalendarDate } from '../facts.ts';
import type { Judgement } from '../outcome.ts';
import { reason } from './reasons.ts';

export type OverdueStep = 'warning' | 'orders-blocked' | 'portal-locked' | 'services-suspended';

/** The days from which each step holds (R7, 2025 revision). Day 1 is the day after the due date. */
export const OVERDUE_LADDER: readonly { readonly step: OverdueStep; readonly day: number }[] = [
  { step: 'warning', day: 2 },
  { step: 'orders-blocked', day: 5 },
  { step: 'portal-locked', day: 30 },
  { step: 'services-suspended', day: 35 },
];

/** An unpaid invoice. A dispute does not stop the clock (R7), so it is not asked for. */
export interface OpenInvoice {
  readonly number?: string;
  /** Absent: not readable. */
  readonly due?: CalendarDate;
}

export interface OverdueState {
  /** The oldest due date; absent where no open invoice has a readable one. */
  readonly due?: CalendarDate;
  /** Days since then, 0 up to and on the due date. */
  readonly daysOverdue: number;
  /** The last step reached. */
  readonly step: OverdueStep | 'none';
  /** Every step with the date from which it holds, unless the invoice is paid. */
  readonly steps: readonly { readonly step: OverdueStep; readonly date: CalendarDate; readonly reached: boolean }[];
  readonly next?: { readonly step: OverdueStep; readonly date: CalendarDate; readonly inDays: number };
  /** Open invoices without a readable due date: the state may be worse than it says. */
  readonly undated: number;
}

/** Where the oldest open invoice stands on the ladder today (R7). */
export function overdueState(
  invoices: readonly OpenInvoice[],
  today: CalendarDate,
  ladder = OVERDUE_LADDER,
): OverdueState {
  const dates = invoices.flatMap(({ due }) => due ?? []).sort();
  const [due] = dates;
  const undated = invoices.length - dates.length;
  if (due === undefined) return { daysOverdue: 0, step: 'none', steps: [], undated };
  const days = daysBetween(due, today);
  const steps = ladder.map(({ step, day }) => ({ step, date: addDays(due, day), reached: days >= day }));
  const ahead = steps.find(({ reached }) => !reached);
  return {
    due,
    daysOverdue: Math.max(0, days),
    step: steps.findLast(({ reached }) => reached)?.step ?? 'none',
    steps,
    ...(ahead && { next: { step: ahead.step, date: ahead.date, inDays: daysBetween(today, ahead.date) } }),
    undated,
  };
}

export type OverdueReason =
  | 'invoices-not-seen'
  | 'invoices-undated'
  | 'overdue-orders-blocked'
  | 'overdue-portal-locked'
  | 'overdue-services-suspended'
  | 'overdue-orders-blocked-soon';

const BLOCKED = {
  'orders-blocked': 'overdue-orders-blocked',
  'portal-locked': 'overdue-portal-locked',
  'services-suspended': 'overdue-services-suspended',
} as const;

/**
 * May hardware and HWaaS be ordered today, as far as overdue invoices go (R7)? Licences may be, whatever this says of
 * `orders-blocked`. Yes with a remark once an invoice is overdue. `invoices` absent: Account Balance was not seen.
 */
export function orderingDespiteOverdue(
  invoices: readonly OpenInvoice[] | undefined,
  today: CalendarDate,
  ladder = OVERDUE_LADDER,
): Judgement<OverdueReason> {
  if (invoices === undefined) return { verdict: 'unknown', reasons: [reason('invoices-not-seen', 'R7', {})] };
  const { due, daysOverdue: days, step, steps, undated } = overdueState(invoices, today, ladder);
  if (due !== undefined && step !== 'none' && step !== 'warning')
    return { verdict: 'no', reasons: [reason(BLOCKED[step], 'R7', { due, days })] };
  const block = steps.find((one) => one.step === 'orders-blocked');
  const soon =
    due !== undefined && days > 0 && block !== undefined
      ? [reason('overdue-orders-blocked-soon', 'R7', { due, date: block.date, days: daysBetween(today, block.date) })]
      : [];
  if (undated > 0)
    return { verdict: 'unknown', reasons: [reason('invoices-undated', 'R7', { count: undated }), ...soon] };
  return { verdict: 'yes', reasons: soon };
}
