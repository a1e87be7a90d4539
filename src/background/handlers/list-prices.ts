import { nameKey } from '../../core/customer.ts';
import type { Duration, Money } from '../../core/facts.ts';
import { minorDigits } from '../../core/money/currency.ts';
import { ListItem } from '../../core/price-list/item.ts';
import { PriceListRecord } from '../../core/records/price-list.ts';
import type { UnitPrice } from '../../core/rules/quote/cart.ts';
import { readable } from '../db/readable.ts';
import type { PriceItemRow, PriceListRow } from '../db/schema.ts';
import { type ReadTx, read } from '../db/transact.ts';

/** What the active list says of one product. `ambiguous`: its name stands in the list several times. */
export type Listed =
  | { readonly kind: 'found'; readonly item: ListItem }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'not-listed' };

export interface ListAnswer {
  /** Absent: none is imported. `unreadable`: there is one, and its record or an article of it cannot be read. */
  readonly list?: PriceListRecord;
  readonly unreadable: boolean;
  /** In the order of what was asked. */
  readonly products: readonly Listed[];
}

interface Wanted {
  readonly sku?: string | undefined;
  readonly product?: string | undefined;
}

type Tx = ReadTx<['priceLists', 'priceItems']>;

/** The active list and its articles for these products: by SKU, else by a name that only one article has. */
export async function listed(wanted: readonly Wanted[]): Promise<ListAnswer> {
  const { row, items } = await read(['priceLists', 'priceItems'], async (tx) => {
    const rows = await tx.objectStore('priceLists').getAll();
    const active = rows.find((one) => one.active === 1 && one.complete === 1);
    if (active === undefined) return { row: undefined, items: [] };
    const found = await Promise.all(wanted.map((one) => itemsFor(tx, active, one)));
    return { row: active, items: found };
  });
  if (row === undefined) return { unreadable: false, products: wanted.map(() => ({ kind: 'not-listed' })) };
  const lists = readable(PriceListRecord, [row]);
  let unreadable = lists.unreadable > 0;
  const products = items.map((own): Listed => {
    const { records, unreadable: lost } = readable(ListItem, own);
    unreadable ||= lost > 0;
    const [first] = records;
    if (records.length + lost > 1) return { kind: 'ambiguous' };
    return first === undefined ? { kind: 'not-listed' } : { kind: 'found', item: first };
  });
  const [list] = lists.records;
  return { ...(list && { list }), unreadable, products };
}

async function itemsFor(tx: Tx, { id }: PriceListRow, { sku, product }: Wanted): Promise<readonly PriceItemRow[]> {
  const store = tx.objectStore('priceItems');
  const bySku = sku === undefined ? [] : await store.index('sku').getAll([id, nameKey(sku)]);
  if (bySku.length > 0 || product === undefined) return bySku;
  return store.index('name').getAll([id, nameKey(product)], 2);
}

/** The prices of an article that say what they cover; those that do not are named in `unknown`. */
export function unitPrices(item: ListItem): {
  readonly prices: Readonly<Partial<Record<Duration, UnitPrice>>>;
  readonly unknown: readonly Duration[];
} {
  const prices: Partial<Record<Duration, UnitPrice>> = {};
  const unknown: Duration[] = [];
  for (const duration of ['P1M', 'P1Y', 'P5Y'] as const) {
    const price = item.prices[duration];
    if (price === undefined) continue;
    // A term of one month is a month.
    const per = price.unit === 'unknown' && duration === 'P1M' ? 'month' : price.unit;
    if (per === 'unknown') unknown.push(duration);
    else if (price.money.amountMinor >= 0) prices[duration] = { ...decimalOf(price.money), per };
  }
  return { prices, unknown };
}

function decimalOf({ amountMinor, currency }: Money): { readonly decimal: string; readonly currency: string } {
  const digits = minorDigits(currency);
  const text = String(amountMinor).padStart(digits + 1, '0');
  return { currency, decimal: digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}` };
}
