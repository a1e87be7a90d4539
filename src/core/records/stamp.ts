import * as v from 'valibot';
import { Instant } from '../facts.ts';

/** The id of one browser's Companion among all that a partner has. */
export const Installation = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/**
 * What every stored record carries, so that it can be replicated later: a stable id, a revision, who wrote it when. A record
 * without `updatedOn` was written by the installation that holds it: the id is put in when the record leaves it.
 */
export const Stamp = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(1200)),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updatedAt: Instant,
  updatedBy: v.picklist(['page', 'checkout', 'run', 'partner', 'import']),
  updatedOn: v.optional(Installation),
});
export type Stamp = v.InferOutput<typeof Stamp>;

/** Where and when something was seen in the portal. */
export const Seen = v.object({ at: Instant, url: v.pipe(v.string(), v.maxLength(2000)) });
export type Seen = v.InferOutput<typeof Seen>;
