import { isOpen, isSettled } from '../../core/conversion-run.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import type { RunRecord } from '../../core/records/run.ts';
import type { PbxRow, RunRow } from './schema.ts';

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
