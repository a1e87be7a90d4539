import { OrderRecord } from '../../core/records/order.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { readable } from '../db/readable.ts';
import { read } from '../db/transact.ts';
import type { Handler } from './handler.ts';

/** Pending orders with an expected shipment, and PBXes whose expiration lies ahead: the first thousand of each, of the PBXes those that expire first. */
export const calendar: Handler<'orders.calendar'> = (_, { today }) =>
  read(['orders', 'pbxes'], async (tx) => {
    const pending = await tx
      .objectStore('orders')
      .index('pending')
      .getAll(IDBKeyRange.lowerBound([1]), MOST_READ);
    const orders = readable(OrderRecord, pending).records.filter(({ shipmentDate }) => shipmentDate !== undefined);
    const ahead = await tx
      .objectStore('pbxes')
      .index('expires')
      .getAll(IDBKeyRange.lowerBound(today), MOST_DAYS + 1);
    const pbxes = readable(PbxRecord, ahead).records;
    const left = orders.length > MOST_DAYS || ahead.length > MOST_DAYS || pending.length === MOST_READ;
    return { orders: orders.slice(0, MOST_DAYS), pbxes: pbxes.slice(0, MOST_DAYS), left };
  });

const MOST_READ = 20_000;
const MOST_DAYS = 1000;
