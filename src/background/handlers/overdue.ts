import { OVERDUE_LADDER, type OverdueStep, orderingDespiteOverdue, overdueState } from '../../core/rules/overdue.ts';
import type { OverdueDays } from '../../core/settings.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

const DAYS_OF: Readonly<Record<OverdueStep, keyof OverdueDays>> = {
  warning: 'warning',
  'orders-blocked': 'ordersBlocked',
  'portal-locked': 'portalLocked',
  'services-suspended': 'servicesSuspended',
};

/** The ladder of R7 with the partner's own days. */
export async function overdueLadder(): Promise<{ step: OverdueStep; day: number }[]> {
  const { overdueDays } = await readSettings();
  return OVERDUE_LADDER.map(({ step }) => ({ step, day: overdueDays[DAYS_OF[step]] }));
}

export const assess: Handler<'overdue.assess'> = async ({ invoices }, { today }) => {
  const ladder = await overdueLadder();
  const open = invoices?.map(({ number, due }) => ({ ...(number && { number }), ...(due && { due }) }));
  const ordering = orderingDespiteOverdue(open, today, ladder);
  const state = overdueState(open ?? [], today, ladder);
  return {
    ...state,
    steps: [...state.steps],
    ordering: { verdict: ordering.verdict, reasons: [...ordering.reasons] },
  };
};
