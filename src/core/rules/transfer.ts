import { nameKey } from '../customer.ts';
import type { CalendarDate, PbxFacts } from '../facts.ts';
import type { Judgement, Reason } from '../outcome.ts';
import { type Findings, together } from './judgement.ts';
import { type PbxReason, pbxFindings, pbxKey } from './pbx.ts';
import { reason } from './reasons.ts';

export type TransferReason = PbxReason | 'same-pbx' | 'terms-differ' | 'expirations-differ';

/** One end of a transfer. The other PBX may belong to any End User or Reseller (R9). */
export interface TransferEnd {
  readonly pbx: PbxFacts;
  readonly customer?: string;
}

/**
 * The verdict is on the automatic transfer. `ticket`: Customer Care can do it. `impossible`: HWaaS cannot be at one of the
 * ends, so there is nothing to ask for.
 */
export interface TransferAdvice extends Judgement<TransferReason> {
  readonly way: 'automatic' | 'ticket' | 'impossible' | 'unknown';
}

/**
 * How HWaaS gets from one PBX to another today (R9): automatic between PBXs of the same term and expiration, by ticket where
 * these differ, impossible where one of them is LifeTime (R1), expired (R3) or holds Rental (R12).
 */
export function transferAdvice(from: TransferEnd, to: TransferEnd, today: CalendarDate): TransferAdvice {
  const ends: Findings<TransferReason> = together<TransferReason>(
    pbxFindings(from.pbx, today),
    pbxFindings(to.pbx, today),
  );
  const against = isSame(from, to) ? [reason('same-pbx', 'R9', { pbx: to.pbx.name }), ...ends.against] : ends.against;
  if (against.length > 0) return { verdict: 'no', way: 'impossible', reasons: against };
  const differing = differences(from.pbx, to.pbx);
  if (differing.length > 0) {
    // A missing fact could still turn out to make it impossible, so the ticket waits for it.
    const way = ends.missing.length === 0 ? 'ticket' : 'unknown';
    return { verdict: 'no', way, reasons: [...differing, ...ends.missing] };
  }
  if (ends.missing.length > 0) return { verdict: 'unknown', way: 'unknown', reasons: ends.missing };
  return { verdict: 'yes', way: 'automatic', reasons: [] };
}

function differences(from: PbxFacts, to: PbxFacts): Reason<TransferReason>[] {
  const found: Reason<TransferReason>[] = [];
  const names = { pbx: from.name, otherPbx: to.name };
  if (from.term !== undefined && to.term !== undefined && from.term !== to.term)
    found.push(reason('terms-differ', 'R9', { ...names, term: from.term, otherTerm: to.term }));
  if (from.expiration !== undefined && to.expiration !== undefined && from.expiration !== to.expiration)
    found.push(
      reason('expirations-differ', 'R9', { ...names, expiration: from.expiration, otherExpiration: to.expiration }),
    );
  return found;
}

const isSame = (a: TransferEnd, b: TransferEnd): boolean =>
  pbxKey(a.pbx.name) === pbxKey(b.pbx.name) && nameKey(a.customer ?? '') === nameKey(b.customer ?? '');
