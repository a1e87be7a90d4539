import { MappingRecord } from '../../core/records/mapping.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import { read, write } from '../db/transact.ts';
import type { Handler } from './handler.ts';

export const list: Handler<'mappings.list'> = async () => {
  const rows = await read(['mappings'], (tx) => tx.objectStore('mappings').getAll());
  const { records, unreadable } = readable(MappingRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `mappings: ${unreadable}`);
  return { mappings: records.sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1)), unreadable };
};

export const forget: Handler<'mappings.forget'> = async ({ id }) => {
  await write(['mappings'], (tx) => tx.objectStore('mappings').delete(id));
  return {};
};
