import * as v from 'valibot';
import type { BackupStore } from '../../core/backup/stores.ts';
import { RunRecord } from '../../core/records/run.ts';
import type { CompanionSchema, PlainRow, RunRow } from '../db/schema.ts';

/** The stores of a file that are stores of the database; the others lie in the browser's own storage. */
export type DbStore = Exclude<BackupStore, 'settings' | 'discounts'>;
type Row<S extends DbStore> = CompanionSchema[S]['value'];

const plain = ({ record }: PlainRow): object => ({ record });

/** What a row is in a file: what its indexes need is made anew when it is taken in. */
export const TO_ENTRY: { readonly [S in DbStore]: (row: Row<S>) => object } = {
  stateWords: plain,
  profiles: plain,
  customers: plain,
  pbxes: ({ record, complete }) => ({ record, complete }),
  agreements: plain,
  carts: plain,
  savedCarts: plain,
  stocks: plain,
  invoices: ({ record, complete }) => ({ record, complete }),
  observations: plain,
  mappings: plain,
  priceItems: ({ list, n, record }) => ({ list, n, record }),
  priceLists: ({ record, active, begun }) => ({ record, active, begun }),
  readings: plain,
  reminded: ({ id, at }) => ({ id, at }),
  runs: runEntry,
  orders: ({ record, sort }) => ({ record, sort }),
};

/** One that cannot be read goes with what keeps its devices from being converted twice. */
function runEntry({ id, record, customer, started, openDevices }: RunRow): object {
  return v.is(RunRecord, record) ? { record } : { id, customer, started, openDevices, record };
}
