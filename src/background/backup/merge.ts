import * as v from 'valibot';
import { type BackupStore, BlockingRow, ENTRIES, type EntryOf } from '../../core/backup/stores.ts';
import { canonical } from '../../core/backup/verdict.ts';
import { AgreementRecord } from '../../core/records/agreement.ts';
import { CustomerRecord } from '../../core/records/customer.ts';
import { InvoiceRecord } from '../../core/records/invoice.ts';
import { MappingRecord } from '../../core/records/mapping.ts';
import { ObservationRecord } from '../../core/records/observation.ts';
import { arriving, leaving } from '../../core/records/origin.ts';
import { ProfileRecord } from '../../core/records/profile.ts';
import { ReadingRecord } from '../../core/records/reading.ts';
import { SavedCartRecord } from '../../core/records/saved-cart.ts';
import { Stamp } from '../../core/records/stamp.ts';
import { StateWordRecord } from '../../core/records/state-word.ts';
import { StockRecord } from '../../core/records/stock.ts';
import { writeOrders } from '../db/put-orders.ts';
import { invoiceRow, observationRow, stockRow } from '../db/rows.ts';
import { write as writing } from '../db/transact.ts';
import type { EventTime } from '../handlers/handler.ts';
import { setSettings } from '../handlers/settings.ts';
import { readSettings } from '../settings-store.ts';
import { changeStated, readStated } from '../stated-discounts.ts';
import {
  type Taken,
  takeCart,
  takeItem,
  takeList,
  takeOrders,
  takePbx,
  takePlain,
  takeReminded,
  takeRun,
} from './take-in.ts';

type Take<S extends BackupStore> = (
  entries: readonly EntryOf<S>[],
  write: boolean,
  time: EventTime,
) => Promise<readonly Taken[]>;

async function each<E>(entries: readonly E[], take: (entry: E) => Promise<Taken>): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const entry of entries) taken.push(await take(entry));
  return taken;
}

type PlainName = 'stateWords' | 'profiles' | 'customers' | 'agreements' | 'savedCarts' | 'mappings' | 'readings';

const plain =
  <S extends PlainName>(store: S, schema: v.GenericSchema<unknown, EntryOf<S>['record']>): Take<S> =>
  (entries, write) =>
    writing([store], (tx) =>
      each(entries, ({ record }) =>
        takePlain(tx.objectStore(store) as never, schema, record, write, (one) => ({ id: one.id, record: one })),
      ),
    );

/** How entries of each store are taken in: one transaction for the entries of a message, all of them or none. */
const TAKE: { readonly [S in BackupStore]: Take<S> } = {
  settings: async ([entry], write, time) => {
    if (entry === undefined) return [];
    if (canonical(await readSettings()) === canonical(entry.record)) return ['same'];
    if (write) await setSettings({ settings: entry.record }, time);
    return ['newer'];
  },
  discounts: async (entries, write) => {
    const { schedules } = await readStated();
    const known = new Map(schedules.map((one) => [one.id, one]));
    const taken = entries.map(({ record }): Taken => {
      const here = known.get(record.id);
      if (here !== undefined) return canonical(here) === canonical(record) ? 'same' : 'older';
      known.set(record.id, record);
      return 'new';
    });
    if (write && taken.includes('new'))
      await changeStated((now) => {
        const here = new Set(now.map(({ id }) => id));
        return [...now, ...[...known.values()].filter(({ id }) => !here.has(id))];
      });
    return taken;
  },
  stateWords: plain('stateWords', StateWordRecord),
  profiles: plain('profiles', ProfileRecord),
  customers: plain('customers', CustomerRecord),
  pbxes: (entries, write) => writing(['pbxes'], (tx) => each(entries, (entry) => takePbx(tx, entry, write))),
  agreements: plain('agreements', AgreementRecord),
  carts: (entries, write) => writing(['carts'], (tx) => each(entries, (entry) => takeCart(tx, entry, write))),
  savedCarts: plain('savedCarts', SavedCartRecord),
  stocks: (entries, write) =>
    writing(['stocks'], (tx) =>
      each(entries, ({ record }) => takePlain(tx.objectStore('stocks') as never, StockRecord, record, write, stockRow)),
    ),
  invoices: (entries, write) =>
    writing(['invoices'], (tx) =>
      each(entries, ({ record, complete }) =>
        takePlain(tx.objectStore('invoices') as never, InvoiceRecord, record, write, (one) =>
          invoiceRow(one, complete === 1),
        ),
      ),
    ),
  observations: (entries, write) =>
    writing(['observations'], (tx) =>
      each(entries, ({ record }) =>
        takePlain(tx.objectStore('observations') as never, ObservationRecord, record, write, observationRow),
      ),
    ),
  mappings: plain('mappings', MappingRecord),
  priceItems: (entries, write) =>
    writing(['priceItems', 'priceLists'], (tx) => each(entries, (entry) => takeItem(tx, entry, write))),
  priceLists: (entries, write) =>
    writing(['priceItems', 'priceLists'], (tx) => each(entries, (entry) => takeList(tx, entry, write))),
  readings: plain('readings', ReadingRecord),
  reminded: (entries, write) => writing(['reminded'], (tx) => each(entries, (entry) => takeReminded(tx, entry, write))),
  runs: (entries, write) => writing(['runs'], (tx) => each(entries, (entry) => takeRun(tx, entry, write))),
  orders: async (entries, write) => {
    const { staleDays } = await readSettings();
    return writeOrders((tx) => takeOrders(tx, entries, write, staleDays));
  },
};

/** Where an entry that is not taken in is wrong. */
export interface Wrong {
  readonly at: number;
  readonly where: string;
}

export interface Merged {
  readonly taken: readonly Taken[];
  readonly wrong: readonly Wrong[];
}

export interface Way {
  /** Whether the entries are taken in or only looked at. */
  readonly write: boolean;
  /** The installation that made the file, and the one that takes it in. */
  readonly from?: string | undefined;
  readonly here: string;
}

/** Looks at entries of one store, each by itself, and takes them in where `write` says so. */
export async function merge(
  store: BackupStore,
  entries: readonly unknown[],
  { write, from = UNNAMED, here }: Way,
  time: EventTime,
): Promise<Merged> {
  const wrong: Wrong[] = [];
  const good: { readonly at: number; readonly entry: unknown }[] = [];
  for (const [at, entry] of entries.entries()) {
    const read = v.safeParse(ENTRIES[store], entry);
    if (read.success) good.push({ at, entry: carried(read.output, from, here) });
    else if (store === 'runs' && v.is(BlockingRow, entry)) good.push({ at, entry });
    else wrong.push({ at, where: v.getDotPath(read.issues[0]) ?? '' });
  }
  const take = TAKE[store] as Take<never>;
  const taken = good.length === 0 ? [] : await take(good.map(({ entry }) => entry) as never[], write, time);
  // Read and still not taken in: a price list without all its articles, a run of which only its devices could be kept.
  for (const [i, { at }] of good.entries())
    if (taken[i] === 'broken') wrong.push({ at, where: BROKEN_AT[store] ?? '' });
  return { taken: taken.filter((one) => one !== 'broken'), wrong: wrong.sort((a, b) => a.at - b.at) };
}

/** Who wrote a record of a file that names nobody. */
const UNNAMED = 'unnamed';

/** An entry with the name of who wrote its record, where it is one that says so. */
function carried(entry: object, from: string, here: string): object {
  if (!('record' in entry) || !v.is(Stamp, entry.record)) return entry;
  return { ...entry, record: arriving(leaving(entry.record, from), here) };
}

const BROKEN_AT: Partial<Record<BackupStore, string>> = { priceLists: 'items', runs: 'record' };
