import type { CalendarDate } from '../facts.ts';
import type { Judgement } from '../outcome.ts';
import { reason } from './reasons.ts';

/** What the partner has noted about a customer's HWaaS agreement. */
export interface AgreementNote {
  readonly signed?: CalendarDate;
  /** E-mailed to the Area manager. */
  readonly sent?: CalendarDate;
}

export type AgreementReason =
  | 'agreement-not-noted'
  | 'agreement-not-signed'
  | 'agreement-signing-not-noted'
  | 'agreement-not-sent'
  | 'agreement-date-in-future'
  | 'agreement-sent-before-signed';

/** Has the agreement been signed and sent (R6)? Unknown where nothing is noted, or the note cannot be right. */
export function agreementState(note: AgreementNote | undefined, today: CalendarDate): Judgement<AgreementReason> {
  if (note === undefined) return { verdict: 'unknown', reasons: [reason('agreement-not-noted', 'R6', {})] };
  const { signed, sent } = note;
  const future = [signed, sent].find((date) => date !== undefined && date > today);
  if (future !== undefined)
    return { verdict: 'unknown', reasons: [reason('agreement-date-in-future', 'R6', { date: future })] };
  if (signed === undefined)
    return sent === undefined
      ? { verdict: 'no', reasons: [reason('agreement-not-signed', 'R6', {})] }
      : { verdict: 'unknown', reasons: [reason('agreement-signing-not-noted', 'R6', { sent })] };
  if (sent === undefined) return { verdict: 'no', reasons: [reason('agreement-not-sent', 'R6', { signed })] };
  if (sent < signed)
    return { verdict: 'unknown', reasons: [reason('agreement-sent-before-signed', 'R6', { signed, sent })] };
  return { verdict: 'yes', reasons: [] };
}
