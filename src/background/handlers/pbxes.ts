import type { CustomerRef } from '../../core/customer.ts';
import type { CalendarDate } from '../../core/facts.ts';
import { CUSTOMERS_CHANGED } from '../../core/messages/memory-contract.ts';
import { CustomerRecord } from '../../core/records/customer.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { ageInDays } from '../../core/rules/age.ts';
import { dayOf } from '../clock.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import { pbxRow } from '../db/rows.ts';
import type { PbxRow, PlainRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
import { mergePbxes } from '../merge/pbxes.ts';
import { tellPages } from '../tell-pages.ts';
import type { Handler } from './handler.ts';

export const seen: Handler<'pbxes.seen'> = async ({ customer, pbxes, complete, url }, { at, today }) => {
  const { stored, isNew } = await write(
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
      return { stored: change.put.length, isNew: rows.length === 0 && change.put.length > 0 };
    },
    'relaxed',
  );
  if (isNew) await tellPages(CUSTOMERS_CHANGED, at);
  return { stored };
};

export const remembered: Handler<'pbxes.remembered'> = async ({ customer }, { today }) => ({
  pbxes: aged((await pbxesOf(customer)).pbxes, today),
});

export interface RememberedPbxes {
  readonly pbxes: PbxRecord[];
  /** All PBXs of the customer, by a reading that saw them all and nothing unreadable since. */
  readonly complete: boolean;
  /** The Customers list shows the customer's name more than once, so nothing remembered under it is used. */
  readonly namesakes: boolean;
}

/** Everything remembered for a customer; nothing where the page does not say whose it is, or two have that name. */
export async function pbxesOf(customer: CustomerRef | undefined): Promise<RememberedPbxes> {
  if (customer === undefined) return { pbxes: [], complete: false, namesakes: false };
  const [rows, listed] = await read(['pbxes', 'customers'], (tx) =>
    Promise.all([
      tx.objectStore('pbxes').index('customer').getAll(customer.key),
      tx.objectStore('customers').get(customer.key),
    ]),
  );
  if (hasNamesakes(listed)) return { pbxes: [], complete: false, namesakes: true };
  return { ...(await readablePbxes(rows)), namesakes: false };
}

/** Whether the Customers list shows a name more than once. */
export const hasNamesakes = (row: PlainRow | undefined): boolean =>
  row !== undefined && readable(CustomerRecord, [row]).records[0]?.namesakes === true;

export const aged = (pbxes: readonly PbxRecord[], today: CalendarDate) =>
  pbxes.map((record) => ({ ...record, ageDays: ageInDays(dayOf(record.seen.at), today) }));

async function readablePbxes(rows: readonly PbxRow[]): Promise<Omit<RememberedPbxes, 'namesakes'>> {
  const { records, unreadable } = readable(PbxRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `pbxes: ${unreadable}`);
  return { pbxes: records, complete: unreadable === 0 && rows.every((row) => row.complete === 1) };
}
