import * as v from 'valibot';
import { notice } from './notices.ts';
import type { Reason } from './outcome.ts';
import { PageProfile, PROFILE_VERSION } from './page-profile.ts';
import type { ProfileRecord } from './records/profile.ts';

const KIND = 'wmp-companion-page-profiles';
export const MAX_PROFILE_FILE = 500_000;

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/));
/** A profile with the id that makes a second import of it a repeat. */
export const NamedProfile = v.strictObject({ id: Id, profile: PageProfile });
export type NamedProfile = v.InferOutput<typeof NamedProfile>;

const ProfileFile = v.strictObject({
  kind: v.literal(KIND),
  version: v.picklist([1, PROFILE_VERSION]),
  profiles: v.pipe(v.array(NamedProfile), v.minLength(1), v.maxLength(50)),
});

/** The text of an export. */
export const profileFile = (records: readonly ProfileRecord[]): string =>
  `${JSON.stringify(
    {
      kind: KIND,
      version: Math.max(...records.map(({ profile }) => profile.version)),
      profiles: records.map(({ id, profile }) => ({ id, profile })),
    },
    null,
    2,
  )}\n`;

export type ReadProfiles = { readonly profiles: readonly NamedProfile[] } | { readonly refused: Reason };

/** Reads an export. All of it or nothing: a profile that cannot be read is a reason, not a gap. */
export function readProfileFile(text: string): ReadProfiles {
  if (text.length > MAX_PROFILE_FILE) return { refused: notice('profile-file-too-large') };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { refused: notice('profile-file-not-json') };
  }
  const head = v.safeParse(v.object({ kind: v.literal(KIND), version: v.number() }), raw);
  if (!head.success) return { refused: notice('profile-file-foreign') };
  if (head.output.version > PROFILE_VERSION)
    return { refused: notice('profile-file-too-new', { version: head.output.version }) };
  const file = v.safeParse(ProfileFile, raw);
  if (!file.success) {
    const [issue] = file.issues;
    return { refused: notice('profile-file-broken', { where: v.getDotPath(issue) ?? '', what: issue.message }) };
  }
  const ids = file.output.profiles.map(({ id }) => id);
  return new Set(ids).size === ids.length
    ? { profiles: file.output.profiles }
    : { refused: notice('profile-file-broken', { where: 'profiles', what: 'id' }) };
}
