import type { OrderRow } from '../../core/messages/contract.ts';
import { ask } from '../../platform/send.ts';
import { readOrderDetails } from '../portal/order-details.ts';
import { orderRows } from '../portal/orders.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { isWhole } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** The orders of a list, or the one that a page of its own shows. */
function ordersOn(page: Page): { orders: OrderRow[]; complete: boolean } {
  if (page.kind === 'order-details') {
    const details = page.dialogs.length > 0 ? undefined : readOrderDetails(page);
    return { orders: details === undefined ? [] : [details.row], complete: false };
  }
  const grid = oneGrid(page, 'orders');
  if (grid === undefined || grid === 'twice') return { orders: [], complete: false };
  const orders = orderRows(grid);
  return { orders, complete: isWhole(grid, orders.length) };
}

function init(visit: Visit): void {
  let told = '';
  visit.onRead((page) => {
    const { orders, complete } = ordersOn(page);
    const seen = JSON.stringify(orders);
    if (orders.length === 0 || seen === told) return;
    told = seen;
    // Whether rows are missing here does not matter: what is not listed is left as it is.
    ask('orders.seen', { orders, complete, url: location.href }).catch((error: unknown) => {
      told = '';
      if (!visit.signal.aborted) console.error('WMP Companion:', error);
    });
  });
}

/** Takes in what an Orders page shows, so that pending orders are up to date wherever they are looked at. */
export const ordersMemory: Helper = { id: 'orders-memory', pages: ['orders', 'order-details'], init };
