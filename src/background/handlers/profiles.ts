import type { Instant } from '../../core/facts.ts';
import { PROFILES_CHANGED } from '../../core/messages/profile-contract.ts';
import type { NamedProfile } from '../../core/profile-file.ts';
import { ProfileRecord } from '../../core/records/profile.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { read, type WriteTx, write } from '../db/transact.ts';
import { tellPages } from '../tell-pages.ts';
import type { Handler } from './handler.ts';

export const list: Handler<'profiles.list'> = () => storedProfiles();

export const save: Handler<'profiles.save'> = async (named, { at }) => {
  const profile = await write(['profiles'], (tx) => put(tx, named, at, 'partner'));
  await tellPages(PROFILES_CHANGED, at);
  return { profile };
};

/** All of a file or nothing of it. */
export const importAll: Handler<'profiles.import'> = async ({ profiles }, { at }) => {
  await write(['profiles'], async (tx) => {
    for (const named of profiles) await put(tx, named, at, 'import');
  });
  await tellPages(PROFILES_CHANGED, at);
  return storedProfiles();
};

export const remove: Handler<'profiles.remove'> = async ({ id }, { at }) => {
  await write(['profiles'], (tx) => tx.objectStore('profiles').delete(id));
  await tellPages(PROFILES_CHANGED, at);
  return storedProfiles();
};

/** The same again is the repeat that it is; another one of the same id takes its place. */
async function put(
  tx: WriteTx<['profiles']>,
  { id, profile }: NamedProfile,
  at: Instant,
  updatedBy: 'partner' | 'import',
): Promise<ProfileRecord> {
  const store = tx.objectStore('profiles');
  const before = readOne(ProfileRecord, await store.get(id));
  if (before !== undefined && JSON.stringify(before.profile) === JSON.stringify(profile)) return before;
  const record: ProfileRecord = {
    id,
    revision: (before?.revision ?? 0) + 1,
    updatedAt: at,
    updatedBy,
    profile,
    taughtAt: at,
  };
  await store.put({ id, record });
  return record;
}

async function storedProfiles() {
  const rows = await read(['profiles'], (tx) => tx.objectStore('profiles').getAll());
  const { records, unreadable } = readable(ProfileRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `profiles: ${unreadable}`);
  return { profiles: records.sort((a, b) => (a.taughtAt < b.taughtAt ? 1 : -1)), unreadable };
}
