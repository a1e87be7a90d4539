import { RunRecord } from '../core/records/run.ts';
import { readable } from './db/readable.ts';
import { read } from './db/transact.ts';

/** The runs that are not settled, as far as they can be read. */
export async function openRuns(): Promise<RunRecord[]> {
  const rows = await read(['runs'], (tx) => tx.objectStore('runs').index('open').getAll(1));
  return readable(RunRecord, rows).records;
}
