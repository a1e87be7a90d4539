import * as v from 'valibot';
import type { BackupStore } from '../../core/backup/stores.ts';
import { nameKey } from '../../core/customer.ts';
import { RunRecord } from '../../core/records/run.ts';
import type { CompanionSchema, ObservationRow, PlainRow, PriceItemRow, RunRow, StockRow } from '../db/schema.ts';

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

export const observationRow = (record: { readonly id: string; readonly sku: string }): ObservationRow => ({
  id: record.id,
  sku: record.sku,
  record,
});

export const stockRow = (record: { readonly id: string; readonly product: string }): StockRow => ({
  id: record.id,
  record,
  name: nameKey(record.product),
});

export const itemRow = (
  list: string,
  n: number,
  item: { readonly sku: string; readonly name?: string | undefined },
): PriceItemRow => ({
  list,
  n,
  sku: nameKey(item.sku),
  ...(item.name !== undefined && { name: nameKey(item.name) }),
  record: item,
});
