import type { RunRecord } from '../../../src/core/records/run.ts';
import type { Session } from '../../support/index.ts';

/** Puts runs into the extension's database as it would have written them. */
export function putRuns(session: Session, runs: readonly RunRecord[]): Promise<void> {
  const unsettled = ({ devices }: RunRecord) => devices.filter(({ step }) => !/^(confirmed|not-converted)$/.test(step));
  const rows = runs.map((record) => ({
    id: record.id,
    record,
    customer: record.customer.key,
    open: unsettled(record).length === 0 ? 0 : 1,
    openDevices: unsettled(record).map(({ key }) => key),
    started: record.startedAt,
  }));
  return session.worker(async (_, all) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wmp-companion');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const tx = db.transaction('runs', 'readwrite');
    for (const row of all) tx.objectStore('runs').put(row);
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  }, rows);
}

/** The same run, had it been agreed to some minutes earlier. */
export function agreedEarlier(run: RunRecord, minutes: number): RunRecord {
  const earlier = <T extends Pick<RunRecord, 'agreedAt'>>(one: T): T =>
    one.agreedAt === undefined
      ? one
      : { ...one, agreedAt: new Date(Date.parse(one.agreedAt) - minutes * 60_000).toISOString() };
  return { ...earlier(run), devices: run.devices.map(earlier) };
}

/** The extension's alarm for its runs, in some milliseconds instead of when it was set. */
export const ringSoon = (session: Session, after = 50): Promise<void> =>
  session.worker((browser, wait) => browser.alarms.create('runs', { when: Date.now() + wait }), after);
