import { type IDBPDatabase, openDB } from 'idb';
import { StorageError } from '../failures.ts';
import type { CompanionSchema } from './schema.ts';
import { upgrade } from './upgrade.ts';

export type CompanionDb = IDBPDatabase<CompanionSchema>;

export const DB_NAME = 'wmp-companion';
export const DB_VERSION = 6;

/**
 * Opened per event and closed after it: the worker keeps no connection that could outlive its event or block a newer
 * version. @throws StorageError, also where another tab of an older version keeps the database from being upgraded.
 */
export async function withDb<R>(work: (db: CompanionDb) => Promise<R>): Promise<R> {
  try {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch (error) {
    throw error instanceof DOMException ? new StorageError(error.name) : error;
  }
}

/** Held by whoever waits for another tab to let go of an older version. */
const BLOCKED = 'database-blocked';
const LOOK_MS = 250;

function open(): Promise<CompanionDb> {
  return new Promise((resolve, reject) => {
    const opening = openDB<CompanionSchema>(DB_NAME, DB_VERSION, {
      upgrade: (db, from, _to, tx) => {
        // What cannot be carried over leaves the database as it was: it is not opened half upgraded.
        upgrade(db, from, tx).catch(() => tx.abort());
        tx.done.catch(() => undefined);
      },
      blocked: () => {
        giveUp();
        void navigator.locks.request(BLOCKED, { mode: 'shared' }, () => opening.catch(() => undefined));
      },
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    // Only the first one in line hears that it is blocked; those behind it hear nothing at all.
    const look = setInterval(async () => {
      const { held } = await navigator.locks.query();
      if (held?.some(({ name }) => name === BLOCKED)) giveUp();
    }, LOOK_MS);
    opening.finally(() => clearInterval(look)).then(resolve, reject);

    function giveUp(): void {
      clearInterval(look);
      reject(new StorageError('blocked'));
      // It opens once the other one lets go; nobody waits for it any more then.
      opening.then((db) => db.close()).catch(() => undefined);
    }
  });
}
