import type { OrderRow, Request } from '../../core/messages/contract.ts';
import type { OrderLine } from '../../core/records/order.ts';
import { ask } from '../../platform/send.ts';
import { listDesk } from '../lists/page-lists.ts';
import { noteOnce } from '../noting.tsx';
import { type UnclearCurrency, unclearCurrency, unclearTotal } from '../portal/amounts.ts';
import { type OrderDetails, readOrderDetails } from '../portal/order-details.ts';
import { orderRows } from '../portal/orders.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { isUndisturbed, isWhole } from '../portal/whole.ts';
import { sayUnclearCurrency } from '../unclear-currency.tsx';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** The order that a page of its own shows. */
function orderOn(page: Page): OrderRow[] {
  const details = page.kind !== 'order-details' || page.dialogs.length > 0 ? undefined : readOrderDetails(page);
  if (details === undefined) return [];
  const lines = orderLines(page, details.lines);
  return [lines === undefined ? details.row : { ...details.row, lines }];
}

/** All of an order's lines, or none: a part of them would pass for the whole order. */
function orderLines(page: Page, rows: OrderDetails['lines']): OrderLine[] | undefined {
  const [list] = page.grids.filter(({ kind }) => kind === 'cart' || kind === 'products');
  if (rows === undefined || list === undefined || !isWhole(list, rows.length)) return undefined;
  const lines = rows.flatMap(({ product, sku, quantity }) =>
    quantity === undefined ? [] : [{ product, quantity, ...(sku !== undefined && { sku }) }],
  );
  return lines.length === rows.length ? lines : undefined;
}

function unclearOn(page: Page): UnclearCurrency | undefined {
  const list = oneGrid(page, 'orders');
  if (list !== undefined && list !== 'twice') return unclearCurrency(list, 'total');
  return page.kind === 'order-details' ? unclearTotal(document.body, page.grids) : undefined;
}

function init(visit: Visit): void {
  const noteList = noteOnce(visit, 'orders');
  const noteOrder = noteOnce(visit, 'order');
  sayUnclearCurrency(visit, unclearOn);
  visit.onRead((page) => tell({ orders: orderOn(page), complete: false }));
  listDesk(visit, 'orders').onSeen((list, page) => {
    const orders = orderRows(list.grid);
    // One customer's orders, or what is seen through a mask, are not all.
    const isAll = page.customer === undefined && isUndisturbed(list.drawn);
    tell({ orders, complete: isAll && list.complete && orders.length === list.rows, list: true });
  });

  function tell(body: Omit<Request<'orders.seen'>, 'url'>): void {
    if (body.orders.length === 0) return;
    const url = location.href;
    (body.list ? noteList : noteOrder)(JSON.stringify(body), () => ask('orders.seen', { ...body, url }));
  }
}

/** Takes in what an Orders page shows, so that pending orders are up to date wherever they are looked at. */
export const ordersMemory: Helper = { id: 'orders-memory', pages: ['orders', 'order-details'], init };
