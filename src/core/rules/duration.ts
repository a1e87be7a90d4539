import type { CalendarDate, Duration, PbxFacts } from '../facts.ts';
import type { Judgement, Reason } from '../outcome.ts';
import { judge, together } from './judgement.ts';
import { type PbxReason, pbxFindings } from './pbx.ts';
import { reason } from './reasons.ts';

export type DurationReason = PbxReason | 'duration-differs';

/** The only Duration that HWaaS on this PBX can have: its own term (R2). None on LifeTime, or where the term is not known. */
export const fittingDuration = (pbx: PbxFacts): Duration | undefined =>
  pbx.term === 'lifetime' ? undefined : pbx.term;

/**
 * Does the Duration chosen on the order form fit this PBX today (R1, R2, R3, R12)?
 * No: it differs from the PBX's term, or the PBX takes no HWaaS (LifeTime, expired, Rental).
 */
export function durationFits(pbx: PbxFacts, chosen: Duration, today: CalendarDate): Judgement<DurationReason> {
  const term = fittingDuration(pbx);
  const differs: Reason<DurationReason>[] =
    term === undefined || term === chosen ? [] : [reason('duration-differs', 'R2', { pbx: pbx.name, chosen, term })];
  return judge(together<DurationReason>(pbxFindings(pbx, today), { against: differs, missing: [] }));
}
