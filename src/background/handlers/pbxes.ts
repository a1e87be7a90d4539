import type { CustomerRef } from '../../core/customer.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import { pbxRow } from '../db/rows.ts';
import type { PbxRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
import { mergePbxes } from '../merge/pbxes.ts';
import type { Handler } from './handler.ts';

export const seen: Handler<'pbxes.seen'> = async ({ customer, pbxes, complete, url }, { at, today }) => {
  const stored = await write(
    ['pbxes'],
    async (tx) => {
      const store = tx.objectStore('pbxes');
      const rows = await store.index('customer').getAll(customer.key);
      const { records } = readable(PbxRecord, rows);
      const known = new Set(records.map((record) => record.id));
      const taken = new Set(rows.map((row) => row.id).filter((id) => !known.has(id)));
      const reading = { customer, pbxes, complete, seen: { at, url }, today };
      const change = mergePbxes(records, reading, taken);
      const wasComplete = new Set(rows.filter((row) => row.complete === 1).map((row) => row.id));
      await Promise.all([
        ...change.remove.map((id) => store.delete(id)),
        ...change.put.map((record) => store.put(pbxRow(record, complete || wasComplete.has(record.id)))),
      ]);
      return change.put.length;
    },
    'relaxed',
  );
  return { stored };
};

export const remembered: Handler<'pbxes.remembered'> = async ({ customer }) => ({
  pbxes: (await pbxesOf(customer)).pbxes,
});

export interface RememberedPbxes {
  readonly pbxes: PbxRecord[];
  /** All PBXs of the customer, by a reading that saw them all and nothing unreadable since. */
  readonly complete: boolean;
}

/** Everything remembered for a customer; nothing where the page does not say whose it is. */
export async function pbxesOf(customer: CustomerRef | undefined): Promise<RememberedPbxes> {
  if (customer === undefined) return { pbxes: [], complete: false };
  const rows = await read(['pbxes'], (tx) => tx.objectStore('pbxes').index('customer').getAll(customer.key));
  return readablePbxes(rows);
}

export async function readablePbxes(rows: readonly PbxRow[]): Promise<RememberedPbxes> {
  const { records, unreadable } = readable(PbxRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `pbxes: ${unreadable}`);
  return { pbxes: records, complete: unreadable === 0 && rows.every((row) => row.complete === 1) };
}
