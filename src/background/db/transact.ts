import type { IDBPTransaction, StoreNames } from 'idb';
import { withDb } from './open.ts';
import type { CompanionSchema } from './schema.ts';

type Stores = StoreNames<CompanionSchema>[];
export type WriteTx<S extends Stores> = IDBPTransaction<CompanionSchema, S, 'readwrite'>;
export type ReadTx<S extends Stores> = IDBPTransaction<CompanionSchema, S, 'readonly'>;

/**
 * One write transaction, on disk when this resolves (`strict`: flushed, not only handed to the system). `work` may await
 * nothing but the database; where it throws, nothing of it is written.
 */
export function write<const S extends Stores, R>(
  stores: S,
  work: (tx: WriteTx<S>) => Promise<R>,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<R> {
  return withDb(async (db) => {
    const tx = db.transaction(stores, 'readwrite', { durability });
    tx.done.catch(() => undefined);
    try {
      const result = await work(tx);
      await tx.done;
      return result;
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It had ended by itself: the error that ended it is the one to report.
      }
      throw error;
    }
  });
}

export function read<const S extends Stores, R>(stores: S, work: (tx: ReadTx<S>) => Promise<R>): Promise<R> {
  return withDb((db) => work(db.transaction(stores, 'readonly')));
}
