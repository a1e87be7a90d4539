import browser from 'webextension-polyfill';
import { BackupWriter } from '../../core/backup/file.ts';
import { BACKUP_STORES, type BackupStore } from '../../core/backup/stores.ts';
import { notice } from '../../core/notices.ts';
import { MessageError } from '../../platform/send.ts';
import { askData } from './ask-data.ts';

export interface Work {
  /** Records done, of how many. */
  onProgress(done: number, total: number): void;
  readonly signal: AbortSignal;
}

export interface Collected {
  readonly file: Blob;
  readonly records: number;
}

/** Records may come and go while the parts are fetched: then they are fetched again, as often as this. */
const TRIES = 3;

/**
 * All data as one file, or `undefined` where it was stopped.
 * @throws MessageError of the worker's, or where the data would not stand still.
 */
export async function collectData(work: Work): Promise<Collected | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { counts, installation } = await askData('data.overview', { leaving: true });
    const collected = await collect(sum(counts), installation, work);
    if (work.signal.aborted) return undefined;
    if (collected !== undefined && sameCounts(counts, (await askData('data.overview', {})).counts)) return collected;
  }
  throw new MessageError(notice('backup-changing'));
}

async function collect(
  total: number,
  installation: string | undefined,
  { onProgress, signal }: Work,
): Promise<Collected | undefined> {
  const writer = new BackupWriter({
    exportedAt: new Date().toISOString(),
    product: browser.runtime.getManifest().version,
    installation,
  });
  let records = 0;
  for (const store of BACKUP_STORES) {
    const parts: unknown[][] = [];
    let after: Awaited<ReturnType<typeof nextPart>>['next'];
    do {
      const { entries, next } = await nextPart(store, after);
      if (signal.aborted) return undefined;
      parts.push(entries);
      after = next;
      records += entries.length;
      onProgress(records, Math.max(total, records));
    } while (after !== undefined);
    writer.add(store, parts);
  }
  return { file: new Blob([...writer.finish()], { type: 'application/json' }), records };
}

const nextPart = (store: BackupStore, after: string | [string, number] | undefined) =>
  askData('data.part', { store, ...(after !== undefined && { after }) });

type Counts = Readonly<Partial<Record<BackupStore, number>>>;

const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0);

const sameCounts = (a: Counts, b: Counts): boolean => BACKUP_STORES.every((store) => a[store] === b[store]);
