import type { OrderRow } from '../../core/messages/contract.ts';
import { ask } from '../../platform/send.ts';
import { listDesk } from '../lists/page-lists.ts';
import { readOrderDetails } from '../portal/order-details.ts';
import { orderRows } from '../portal/orders.ts';
import type { Page } from '../portal/page.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** The order that a page of its own shows. */
function orderOn(page: Page): OrderRow[] {
  const details = page.kind !== 'order-details' || page.dialogs.length > 0 ? undefined : readOrderDetails(page);
  return details === undefined ? [] : [details.row];
}

function init(visit: Visit): void {
  let told = '';
  visit.onRead((page) => tell(orderOn(page), false));
  listDesk(visit, 'orders').onSeen((list) => {
    const orders = orderRows(list.grid);
    tell(orders, list.complete && orders.length === list.rows);
  });

  function tell(orders: OrderRow[], complete: boolean): void {
    const seen = JSON.stringify([orders, complete]);
    if (orders.length === 0 || seen === told) return;
    told = seen;
    // Whether rows are missing here does not matter: what is not listed is left as it is.
    ask('orders.seen', { orders, complete, url: location.href }).catch((error: unknown) => {
      told = '';
      if (!visit.signal.aborted) console.error('WMP Companion:', error);
    });
  }
}

/** Takes in what an Orders page shows, so that pending orders are up to date wherever they are looked at. */
export const ordersMemory: Helper = { id: 'orders-memory', pages: ['orders', 'order-details'], init };
