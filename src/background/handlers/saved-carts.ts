import type { NamedCart } from '../../core/cart-file.ts';
import { MOST_CARTS } from '../../core/cart-file.ts';
import type { Instant } from '../../core/facts.ts';
import { notice } from '../../core/notices.ts';
import { SavedCartRecord } from '../../core/records/saved-cart.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { read, type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { stamped } from '../merge/stamp.ts';
import type { Handler } from './handler.ts';

export const list: Handler<'savedCarts.list'> = () => storedCarts();

/** All of them or none. @throws RefusedError where there would be more than are kept. */
export const save: Handler<'savedCarts.save'> = async ({ carts, imported }, { at }) => {
  await write(['savedCarts'], async (tx) => {
    for (const cart of carts) await put(tx, cart, imported ? 'import' : 'partner', at);
    if ((await tx.objectStore('savedCarts').count()) > MOST_CARTS)
      throw new RefusedError(notice('carts-too-many', { most: MOST_CARTS }));
  });
  return storedCarts();
};

/** @throws RefusedError where it is gone. */
export const rename: Handler<'savedCarts.rename'> = async ({ id, name }, { at }) => {
  await write(['savedCarts'], async (tx) => {
    const before = readOne(SavedCartRecord, await tx.objectStore('savedCarts').get(id));
    if (before === undefined) throw new RefusedError(notice('record-not-found'));
    await put(tx, { id, name, lines: before.lines }, 'partner', at);
  });
  return storedCarts();
};

export const remove: Handler<'savedCarts.remove'> = async ({ id }) => {
  await write(['savedCarts'], (tx) => tx.objectStore('savedCarts').delete(id));
  return storedCarts();
};

/** The same again is the repeat that it is. */
async function put(
  tx: WriteTx<['savedCarts']>,
  { id, name, lines }: NamedCart,
  by: 'partner' | 'import',
  at: Instant,
): Promise<void> {
  const store = tx.objectStore('savedCarts');
  const before = readOne(SavedCartRecord, await store.get(id));
  if (before?.name === name && JSON.stringify(before.lines) === JSON.stringify(lines)) return;
  const record: SavedCartRecord = { ...stamped(id, by, at, before), name, lines, savedAt: before?.savedAt ?? at };
  await store.put({ id, record });
}

async function storedCarts() {
  const rows = await read(['savedCarts'], (tx) => tx.objectStore('savedCarts').getAll());
  const { records, unreadable } = readable(SavedCartRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `savedCarts: ${unreadable}`);
  return { carts: records.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), unreadable };
}
