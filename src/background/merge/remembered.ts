import type { Instant } from '../../core/facts.ts';
import type { Seen, Stamp } from '../../core/records/stamp.ts';
import { stamped } from './stamp.ts';

type Remembered = Stamp & { readonly seen: Seen };

/** What a reading makes of what is remembered: rows to write, and ids of those that are gone. */
export interface Change<R> {
  readonly put: readonly R[];
  readonly remove: readonly string[];
}

/**
 * Facts of a reading over the records that are known by the same ids. What the reading does not show of a record stays as
 * it was known, and then so does its "as of": an old fact must not look freshly seen. Only a complete reading that
 * lists anything at all removes what it does not list.
 */
export function mergeRemembered<F extends object, R extends Remembered & F>(
  known: readonly R[],
  reading: { readonly facts: ReadonlyMap<string, F>; readonly complete: boolean; readonly seen: Seen },
): Change<R> {
  const before = new Map(known.map((record) => [record.id, record]));
  const { facts, complete, seen } = reading;
  const put = [...facts].map(([id, fresh]) => updated(id, before.get(id), fresh, seen));
  const remove = complete && facts.size > 0 ? known.filter(({ id }) => !facts.has(id)).map(({ id }) => id) : [];
  return { put, remove };
}

function updated<F extends object, R extends Remembered & F>(
  id: string,
  before: R | undefined,
  fresh: F,
  seen: Seen,
): R {
  const shown = Object.fromEntries(Object.entries(fresh).filter(([, value]) => value !== undefined));
  if (before === undefined) return { ...stamped(id, 'page', seen.at as Instant), ...shown, seen } as unknown as R;
  const {
    id: _id,
    revision: _revision,
    updatedAt: _at,
    updatedBy: _by,
    updatedOn: _on,
    seen: _seen,
    ...facts
  } = before;
  const whole = Object.keys(facts).every((field) => field in shown);
  const changed = Object.entries(shown).some(([field, value]) => !equal(facts[field as never], value));
  return {
    ...before,
    ...shown,
    seen: whole ? seen : before.seen,
    ...(changed ? stamped(id, 'page', seen.at as Instant, before) : {}),
  };
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Facts by id. Several of one id that differ say only what all of them say; `agree` makes one of them, or none. */
export function byId<F>(
  all: readonly F[],
  idOf: (facts: F) => string,
  agree: (facts: readonly [F, F, ...F[]]) => F | undefined,
): ReadonlyMap<string, F> {
  const groups = new Map<string, F[]>();
  for (const one of all) groups.set(idOf(one), [...(groups.get(idOf(one)) ?? []), one]);
  const agreed = new Map<string, F>();
  for (const [id, group] of groups) {
    const distinct = group.filter((one, index) => group.findIndex((other) => equal(one, other)) === index);
    const [first, second, ...others] = distinct;
    const one = first !== undefined && second !== undefined ? agree([first, second, ...others]) : first;
    if (one !== undefined) agreed.set(id, one);
  }
  return agreed;
}
