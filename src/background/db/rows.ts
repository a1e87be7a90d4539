import { isOpen, isSettled } from '../../core/conversion-run.ts';
import { nameKey } from '../../core/customer.ts';
import { isPending, type OrderRecord, wasPlaced } from '../../core/records/order.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import type { RunRecord } from '../../core/records/run.ts';
import type { OrderRow, PbxRow, RunRow } from './schema.ts';

/** `before`: the row it replaces, whose first day keeps an order without a date in its place. */
export const orderRow = (record: OrderRecord, before?: OrderRow): OrderRow => ({
  id: record.id,
  record,
  pending: wasPlaced(record) && isPending(record.state) ? 1 : 0,
  sort: record.date ?? before?.sort ?? record.seen.at.slice(0, 10),
  number: record.number,
  reference: record.reference === undefined ? undefined : nameKey(record.reference),
  customer: record.customer?.key,
});

export const pbxRow = (record: PbxRecord, complete: boolean): PbxRow => ({
  id: record.id,
  record,
  customer: record.customer.key,
  complete: complete ? 1 : 0,
});

export const runRow = (record: RunRecord): RunRow => ({
  id: record.id,
  record,
  customer: record.customer.key,
  open: isOpen(record) ? 1 : 0,
  openDevices: record.devices.filter((device) => !isSettled(device.step)).map((device) => device.key),
  started: record.startedAt,
});
