import { ask } from '../../platform/send.ts';
import { orderRows } from '../portal/orders.ts';
import { oneGrid } from '../portal/page.ts';
import { isWindowed } from '../portal/walk.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

function init(visit: Visit): void {
  let told = '';
  visit.onRead((page) => {
    const grid = oneGrid(page, 'orders');
    if (grid === undefined || grid === 'twice') return;
    const orders = orderRows(grid);
    const seen = JSON.stringify(orders);
    if (orders.length === 0 || seen === told) return;
    told = seen;
    // Whether rows are missing here does not matter: what is not listed is left as it is.
    ask('orders.seen', {
      orders,
      complete: !isWindowed(grid) && orders.length === grid.rows.length,
      url: location.href,
    }).catch((error: unknown) => {
      told = '';
      if (!visit.signal.aborted) console.error('WMP Companion:', error);
    });
  });
}

/** Takes in what an Orders page shows, so that pending orders are up to date wherever they are looked at. */
export const ordersMemory: Helper = { id: 'orders-memory', pages: ['orders'], init };
