import * as v from 'valibot';
import { Seen, Stamp } from './stamp.ts';

/** The last reading of a portal's Orders list. Its id is the portal's origin. */
export const ReadingRecord = v.object({
  ...Stamp.entries,
  seen: Seen,
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether all of the list was read, so that what is not in it is not shown any more. */
  complete: v.boolean(),
});
export type ReadingRecord = v.InferOutput<typeof ReadingRecord>;
