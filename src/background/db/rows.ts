import { isOpen, isSettled } from '../../core/conversion-run.ts';
import { nameKey } from '../../core/customer.ts';
import type { InvoiceRecord } from '../../core/records/invoice.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import type { RunRecord } from '../../core/records/run.ts';
import type { InvoiceRow, ObservationRow, PbxRow, PriceItemRow, RunRow, StockRow } from './schema.ts';

export const pbxRow = (record: PbxRecord, complete: boolean): PbxRow => ({
  id: record.id,
  record,
  customer: record.customer.key,
  complete: complete ? 1 : 0,
  expires: record.expiration ?? '',
});

export const runRow = (record: RunRecord): RunRow => ({
  id: record.id,
  record,
  customer: record.customer.key,
  open: isOpen(record) ? 1 : 0,
  openDevices: record.devices.filter((device) => !isSettled(device.step)).map((device) => device.key),
  started: record.startedAt,
});

export const observationRow = (record: { readonly id: string; readonly sku: string }): ObservationRow => ({
  id: record.id,
  sku: record.sku,
  record,
});

export const stockRow = (record: { readonly id: string; readonly product: string }): StockRow => ({
  id: record.id,
  record,
  name: nameKey(record.product),
});

export const itemRow = (
  list: string,
  n: number,
  item: { readonly sku: string; readonly name?: string | undefined },
): PriceItemRow => ({
  list,
  n,
  sku: nameKey(item.sku),
  ...(item.name !== undefined && { name: nameKey(item.name) }),
  record: item,
});

export const invoiceRow = (record: InvoiceRecord, complete: boolean): InvoiceRow => ({
  id: record.id,
  record,
  complete: complete ? 1 : 0,
});
