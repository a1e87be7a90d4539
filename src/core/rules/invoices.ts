import type { CalendarDate } from '../facts.ts';
import type { Judgement, Reason } from '../outcome.ts';
import type { InvoiceFacts } from '../records/invoice.ts';
import { type OpenInvoice, OVERDUE_LADDER, type OverdueReason, orderingDespiteOverdue } from './overdue.ts';
import { reason } from './reasons.ts';

export type InvoiceReason = OverdueReason | 'invoices-partly-seen' | 'invoices-status-unknown';

/** The invoices that are not paid, as the ladder of R7 takes them. One whose status is not understood is in neither set. */
export const openInvoices = (invoices: readonly InvoiceFacts[]): OpenInvoice[] =>
  invoices
    .filter(({ state }) => state === 'open' || state === 'overdue')
    .map(({ number, due }) => ({ number, ...(due && { due }) }));

/**
 * May hardware and HWaaS be ordered, by what is remembered of Account Balance (R7)? A no rests on one invoice that was
 * seen; a yes needs all of them, each with a status that was understood. `complete`: all were seen.
 */
export function orderingAsRemembered(
  invoices: readonly InvoiceFacts[],
  complete: boolean,
  today: CalendarDate,
  ladder = OVERDUE_LADDER,
): Judgement<InvoiceReason> {
  const judged = orderingDespiteOverdue(invoices.length === 0 ? undefined : openInvoices(invoices), today, ladder);
  if (judged.verdict === 'no' || invoices.length === 0) return judged;
  const unclear = invoices.filter(({ state }) => state === 'unknown').length;
  const missing: Reason<InvoiceReason>[] = [
    ...(unclear > 0 ? [reason('invoices-status-unknown', 'R7', { count: unclear })] : []),
    ...(complete ? [] : [reason('invoices-partly-seen', 'R7', {})]),
  ];
  return missing.length === 0 ? judged : { verdict: 'unknown', reasons: [...missing, ...judged.reasons] };
}
