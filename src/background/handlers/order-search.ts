import type { CustomerRef } from '../../core/customer.ts';
import { newestFirst, searchPart } from '../../core/orders/search.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { readOrders } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';
import { tracked } from './order-lists.ts';

const MOST_CUSTOMERS = 500;

/** Looks through the lines of all orders, then reads only what is shown. */
export const search: Handler<'orders.search'> = async ({ filter, skip, limit }, { today }) => {
  const { staleDays } = await readSettings();
  return readOrders(async (tx) => {
    const parts = await tx.objectStore('orderParts').getAll();
    const hits = parts.flatMap(({ text }) => searchPart(text, filter)).sort(newestFirst);
    const rows = await Promise.all(hits.slice(skip, skip + limit).map(({ id }) => tx.objectStore('orders').get(id)));
    const found = rows.filter((row) => row !== undefined);
    return { ...(await tracked(tx, found, { today, staleDays })), total: hits.length };
  });
};

/** A walk from customer to customer, not from order to order. */
export const customers: Handler<'orders.customers'> = () =>
  readOrders(async (tx) => {
    const found: CustomerRef[] = [];
    let cursor = await tx.objectStore('orders').index('customer').openCursor(null, 'nextunique');
    while (cursor && found.length < MOST_CUSTOMERS) {
      const customer = readable(OrderRecord, [cursor.value]).records[0]?.customer;
      if (customer !== undefined) found.push(customer);
      cursor = await cursor.continue();
    }
    return { customers: found };
  });
