import { compareDates } from '../../core/calendar.ts';
import type { CustomerRef } from '../../core/customer.ts';
import type { CalendarDate, PbxFacts } from '../../core/facts.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import type { Seen } from '../../core/records/stamp.ts';
import { pbxKey } from '../../core/rules/pbx.ts';
import { stamped } from './stamp.ts';

export interface PbxReading {
  readonly customer: CustomerRef;
  readonly pbxes: readonly PbxFacts[];
  /** All PBXs of the customer were on the page. */
  readonly complete: boolean;
  readonly seen: Seen;
  readonly today: CalendarDate;
}

/** What a reading makes of what is remembered of the same customer. */
export interface PbxChange {
  readonly put: readonly PbxRecord[];
  readonly remove: readonly string[];
}

/**
 * A complete reading replaces the customer's set; a partial one only adds and updates. Two PBXs of one name that differ
 * are both kept, so that the rules say "contradictory" and nobody decides by the wrong one. `takenIds` belong to rows
 * that cannot be read: they are left alone.
 */
export function mergePbxes(known: readonly PbxRecord[], reading: PbxReading, takenIds: ReadonlySet<string>): PbxChange {
  const put: PbxRecord[] = [];
  const remove: string[] = [];
  const used = new Set([...takenIds, ...known.map((record) => record.id)]);
  const knownByName = byName(known);
  const seenByName = byName(reading.pbxes);
  for (const [name, facts] of seenByName) {
    const before = knownByName.get(name) ?? [];
    const change = mergeName(name, before, distinct(facts), reading, used);
    put.push(...change.put);
    remove.push(...change.remove);
  }
  // A page that lists nothing at all proves nothing.
  if (reading.complete && reading.pbxes.length > 0) {
    remove.push(...known.filter((record) => !seenByName.has(pbxKey(record.name))).map((record) => record.id));
  }
  return { put, remove };
}

function mergeName(
  name: string,
  before: readonly PbxRecord[],
  facts: readonly PbxFacts[],
  reading: PbxReading,
  used: Set<string>,
): PbxChange {
  const [only] = before;
  const [fresh] = facts;
  if (
    before.length === 1 &&
    facts.length === 1 &&
    only &&
    fresh &&
    (reading.complete || sameOne(only, fresh, reading.today))
  )
    return { put: [update(only, fresh, reading)], remove: [] };

  const unmatched = facts.filter((one) => !before.some((record) => equalFacts(record, one)));
  const confirmed = before.filter((record) => facts.some((one) => equalFacts(record, one)));
  const remove = reading.complete ? before.filter((record) => !confirmed.includes(record)).map(({ id }) => id) : [];
  const added = unmatched.map((one) => {
    const id = freeId(reading.customer.key, name, used);
    return { ...stamped(id, 'page', reading.seen.at), customer: reading.customer, ...one, seen: reading.seen };
  });
  return { put: [...confirmed.map((record) => ({ ...record, seen: reading.seen })), ...added], remove };
}

/**
 * The newer facts over the older. What this reading does not show stays as it was known, and then so does its "as of":
 * an old term must not look freshly seen.
 */
function update(before: PbxRecord, fresh: PbxFacts, { customer, seen }: PbxReading): PbxRecord {
  const facts = { ...before, ...shown(fresh), customer };
  const whole = equalFacts(facts, fresh);
  const after = { ...facts, seen: whole ? seen : before.seen };
  return equalFacts(before, facts) ? after : { ...after, ...stamped(before.id, 'page', seen.at, before) };
}

/**
 * Whether facts of a partial page are about the PBX that is remembered under that name: nothing they say is against it,
 * or its term had run out and this is its next one. Otherwise it may be another PBX of the same name.
 */
function sameOne(known: PbxFacts, fresh: PbxFacts, today: CalendarDate): boolean {
  const agrees = <T>(a: T | undefined, b: T | undefined): boolean => a === undefined || b === undefined || a === b;
  const renewed =
    known.expiration !== undefined && fresh.expiration !== undefined && compareDates(known.expiration, today) <= 0
      ? compareDates(known.expiration, fresh.expiration) < 0
      : false;
  return (
    agrees(known.term, fresh.term) &&
    agrees(known.hardware, fresh.hardware) &&
    (renewed || agrees(known.expiration, fresh.expiration))
  );
}

function byName<T extends PbxFacts>(all: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = pbxKey(one.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

const equalFacts = (a: PbxFacts, b: PbxFacts): boolean =>
  a.term === b.term && a.expiration === b.expiration && a.hardware === b.hardware;

const distinct = (all: readonly PbxFacts[]): PbxFacts[] =>
  all.filter((one, index) => all.findIndex((other) => equalFacts(one, other)) === index);

const shown = (facts: PbxFacts): PbxFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as PbxFacts;

/** Takes the next id for a name. The length in front keeps "a:b" + "c" apart from "a" + "b:c". */
function freeId(customer: string, name: string, used: Set<string>): string {
  for (let ordinal = 0; ; ordinal++) {
    const id = `${customer.length}:${customer}:${name.slice(0, 500)}:${ordinal}`;
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}
