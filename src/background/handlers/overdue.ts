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

export const assess: Handler<'overdue.assess'> = async ({ invoices }, { today }) => {
  const { overdueDays } = await readSettings();
  const ladder = OVERDUE_LADDER.map(({ step }) => ({ step, day: overdueDays[DAYS_OF[step]] }));
  const open = invoices?.map(({ number, due }) => ({ ...(number && { number }), ...(due && { due }) }));
  const ordering = orderingDespiteOverdue(open, today, ladder);
  const state = overdueState(open ?? [], today, ladder);
  return {
    ...state,
    steps: [...state.steps],
    ordering: { verdict: ordering.verdict, reasons: [...ordering.reasons] },
  };
};
