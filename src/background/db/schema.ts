import type { DBSchema } from 'idb';

/**
 * What stands in the database. A record lies inside its row as it was written and is validated when read, so it is
 * `unknown` here; beside it stand the values that the indexes need and IndexedDB cannot take from the record itself
 * (it cannot index a boolean, nor what is computed).
 */
export interface OrderRow {
  readonly id: string;
  readonly record: unknown;
  readonly pending: 0 | 1;
  /** Date of the order, else the day it was first seen: what "oldest first" goes by. */
  readonly sort: string;
  readonly number?: string | undefined;
  readonly reference?: string | undefined;
  readonly customer?: string | undefined;
  readonly phase: OrderPhase;
  /** While pending: the first day on which it needs the partner. Once done: the day on which that was seen. */
  readonly day: string;
  /** WMP's status word in the spelling that compares. */
  readonly word?: string | undefined;
  /** Origin of the portal whose Orders list shows it. */
  readonly listed?: string | undefined;
  /** The search part that holds its line. */
  readonly part: number;
}

/** 0: never placed, 1: pending, 2: done. */
export type OrderPhase = 0 | 1 | 2;

/**
 * Some thousand orders in one text, a line each: what lists are searched and filtered by. Reading all of them takes about as
 * long as walking an index along a few hundred rows, whatever is searched for. Below 0 there is no part, but what tells whether the parts were changed.
 */
export interface OrderPartRow {
  readonly id: number;
  readonly lines: number;
  readonly text: string;
}

export interface PbxRow {
  readonly id: string;
  readonly record: unknown;
  readonly customer: string;
  /** 1 where it was seen by a reading that saw all PBXs of the customer. */
  readonly complete: 0 | 1;
  /** Its expiration. Empty where none is known, or where the record cannot be read. */
  readonly expires: string;
}

export interface RunRow {
  readonly id: string;
  readonly record: unknown;
  readonly customer: string;
  readonly open: 0 | 1;
  /** Keys of the devices that are not settled. Blocks them even where the record cannot be read any more. */
  readonly openDevices: readonly string[];
  /** When it began: what the history is sorted by. */
  readonly started: string;
}

export interface PlainRow {
  readonly id: string;
  readonly record: unknown;
}

export interface ObservationRow extends PlainRow {
  readonly sku: string;
}

export interface PriceListRow extends PlainRow {
  /** `0`: its articles are still being written, so it does not count. */
  readonly complete: 0 | 1;
  readonly active: 0 | 1;
  /** When its import began. */
  readonly begun: string;
  /** When the partner deleted it. It does not count any more, and can be restored until it is cleaned away. */
  readonly removed?: string | undefined;
}

/** One article of a price list; `sku` and `name` in the spelling that compares. */
export interface PriceItemRow {
  readonly list: string;
  readonly n: number;
  readonly sku: string;
  readonly name?: string | undefined;
  readonly record: unknown;
}

/** `name`: the product's, in the spelling that compares; a page may know a product by its name alone. */
export interface StockRow extends PlainRow {
  readonly name: string;
}

export interface InvoiceRow extends PlainRow {
  /** 1 where it was seen by a reading that saw all invoices. */
  readonly complete: 0 | 1;
}

export interface LogEntry {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
}

export interface CompanionSchema extends DBSchema {
  orders: {
    key: string;
    value: OrderRow;
    indexes: {
      pending: [number, string];
      number: string;
      reference: string;
      customer: string;
      customerPending: [string, number];
      standing: [number, string, string];
      word: string;
      listed: string;
    };
  };
  orderParts: { key: number; value: OrderPartRow };
  stateWords: { key: string; value: PlainRow };
  readings: { key: string; value: PlainRow };
  /** Facts that the partner was reminded of. */
  reminded: { key: string; value: { readonly id: string; readonly at: string } };
  pbxes: { key: string; value: PbxRow; indexes: { customer: string; expires: string } };
  carts: { key: string; value: PlainRow };
  runs: {
    key: string;
    value: RunRow;
    indexes: {
      customer: string;
      open: number;
      openDevices: string;
      history: [string, string, string, number];
    };
  };
  agreements: { key: string; value: PlainRow };
  observations: { key: string; value: ObservationRow; indexes: { sku: string } };
  priceLists: { key: string; value: PriceListRow };
  priceItems: {
    key: [string, number];
    value: PriceItemRow;
    indexes: { sku: [string, string]; name: [string, string] };
  };
  mappings: { key: string; value: PlainRow };
  profiles: { key: string; value: PlainRow };
  stocks: { key: string; value: StockRow; indexes: { name: string } };
  invoices: { key: string; value: InvoiceRow };
  customers: { key: string; value: PlainRow };
  savedCarts: { key: string; value: PlainRow };
  log: { key: number; value: LogEntry };
}
