import * as v from 'valibot';
import { StorageError } from '../failures.ts';

/** What could be read of stored rows; the rest is counted, left alone and never used. */
export interface Readable<T> {
  readonly records: T[];
  readonly unreadable: number;
}

interface Row {
  readonly record: unknown;
}

export function readable<S extends v.GenericSchema>(schema: S, rows: readonly Row[]): Readable<v.InferOutput<S>> {
  const records: v.InferOutput<S>[] = [];
  for (const row of rows) {
    const parsed = v.safeParse(schema, row.record);
    if (parsed.success) records.push(parsed.output);
  }
  return { records, unreadable: rows.length - records.length };
}

/**
 * One record, or `undefined` where there is none.
 * @throws StorageError where it is there and cannot be read: what stands in its place must not be overwritten.
 */
export function readOne<S extends v.GenericSchema>(schema: S, row: Row | undefined): v.InferOutput<S> | undefined {
  if (row === undefined) return undefined;
  const parsed = v.safeParse(schema, row.record);
  if (!parsed.success) throw new StorageError('unreadable record');
  return parsed.output;
}
