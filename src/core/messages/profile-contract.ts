import * as v from 'valibot';
import { NamedProfile } from '../profile-file.ts';
import { ProfileRecord } from '../records/profile.ts';
import { Key, message, Nothing } from './message.ts';

const Profiles = v.object({
  /** Taught last first. */
  profiles: v.array(ProfileRecord),
  unreadable: v.number(),
});

/** Set in `storage.local` whenever profiles change: what tells open pages to ask for them again. */
export const PROFILES_CHANGED = 'profilesChanged';

/** Taught pages: taught on the page itself, imported and removed in the options. Every message may be repeated. */
export const PROFILE_MESSAGES = {
  'profiles.list': message(['content', 'popup', 'options'], Nothing, Profiles),
  'profiles.save': message(['content'], NamedProfile, v.object({ profile: ProfileRecord })),
  'profiles.import': message(
    ['options'],
    v.strictObject({ profiles: v.pipe(v.array(NamedProfile), v.minLength(1), v.maxLength(50)) }),
    Profiles,
  ),
  'profiles.remove': message(['options'], v.strictObject({ id: Key }), Profiles),
} as const;
