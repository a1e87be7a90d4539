import type { CustomerRef } from '../../core/customer.ts';
import { searchParts } from '../../core/orders/search.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { readLines } from '../db/kept-lines.ts';
import { readOrders } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';
import { tracked } from './order-lists.ts';

/** One order as it stands today. */
export const get: Handler<'orders.get'> = async ({ id }, { today }) => {
  const { staleDays } = await readSettings();
  return readOrders(async (tx) => {
    const row = await tx.objectStore('orders').get(id);
    const { orders } = await tracked(tx, row === undefined ? [] : [row], { today, staleDays });
    return { found: orders[0] };
  });
};

const MOST_CUSTOMERS = 500;

/** Looks through the lines of all orders, then reads only what is shown. */
export const search: Handler<'orders.search'> = async ({ filter, sort, skip, limit }, { today }) => {
  const { staleDays } = await readSettings();
  return readOrders(async (tx) => {
    const parts = await readLines(tx.objectStore('orderParts'));
    const { hits, total } = searchParts(parts, filter, skip + limit, sort);
    const rows = await Promise.all(hits.slice(skip).map(({ id }) => tx.objectStore('orders').get(id)));
    const found = rows.filter((row) => row !== undefined);
    return { ...(await tracked(tx, found, { today, staleDays })), total };
  });
};

/** From customer to customer, not from order to order: a cursor that skips equal keys would still pass by each of them. */
export const customers: Handler<'orders.customers'> = () =>
  readOrders(async (tx) => {
    const found: CustomerRef[] = [];
    const index = tx.objectStore('orders').index('customer');
    let [row] = await index.getAll(null, 1);
    while (row?.customer !== undefined && found.length < MOST_CUSTOMERS) {
      const customer = readable(OrderRecord, [row]).records[0]?.customer;
      if (customer !== undefined) found.push(customer);
      [row] = await index.getAll(IDBKeyRange.lowerBound(row.customer, true), 1);
    }
    return { customers: found };
  });
