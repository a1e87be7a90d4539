import type { IDBPObjectStore } from 'idb';
import type { CompanionSchema } from './schema.ts';

type Parts = IDBPObjectStore<CompanionSchema, ['orderParts'], 'orderParts', 'readwrite'>;

/** Not a part: its text changes, never to what it was before, whenever a part does, in the same transaction. */
const STAMP = -1;

/** The parts alone, without the stamp. */
export const partRange = (): IDBKeyRange => IDBKeyRange.lowerBound(0);

/** Characters that are kept at most: the lines of some 200,000 orders. More are read anew each time. */
export const MOST_KEPT = 32_000_000;

/**
 * The one thing that the worker remembers between events, and a mere cache: a search goes by it only where the stamp that it
 * reads in its own transaction says that nothing was written since. Gone with the worker, or of another database: read anew.
 */
const kept: { stamp?: string; texts?: readonly string[] } = {};

/** Call this in each transaction that writes a part. */
export const markChanged = (store: Pick<Parts, 'put'>): Promise<number> =>
  store.put({ id: STAMP, lines: 0, text: crypto.randomUUID() });

/** Texts of all parts, in their order, as they stand in the store. Without a stamp nothing is kept and nothing kept is used. */
export async function readLines(store: Pick<Parts, 'get' | 'getAll'>): Promise<readonly string[]> {
  const stamp = (await store.get(STAMP))?.text;
  if (stamp === kept.stamp && kept.texts !== undefined) return kept.texts;
  const texts = (await store.getAll(partRange())).map(({ text }) => text);
  const fits = stamp !== undefined && texts.reduce((sum, { length }) => sum + length, 0) <= MOST_KEPT;
  Object.assign(kept, fits ? { stamp, texts } : { stamp: undefined, texts: undefined });
  return texts;
}
