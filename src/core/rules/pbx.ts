import { parseCalendarDate } from '../calendar.ts';
import { nameKey } from '../customer.ts';
import type { CalendarDate, PbxFacts } from '../facts.ts';
import type { Reason } from '../outcome.ts';
import type { Findings } from './judgement.ts';
import { reason } from './reasons.ts';

export type PbxReason =
  | 'pbx-lifetime'
  | 'pbx-expired'
  | 'pbx-term-unknown'
  | 'pbx-expiration-unknown'
  | 'pbx-has-rental';

/** A PBX looked up by its printed name among what is remembered for one customer. */
export type PbxLookup =
  | { readonly kind: 'found'; readonly pbx: PbxFacts }
  | { readonly kind: 'not-seen' }
  | { readonly kind: 'contradictory' };

/**
 * PBX names are compared as customers' are. Where that makes one name of two PBXs, their facts agree or the answer is
 * unknown, so nothing is decided by it.
 */
export const pbxKey = nameKey;

/** PBX facts by {@link pbxKey}. Several of one name that say the same are one; else they are contradictory. */
export function indexPbxes(pbxes: readonly PbxFacts[]): ReadonlyMap<string, PbxLookup> {
  const index = new Map<string, PbxLookup>();
  for (const pbx of pbxes) {
    const key = pbxKey(pbx.name);
    const known = index.get(key);
    if (known === undefined) index.set(key, { kind: 'found', pbx });
    else if (known.kind === 'found' && !saysTheSame(known.pbx, pbx)) index.set(key, { kind: 'contradictory' });
  }
  return index;
}

/** Looks up one name; for many, {@link indexPbxes} once. */
export const findPbx = (name: string, pbxes: readonly PbxFacts[]): PbxLookup =>
  indexPbxes(pbxes).get(pbxKey(name)) ?? { kind: 'not-seen' };

/**
 * What stands against HWaaS on this PBX today, and what is not known about it: LifeTime (R1), expired (R3: the expiration
 * day is not part of the term, so on that day it has expired), Rental (R12).
 */
export function pbxFindings(pbx: PbxFacts, today: CalendarDate): Findings<PbxReason> {
  const against: Reason<PbxReason>[] = [];
  const missing: Reason<PbxReason>[] = [];
  const name = { pbx: pbx.name };
  if (pbx.term === undefined) missing.push(reason('pbx-term-unknown', 'R1', name));
  if (pbx.term === 'lifetime') against.push(reason('pbx-lifetime', 'R1', name));
  else {
    const expiration = pbx.expiration === undefined ? undefined : parseCalendarDate(pbx.expiration);
    if (expiration === undefined) missing.push(reason('pbx-expiration-unknown', 'R3', name));
    else if (expiration <= today) against.push(reason('pbx-expired', 'R3', { ...name, expiration }));
  }
  if (pbx.hardware === 'rental') against.push(reason('pbx-has-rental', 'R12', name));
  return { against, missing };
}

const saysTheSame = (a: PbxFacts, b: PbxFacts): boolean =>
  a.term === b.term && a.expiration === b.expiration && a.hardware === b.hardware;
