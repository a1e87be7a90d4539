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

function open(): Promise<CompanionDb> {
  return new Promise((resolve, reject) => {
    const opening = openDB<CompanionSchema>(DB_NAME, DB_VERSION, {
      upgrade: (db, from, _to, tx) => {
        // What cannot be carried over leaves the database as it was: it is not opened half upgraded.
        upgrade(db, from, tx).catch(() => tx.abort());
        tx.done.catch(() => undefined);
      },
      blocked: () => {
        reject(new StorageError('blocked'));
        // It opens once the other one lets go; nobody waits for it any more then.
        opening.then((db) => db.close()).catch(() => undefined);
      },
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    opening.then(resolve, reject);
  });
}
