import type { Stamp } from './stamp.ts';

type Written = Pick<Stamp, 'updatedOn'>;

/** A record as it leaves the installation that holds it: it says who wrote it. */
export const leaving = <R extends Written>(record: R, holder: string): R => ({
  ...record,
  updatedOn: record.updatedOn ?? holder,
});

/** A record of another installation's as it is kept here. What this one wrote itself comes home as its own. */
export function arriving<R extends Written>(record: R, holder: string): R {
  if (record.updatedOn !== holder) return record;
  const { updatedOn: _, ...own } = record;
  return own as R;
}
