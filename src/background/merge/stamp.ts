import type { Instant } from '../../core/facts.ts';
import type { Stamp } from '../../core/records/stamp.ts';

/** The stamp of what this installation is about to write over `before`, or of something new. */
export const stamped = (id: string, by: Stamp['updatedBy'], at: Instant, before?: Pick<Stamp, 'revision'>): Stamp => ({
  id,
  revision: (before?.revision ?? 0) + 1,
  updatedAt: at,
  updatedBy: by,
  // Over what another installation wrote, too.
  updatedOn: undefined,
});
