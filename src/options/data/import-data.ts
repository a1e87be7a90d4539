import type { BackupFile } from '../../core/backup/file.ts';
import { BACKUP_STORES, type BackupStore, partSize } from '../../core/backup/stores.ts';
import type { MergeCounts } from '../../core/messages/backup-contract.ts';
import { askData } from './ask-data.ts';
import type { Work } from './export-data.ts';

/** What a file is to what is here, by store; stores of which it holds nothing are absent. */
export type Merged = Readonly<Partial<Record<BackupStore, MergeCounts>>>;

/** Broken entries of a store that are named. */
const NAMED = 5;

/**
 * Looks at a file, or takes it in where `write` says so, store after store in the order that the records stand on each other.
 * Stopped, it gives what was done by then.
 * @throws MessageError of the worker's; what was taken in before stays, and taking in the file again doubles nothing.
 */
export async function mergeFile(
  { stores, installation }: BackupFile,
  write: boolean,
  { onProgress, signal }: Work,
  leaveOut: readonly BackupStore[] = [],
): Promise<Merged> {
  const wanted = BACKUP_STORES.filter((store) => (stores[store]?.length ?? 0) > 0 && !leaveOut.includes(store));
  const total = wanted.reduce((all, store) => all + (stores[store]?.length ?? 0), 0);
  const merged: Partial<Record<BackupStore, MergeCounts>> = {};
  const from = installation === undefined ? {} : { from: installation };
  let done = 0;
  for (const store of wanted) {
    const entries = stores[store] ?? [];
    for (let first = 0; first < entries.length; first += partSize(store)) {
      if (signal.aborted) return merged;
      const part = entries.slice(first, first + partSize(store));
      merged[store] = added(
        merged[store],
        await askData('data.merge', { store, entries: part, first, write, ...from }),
      );
      done += part.length;
      onProgress(done, total);
    }
  }
  if (write) await askData('data.merged', {});
  return merged;
}

const added = (a: MergeCounts | undefined, b: MergeCounts): MergeCounts =>
  a === undefined
    ? b
    : {
        new: a.new + b.new,
        newer: a.newer + b.newer,
        same: a.same + b.same,
        older: a.older + b.older,
        broken: a.broken + b.broken,
        wrong: [...a.wrong, ...b.wrong].slice(0, NAMED),
      };

export const sumOf = (merged: Merged, ...names: readonly Exclude<keyof MergeCounts, 'wrong'>[]): number =>
  Object.values(merged).reduce((all, counts) => all + names.reduce((sum, name) => sum + counts[name], 0), 0);
