import * as v from 'valibot';
import { ListItem } from '../price-list/item.ts';
import { AgreementRecord } from '../records/agreement.ts';
import { CartRecord } from '../records/cart.ts';
import { CustomerRecord } from '../records/customer.ts';
import { InvoiceRecord } from '../records/invoice.ts';
import { MappingRecord } from '../records/mapping.ts';
import { ObservationRecord } from '../records/observation.ts';
import { OrderRecord } from '../records/order.ts';
import { PbxRecord } from '../records/pbx.ts';
import { PriceListRecord } from '../records/price-list.ts';
import { ProfileRecord } from '../records/profile.ts';
import { ReadingRecord } from '../records/reading.ts';
import { RunRecord } from '../records/run.ts';
import { SavedCartRecord } from '../records/saved-cart.ts';
import { StateWordRecord } from '../records/state-word.ts';
import { StockRecord } from '../records/stock.ts';
import { StatedDiscount } from '../rules/discount/schedule.ts';
import { Settings } from '../settings.ts';

const Text = v.pipe(v.string(), v.maxLength(1200));
const Mark = v.picklist([0, 1]);
const plain = <S extends v.GenericSchema>(record: S) => v.object({ record });

/**
 * Everything that a file of the partner's data holds, in the order in which it is taken in: words before the orders that are
 * known by them, articles before the list that makes them count. Of each, what one entry of the file is.
 */
export const ENTRIES = {
  settings: plain(Settings),
  discounts: plain(StatedDiscount),
  stateWords: plain(StateWordRecord),
  profiles: plain(ProfileRecord),
  customers: plain(CustomerRecord),
  pbxes: v.object({ record: PbxRecord, complete: Mark }),
  agreements: plain(AgreementRecord),
  carts: plain(CartRecord),
  savedCarts: plain(SavedCartRecord),
  stocks: plain(StockRecord),
  invoices: v.object({ record: InvoiceRecord, complete: Mark }),
  observations: plain(ObservationRecord),
  mappings: plain(MappingRecord),
  priceItems: v.object({ list: Text, n: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), record: ListItem }),
  priceLists: v.object({ record: PriceListRecord, active: Mark, begun: Text }),
  readings: plain(ReadingRecord),
  reminded: v.object({ id: Text, at: Text }),
  runs: plain(RunRecord),
  orders: v.object({ record: OrderRecord, sort: Text }),
} as const;

export type BackupStore = keyof typeof ENTRIES;
export type EntryOf<S extends BackupStore> = v.InferOutput<(typeof ENTRIES)[S]>;
export const BACKUP_STORES = Object.keys(ENTRIES) as readonly BackupStore[];

/**
 * A run that cannot be read still keeps its devices from being converted twice, so it is carried over as the row that it
 * is. It is counted as broken all the same.
 */
export const BlockingRow = v.object({
  id: v.pipe(Text, v.minLength(1)),
  customer: Text,
  started: Text,
  openDevices: v.pipe(v.array(Text), v.minLength(1), v.maxLength(2000)),
  record: v.unknown(),
});

/** Entries that go into one message: a message of the browser's holds 64 MB, and a run two thousand devices. */
export const partSize = (store: BackupStore): number => (store === 'runs' ? 20 : 500);
