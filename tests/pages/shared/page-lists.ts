import { shuffled } from '../../portal/shared/random.ts';
import { makePbxes } from './data.ts';
import type { Settings } from './knobs.ts';
import type { List, ListColumn } from './list.ts';
import { PAGE_WORDS } from './page-words.ts';
import { CART, CUSTOMERS, INVOICES, makeOrders, PRODUCTS } from './records.ts';
import { WORDS } from './words.ts';

/** Columns by key: a label, the text of a record, and the width where the usual one does not do. */
type Columns<R> = Record<string, readonly [label: string, text: (record: R) => string, width?: number]>;

/** A record is known by its place: nothing on these pages changes. */
function listOf<R>(settings: Settings, records: readonly R[], columns: Columns<R>, last?: ListColumn): List {
  const made = Object.entries(columns).map(([key, [label, text, width = 130]]): ListColumn => {
    const ofRow = (id: string) => text(records[Number(id)] as R);
    return { key, label, width, text: ofRow };
  });
  return {
    columns: [...(settings.shuffle === null ? made : shuffled(made, settings.shuffle)), ...(last ? [last] : [])],
    ids: records.map((_, index) => String(index)),
    paged: settings.paged,
  };
}

/** The lists of a page, in the page's language and its own way to write numbers. */
export function pageLists(settings: Settings) {
  const [words, own] = [WORDS[settings.lang], PAGE_WORDS[settings.lang]];
  const dates = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const date = (iso: string | null) => (iso === null ? '–' : dates.format(new Date(`${iso}T00:00:00Z`)));
  const euros = new Intl.NumberFormat(words.locale, { style: 'currency', currency: 'EUR' });
  const money = (minor: number) => euros.format(minor / 100);
  // Intl writes a hyphen in most languages; a careful page a minus.
  const counts = new Intl.NumberFormat(words.locale);
  const count = (value: number) => counts.format(value).replace(/^-/, '\u2212');
  const button = (label: string): ListColumn => ({
    key: 'action',
    label: '',
    width: 120,
    text: () => label,
    press: () => {},
  });
  return {
    pbxes: () =>
      listOf(settings, makePbxes(settings.pbxes), {
        name: [words.name, ({ name }) => name, 180],
        term: [words.term, ({ term }) => words.terms[term], 240],
        expires: [words.expires, ({ expiration }) => date(expiration), 170],
      }),
    customers: () =>
      listOf(settings, CUSTOMERS, {
        customer: [own.customers.customer, ({ name }) => name, 240],
        place: [own.customers.place, ({ place }) => place, 170],
        country: [own.customers.country, ({ country }) => country],
        reseller: [own.customers.reseller, ({ reseller }) => reseller],
      }),
    orders: () =>
      listOf(
        settings,
        makeOrders(settings.rows),
        {
          number: [own.orders.number, ({ number }) => number],
          date: [own.orders.date, (order) => date(order.date)],
          reference: [own.orders.reference, ({ reference }) => reference],
          customer: [own.orders.customer, ({ customer }) => customer, 220],
          contract: [own.orders.contract, ({ contract }) => own.contracts[contract]],
          status: [own.orders.status, ({ state }) => own.states[state], 170],
          shipment: [own.orders.shipment, ({ shipmentDate }) => date(shipmentDate), 150],
          total: [own.orders.total, ({ totalMinor }) => money(totalMinor)],
        },
        button(own.orders.view),
      ),
    balance: () =>
      listOf(settings, INVOICES, {
        number: [own.invoices.number, ({ number }) => number, 150],
        date: [own.invoices.date, (invoice) => date(invoice.date)],
        due: [own.invoices.due, ({ due }) => date(due)],
        amount: [own.invoices.amount, ({ amountMinor }) => money(amountMinor)],
        status: [own.invoices.status, ({ state }) => own.invoiceStates[state]],
      }),
    products: () =>
      listOf(
        settings,
        PRODUCTS,
        {
          product: [own.products.product, ({ product }) => product, 200],
          sku: [own.products.sku, ({ sku }) => sku, 150],
          price: [own.products.price, ({ priceMinor }) => money(priceMinor), 150],
          stock: [own.products.stock, ({ stock }) => count(stock)],
        },
        button(own.order.add),
      ),
    cart: () =>
      listOf(settings, CART, {
        product: [own.cart.product, ({ product }) => product, 200],
        sku: [own.cart.sku, ({ sku }) => sku, 150],
        quantity: [own.cart.quantity, ({ quantity }) => count(quantity)],
        price: [own.cart.price, ({ priceMinor }) => money(priceMinor), 150],
        discount: [own.cart.discount, ({ discountPercent }) => (discountPercent === 0 ? '' : `${discountPercent} %`)],
        total: [own.cart.total, ({ totalMinor }) => money(totalMinor)],
      }),
  };
}
