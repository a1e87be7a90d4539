import { now } from '../clock.ts';
import type { LogEntry } from './schema.ts';
import { read, write } from './transact.ts';

const KEPT = 500;

/** Notes what went wrong, newest 500. Never fails: it is called where something failed already. */
export async function log(kind: string, text: string, at: string = now()): Promise<void> {
  const entry: LogEntry = { at, kind, text: text.slice(0, 500) };
  try {
    await write(
      ['log'],
      async (tx) => {
        const store = tx.objectStore('log');
        const last = await store.openCursor(null, 'prev');
        // A thing that repeats itself must not push everything else out.
        if (last?.value.kind === kind && last.value.text === entry.text) {
          await last.update(entry);
          return;
        }
        const key = await store.add(entry);
        if (key > KEPT) await store.delete(IDBKeyRange.upperBound(key - KEPT));
      },
      'relaxed',
    );
  } catch (error) {
    console.warn(kind, text, error);
  }
}

/** Newest first. */
export const recentLog = (): Promise<LogEntry[]> =>
  read(['log'], async (tx) => (await tx.objectStore('log').getAll(null, KEPT)).reverse());
