import * as v from 'valibot';
import { Instant } from '../facts.ts';
import { PageProfile } from '../page-profile.ts';
import { Stamp } from './stamp.ts';

/** A taught page as it is kept. */
export const ProfileRecord = v.object({
  ...Stamp.entries,
  profile: PageProfile,
  /** When it was taught here, or imported. */
  taughtAt: Instant,
});
export type ProfileRecord = v.InferOutput<typeof ProfileRecord>;
