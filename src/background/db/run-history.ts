import type { IDBPTransaction, StoreNames } from 'idb';
import type { CompanionSchema } from './schema.ts';

export type UpgradeTx = IDBPTransaction<CompanionSchema, StoreNames<CompanionSchema>[], 'versionchange'>;

/**
 * Runs by when they began. The index holds what the history is searched by, so that a search reads no record that it does
 * not show. Rows of earlier versions get `started`; their records stay as they are.
 */
export async function addRunHistory(tx: UpgradeTx): Promise<void> {
  const runs = tx.objectStore('runs');
  runs.createIndex('history', ['started', 'id', 'customer', 'open']);
  for (let cursor = await runs.openCursor(); cursor; cursor = await cursor.continue())
    await cursor.update({ ...cursor.value, started: startedOf(cursor.value.record) });
}

/** A record that cannot be read stands last in the history, where it is counted. */
function startedOf(record: unknown): string {
  const started = typeof record === 'object' && record !== null && 'startedAt' in record ? record.startedAt : '';
  return typeof started === 'string' ? started : '';
}
