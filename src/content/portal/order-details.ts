import { customerRef } from '../../core/customer.ts';
import type { OrderRow } from '../../core/messages/contract.ts';
import { printedTotal } from './amounts.ts';
import { dateOrder, parseDate } from './dates.ts';
import { BEFORE_NUMBER } from './orders.ts';
import type { Page } from './page.ts';
import { given, type ProductRow, pageLanguage, productRows } from './records.ts';
import { parseContract, parseOrderState } from './vocabulary/values.ts';

/** One order as its own page shows it. */
export interface OrderDetails {
  readonly row: OrderRow;
  /** Products and quantities; `undefined` where no list of them can be read. */
  readonly lines: readonly ProductRow[] | undefined;
}

const SHAPE = /^(?=.*\d)[\p{L}\d][\p{L}\d/_.-]{1,39}$/u;
const EMPTY = /^[-–—/.]?$/;

/** Reads an order-details page. `undefined` where it shows no number: then nobody knows which order it is. */
export function readOrderDetails(page: Page): OrderDetails | undefined {
  const { values, headed } = page.facts;
  const text = (concept: Parameters<typeof values.get>[0]) => {
    const value = values.get(concept);
    return value === undefined || EMPTY.test(value) ? undefined : value;
  };
  const labelled = text('orderNumber')?.replace(BEFORE_NUMBER, '');
  const number = labelled ?? headed;
  if (number === undefined || !SHAPE.test(number) || (headed !== undefined && headed !== number)) return undefined;
  const printed = [text('date'), text('shipmentDate')].flatMap((value) => value ?? []);
  const order = dateOrder(printed, pageLanguage());
  const date = (concept: 'date' | 'shipmentDate') => parseDate(text(concept) ?? '', order);
  const statusText = text('status');
  const lists = page.grids.filter(({ kind }) => kind === 'cart' || kind === 'products');
  const [list] = lists;
  return {
    row: {
      ...given({
        number,
        reference: text('reference'),
        pbx: text('pbx'),
        statusText,
        customer: customerRef(text('customer') ?? ''),
        date: date('date'),
        shipmentDate: date('shipmentDate'),
        total: printedTotal(document.body, page.grids),
      }),
      contract: parseContract(text('contract') ?? ''),
      state: parseOrderState(statusText ?? ''),
    },
    lines: list === undefined || lists.length > 1 ? undefined : productRows(list),
  };
}
