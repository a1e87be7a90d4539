import { isOpen } from '../../core/conversion-run.ts';
import { nameKey } from '../../core/customer.ts';
import type { HistoryPlace } from '../../core/messages/history-contract.ts';
import type { RequestOf } from '../../core/messages/worker-contract.ts';
import { notice } from '../../core/notices.ts';
import { RunRecord } from '../../core/records/run.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { runRow } from '../db/rows.ts';
import type { RunRow } from '../db/schema.ts';
import { type ReadTx, read, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import type { Handler } from './handler.ts';

type Asked = RequestOf<'runs.history'>;

export const history: Handler<'runs.history'> = async (asked) => {
  const { rows, next, total } = await read(['runs'], async (tx) => {
    const { places, total } = await find(tx, asked);
    const found = places.slice(0, asked.limit);
    const rows = await Promise.all(found.map(({ id }) => tx.objectStore('runs').get(id)));
    return {
      rows: rows.filter((row): row is RunRow => row !== undefined),
      next: places.length > found.length ? found.at(-1) : undefined,
      total,
    };
  });
  const { records, unreadable } = readable(RunRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `runs: ${unreadable}`);
  return { runs: records, unreadable, ...(next && { next }), ...(total !== undefined && { total }) };
};

/** A walk along the index alone, one place further than asked for. The first one goes to the end, to count. */
async function find(
  tx: ReadTx<['runs']>,
  { after, limit, customer, state }: Asked,
): Promise<{ places: HistoryPlace[]; total: number | undefined }> {
  const text = nameKey(customer ?? '');
  const range = after === undefined ? null : IDBKeyRange.upperBound([after.started, after.id], true);
  const places: HistoryPlace[] = [];
  let total = 0;
  const index = tx.objectStore('runs').index('history');
  for (let cursor = await index.openKeyCursor(range, 'prev'); cursor; cursor = await cursor.continue()) {
    const [started, id, customerKey, open] = cursor.key;
    if (!customerKey.includes(text) || (state !== 'all' && (state === 'open') !== (open === 1))) continue;
    total++;
    if (places.length <= limit) places.push({ started, id });
    else if (after !== undefined) break;
  }
  return { places, total: after === undefined ? total : undefined };
}

/** Never one that is not settled: its devices are kept from being converted twice by it. */
export const remove: Handler<'runs.remove'> = ({ id }) =>
  write(['runs'], async (tx) => {
    const store = tx.objectStore('runs');
    const row = await store.get(id);
    const run = readOne(RunRecord, row);
    if (run === undefined) return {};
    if (isOpen(run) || row?.open === 1) throw new RefusedError(notice('run-not-settled'));
    await store.delete(id);
    return {};
  });

export const restore: Handler<'runs.restore'> = ({ run }) =>
  write(['runs'], async (tx) => {
    if (isOpen(run)) throw new RefusedError(notice('run-not-settled'));
    const store = tx.objectStore('runs');
    if ((await store.get(run.id)) === undefined) await store.add(runRow(run));
    return {};
  });
