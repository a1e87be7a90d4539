import type { Money } from '../core/facts.ts';
import type { RequestOf } from '../core/messages/worker-contract.ts';
import { asksToConfirm, type CartDoubt, cartDoubt } from './cart-doubt.ts';
import { printedTotal, type UnclearCurrency, unclearCurrency } from './portal/amounts.ts';
import { readCartLines } from './portal/cart-lines.ts';
import { addressIn } from './portal/fields.ts';
import { isWindowed } from './portal/list-height.ts';
import { type OrderForm, readOrderForm } from './portal/order-form.ts';
import { oneGrid, type Page } from './portal/page.ts';
import { given, type ProductRow } from './portal/records.ts';
import { unitPrices } from './portal/unit-prices.ts';

/** An order as a page shows it, with everything that is asked about it. */
export interface OrderQuestion {
  readonly form: OrderForm;
  /** The cart is drawn in part, or may be: what it costs cannot be told before more of it is seen. */
  readonly partly: boolean;
  readonly asks: {
    readonly advise: RequestOf<'order.advise'>;
    /** Absent: there is no cart, it is empty, or not all of it can be read. */
    readonly quote: RequestOf<'quote.compute'> | undefined;
    readonly products: RequestOf<'quote.compute'> | undefined;
  };
  /** As the page's own field has it, empty where it is; absent: this page does not ask for it. */
  readonly address: string | undefined;
  /** WMP's own total, and what its lines come to. */
  readonly printed: Money | undefined;
  readonly printedLines: Money | undefined;
  /** Where the page does not say which currency its prices are in. */
  readonly unclearCurrency: UnclearCurrency | undefined;
  /** Why nothing is held back at Checkout, where the cart cannot be read. */
  readonly doubt: CartDoubt | undefined;
  /** Checkout was pressed: the page asks to confirm the order. */
  readonly confirming: boolean;
  /** Equal texts are the same question. */
  readonly text: string;
}

/** Nobody reads down a longer table of products, and each reading of the page would ask for it. */
const MOST_PRODUCTS = 300;

/**
 * @param whole the signature of a cart that was seen whole. Below the fold it cannot be told whether blank room in its list is kept
 * for more lines.
 */
export function questionOf(page: Page, pagePrice: 'month' | 'term', whole: string | undefined): OrderQuestion {
  const form = readOrderForm(page);
  const cartGrid = oneGrid(page, 'cart');
  const unseen = cartGrid !== undefined && cartGrid !== 'twice' && isWindowed(cartGrid);
  const partly = unseen && (form.signature === undefined || form.signature !== whole);
  const whose = given({ customer: form.customer, pbx: form.pbx, duration: form.duration });
  const stocks = form.products.flatMap((product) =>
    product.stock === undefined
      ? []
      : [{ key: product.key, stock: product.stock, quantity: quantityOf(product, form) }],
  );
  const quantity = form.signature === undefined ? () => undefined : (line: ProductRow) => line.quantity;
  const question = {
    asks: {
      advise: { ...whose, stocks },
      quote: quoteOf('cart', form.cart ?? [], quantity),
      products: form.products.length > MOST_PRODUCTS ? undefined : quoteOf('products', form.products, () => 1),
    },
    address: addressOn(page),
    printed: form.cart === undefined || form.cart.length === 0 ? undefined : totalOn(page),
    printedLines: sumOfLines(page),
    unclearCurrency: unclearOn(page),
    doubt: cartDoubt(page, form),
    confirming: asksToConfirm(page),
  };
  return {
    form,
    partly,
    ...question,
    text: JSON.stringify([question, form.signature, form.cart?.map(({ key }) => key)]),
  };

  function quoteOf(
    kind: 'cart' | 'products',
    rows: readonly ProductRow[],
    units: (row: ProductRow) => number | undefined,
  ): RequestOf<'quote.compute'> | undefined {
    const grid = oneGrid(page, kind);
    if (grid === undefined || grid === 'twice' || rows.length === 0) return undefined;
    // A part of a cart would look like the whole.
    if (kind === 'cart' && (partly || rows.length !== grid.rows.length)) return undefined;
    const price = unitPrices(grid, form.duration, pagePrice);
    const lines = rows.flatMap((row) => {
      const count = units(row);
      if (count === undefined || row.product.length > 200 || (row.sku?.length ?? 0) > 200) return [];
      return [
        { key: row.key, product: row.product, quantity: count, ...given({ sku: row.sku, price: price(row.row) }) },
      ];
    });
    return lines.length === rows.length ? { ...whose, lines } : undefined;
  }
}

/** Looked for only where the page has such a field at all: a pass over the page is not free. */
export const addressOn = (page: Page): string | undefined =>
  page.fields.some(({ concept }) => concept === 'address')
    ? addressIn(
        document.body,
        page.grids.map((grid) => grid.element),
      )
    : undefined;

/** WMP's own total for its order. */
export const totalOn = (page: Page, where: Element = document.body): Money | undefined =>
  printedTotal(where, page.grids);

function unclearOn(page: Page): UnclearCurrency | undefined {
  for (const kind of ['cart', 'products'] as const) {
    const grid = oneGrid(page, kind);
    if (grid === undefined || grid === 'twice') continue;
    const unclear = unclearCurrency(grid, 'price') ?? unclearCurrency(grid, 'total');
    if (unclear !== undefined) return unclear;
  }
  return undefined;
}

/** Quantity to judge a product's stock by: what the cart holds of it, else what its own field says, else one. */
function quantityOf(product: ProductRow, form: OrderForm): number {
  const inCart = form.cart?.find((line) => line.key === product.key || line.product === product.product)?.quantity;
  return Math.max(1, inCart ?? product.quantity ?? 1);
}

function sumOfLines(page: Page): Money | undefined {
  const lines = readCartLines(page);
  const currency = lines?.[0]?.total.currency;
  if (lines === undefined || currency === undefined || lines.some(({ total }) => total.currency !== currency))
    return undefined;
  return { amountMinor: lines.reduce((sum, { total }) => sum + total.amountMinor, 0), currency };
}
