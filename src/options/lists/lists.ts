import type { BackupStore, EntryOf } from '../../core/backup/stores.ts';
import type { CalendarDate, Duration, Instant, Money } from '../../core/facts.ts';
import type { ListItem, ListPrice } from '../../core/price-list/item.ts';
import type { CartLine, SavedCartRecord } from '../../core/records/saved-cart.ts';
import type { Stamp } from '../../core/records/stamp.ts';
import type { DiscountSchedule, Tier } from '../../core/rules/discount/schedule.ts';
import { t } from '../../platform/i18n.ts';
import { type Column, rowOf } from '../../platform/sheets/columns.ts';
import type { Cell, Row } from '../../platform/sheets/table.ts';

/** A list that can be saved as a table: the store it is of, and the rows that one entry of it makes. */
export interface List<S extends BackupStore> {
  readonly columns: (lists: PriceLists) => readonly Column<never>[];
  readonly rows: (entry: EntryOf<S>, columns: readonly Column<never>[]) => readonly Row[];
}

/** The price lists that articles are of, by id. */
export type PriceLists = ReadonlyMap<string, EntryOf<'priceLists'>>;

/** Of which lists there are tables; orders and conversions have theirs where they are shown. */
export const LIST_STORES = [
  'customers',
  'pbxes',
  'stocks',
  'invoices',
  'agreements',
  'savedCarts',
  'priceItems',
  'observations',
  'discounts',
] as const satisfies readonly BackupStore[];
export type ListStore = (typeof LIST_STORES)[number];

const column = <T>(key: string, width: number, cell: (one: T) => Cell): Column<T> => ({ words: t(key), width, cell });
/** An amount, and its currency for who calculates with it. */
const amount = <T>(key: string, money: (one: T) => Money | undefined): Column<T>[] => [
  column(key, 14, money),
  column('orders_export_currency', 10, (one) => money(one)?.currency),
];
const day = (date: CalendarDate | undefined): Cell => date && { day: date };
/** A word of the product's own for a value that it knows. */
const wordOf = (key: string, value: string | undefined): Cell =>
  value === undefined || value === 'unknown' ? undefined : t(`${key}_${value}`);

type Seen = { readonly record: { readonly seen: { readonly at: Instant; readonly url: string } } };
const seenColumns = <T extends Seen>(): Column<T>[] => [
  column('orders_export_last', 20, ({ record }) => ({ at: record.seen.at })),
  column('lists_where', 50, ({ record }) => record.seen.url),
];
const writtenColumn = <T extends { readonly record: Stamp }>(): Column<T> =>
  column('lists_written', 20, ({ record }) => ({ at: record.updatedAt }));

/** A row for each of the things that an entry holds. */
const several = <S extends BackupStore, T>(
  items: (entry: EntryOf<S>) => readonly T[],
  columns: (lists: PriceLists) => readonly Column<T>[],
): List<S> => ({
  columns,
  rows: (entry, of) => items(entry).map((item) => rowOf(of as readonly Column<T>[], item)),
});

/** One row an entry. */
const simple = <S extends BackupStore>(columns: () => readonly Column<EntryOf<S>>[]): List<S> =>
  several<S, EntryOf<S>>((entry) => [entry], columns);

interface CartRow {
  readonly record: SavedCartRecord;
  readonly line: CartLine;
}
interface PriceRow {
  readonly list: string;
  readonly item: ListItem;
  readonly duration: Duration;
  readonly price: ListPrice;
}
interface TierRow {
  readonly record: DiscountSchedule;
  readonly tier: Tier;
}

const DURATIONS = ['P1M', 'P1Y', 'P5Y'] as const;

const LISTS: { readonly [S in ListStore]: List<S> } = {
  customers: simple<'customers'>(() => [
    column('order_filter_customer', 36, ({ record }) => record.customer.name),
    column('lists_namesakes', 20, ({ record }) => (record.namesakes ? t('lists_yes') : undefined)),
    ...seenColumns(),
  ]),
  pbxes: simple<'pbxes'>(() => [
    column('order_filter_customer', 36, ({ record }) => record.customer.name),
    column('history_pbx', 28, ({ record }) => record.name),
    column('order_filter_term', 14, ({ record }) => wordOf('term', record.term)),
    column('lists_expiration', 14, ({ record }) => day(record.expiration)),
    column('lists_hardware', 14, ({ record }) => wordOf('orders_export_contract', record.hardware)),
    ...seenColumns(),
  ]),
  stocks: simple<'stocks'>(() => [
    column('lists_product', 36, ({ record }) => record.product),
    column('lists_sku', 22, ({ record }) => record.sku),
    column('lists_stock', 10, ({ record }) => record.stock),
    ...seenColumns(),
  ]),
  invoices: simple<'invoices'>(() => [
    column('lists_invoice', 20, ({ record }) => record.number),
    column('lists_date', 12, ({ record }) => day(record.date)),
    column('lists_due', 12, ({ record }) => day(record.due)),
    ...amount<EntryOf<'invoices'>>('lists_amount', ({ record }) => record.amount),
    column('orders_export_currency_said', 20, ({ record }) =>
      record.amount?.currencySaid ? t('lists_yes') : undefined,
    ),
    column('order_filter_state', 14, ({ record }) => wordOf('lists_invoice', record.state)),
    column('orders_page_word', 20, ({ record }) => record.statusText),
    ...seenColumns(),
  ]),
  agreements: simple<'agreements'>(() => [
    column('order_filter_customer', 36, ({ record }) => record.customer.name),
    column('lists_signed', 14, ({ record }) => day(record.signed)),
    column('lists_sent', 20, ({ record }) => day(record.sent)),
    column('lists_attachment', 40, ({ record }) => record.attachment),
    writtenColumn(),
  ]),
  savedCarts: several<'savedCarts', CartRow>(
    ({ record }) => record.lines.map((line) => ({ record, line })),
    () => [
      column('lists_cart', 30, ({ record }) => record.name),
      column('lists_product', 36, ({ line }) => line.product),
      column('lists_sku', 22, ({ line }) => line.sku),
      column('lists_quantity', 10, ({ line }) => line.quantity),
      column('lists_saved', 20, ({ record }) => ({ at: record.savedAt })),
    ],
  ),
  priceItems: several<'priceItems', PriceRow>(
    ({ list, record }) =>
      DURATIONS.flatMap((duration) => {
        const price = record.prices[duration];
        return price === undefined ? [] : [{ list, item: record, duration, price }];
      }),
    (lists) => [
      column('lists_sku', 22, ({ item }) => item.sku),
      column('lists_product', 36, ({ item }) => item.name),
      column('lists_category', 24, ({ item }) => item.category),
      column('order_filter_term', 14, ({ duration }) => t(`term_${duration}`)),
      ...amount<PriceRow>('lists_price', ({ price }) => price.money),
      column('lists_price_unit', 14, ({ price }) => wordOf('lists_per', price.unit)),
      column('lists_price_list', 38, ({ list }) => lists.get(list)?.record.name),
      column('lists_list_date', 14, ({ list }) => day(lists.get(list)?.record.listDate)),
      column('lists_in_use', 10, ({ list }) => (lists.get(list)?.active === 1 ? t('lists_yes') : undefined)),
    ],
  ),
  observations: simple<'observations'>(() => [
    column('lists_sku', 22, ({ record }) => record.sku),
    column('order_filter_term', 14, ({ record }) => t(`term_${record.duration}`)),
    column('lists_quantity', 10, ({ record }) => record.quantity),
    column('lists_cart_quantity', 16, ({ record }) => record.cartQuantity),
    column('lists_before', 20, ({ record }) => record.before),
    ...amount<EntryOf<'observations'>>('lists_after', ({ record }) => record.after),
    column('lists_date', 12, ({ record }) => day(record.on)),
    column('order_filter_customer', 36, ({ record }) => record.customer?.name),
    ...seenColumns(),
  ]),
  discounts: several<'discounts', TierRow>(
    ({ record }) => record.tiers.map((tier) => ({ record, tier })),
    () => [
      column('lists_scope', 14, ({ record }) => t(`lists_scope_${record.scope.kind}`)),
      column('lists_scope_name', 30, ({ record: { scope } }) =>
        scope.kind === 'sku' ? scope.sku : scope.kind === 'category' ? scope.category : undefined,
      ),
      column('order_filter_term', 14, ({ record }) => wordOf('term', record.duration)),
      column('lists_model', 20, ({ record }) => t(`lists_model_${record.model}`)),
      column('lists_pack', 12, ({ record }) => record.packSize),
      column('lists_from', 12, ({ tier }) => tier.from),
      column('lists_percent', 14, ({ tier }) => decimal(tier.percent)),
      column('lists_price', 14, ({ tier }) => decimal(tier.price)),
      column('lists_flat', 14, ({ tier }) => decimal(tier.flat)),
      column('orders_export_currency', 10, ({ record }) => record.currency),
      column('lists_price_unit', 14, ({ record }) => t(`lists_per_${record.per}`)),
    ],
  ),
};

const decimal = (text: string | undefined): Cell => (text === undefined ? undefined : { decimal: text });

export const listOf = (store: ListStore): List<ListStore> => LISTS[store] as unknown as List<ListStore>;
