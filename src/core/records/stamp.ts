import * as v from 'valibot';
import { Instant } from '../facts.ts';

/** What every stored record carries, so that it can be replicated later: a stable id, a revision, who wrote it when. */
export const Stamp = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(1200)),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updatedAt: Instant,
  updatedBy: v.picklist(['page', 'checkout', 'run', 'partner', 'import']),
});
export type Stamp = v.InferOutput<typeof Stamp>;

/** Where and when something was seen in the portal. */
export const Seen = v.object({ at: Instant, url: v.pipe(v.string(), v.maxLength(2000)) });
export type Seen = v.InferOutput<typeof Seen>;
