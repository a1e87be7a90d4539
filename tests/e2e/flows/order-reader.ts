import { readText } from '../../../src/content/portal/dom.ts';
import { readOrderForm } from '../../../src/content/portal/order-form.ts';
import { orderRows } from '../../../src/content/portal/orders.ts';
import { readPage } from '../../../src/content/portal/page.ts';

/** The cart of the page that is on show, as plain data: its lines, or `null` where it is not read. */
export function cart(): { kind: string; lines: string[] | null; whole: boolean } {
  const page = readPage();
  const { cart: lines, signature } = readOrderForm(page);
  return {
    kind: page.kind,
    lines: lines?.map(({ product, quantity }) => `${quantity} ${product}`) ?? null,
    whole: signature !== undefined,
  };
}

/** The products on show, as plain data; `null` where a value is not read. */
export const products = (): (string | number | null)[][] =>
  readOrderForm(readPage()).products.map(({ product, sku, stock, quantity }) => [
    product,
    sku ?? null,
    stock ?? null,
    quantity ?? null,
  ]);

/** What lies over the page, and whether it only tells something. */
export const told = (): [text: string, passing: boolean][] =>
  readPage().dialogs.map(({ text, passing }) => [text, passing === true]);

/** The text of what carries this id. */
export const textOf = (id: string): string => readText(document.getElementById(id) ?? document.body);

/** The orders of the page that is on show, as plain data, for each list of them. */
export const orders = (): unknown[][] =>
  readPage()
    .grids.filter(({ kind }) => kind === 'orders')
    .map((grid) =>
      orderRows(grid).map((row) => [
        row.number,
        row.date,
        row.customer?.name,
        row.reference,
        row.contract,
        row.statusText,
        row.shipmentDate,
        row.total?.amountMinor,
      ]),
    );
