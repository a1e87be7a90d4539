import * as v from 'valibot';
import { CartRecord } from '../../core/records/cart.ts';
import { read, write } from '../db/transact.ts';
import { stamped } from '../merge/stamp.ts';
import type { Handler } from './handler.ts';

/** Only for a customer that the page names: a nameless cart could be anybody's. */
export const lastRecalculated: Handler<'cart.recalculated'> = async ({ customer }) => {
  if (customer === undefined) return {};
  const row = await read(['carts'], (tx) => tx.objectStore('carts').get(customer.key));
  const cart = v.safeParse(CartRecord, row?.record);
  return cart.success ? { signature: cart.output.signature, at: cart.output.seen.at } : {};
};

export const noteRecalculated: Handler<'cart.noteRecalculated'> = async ({ customer, signature, url }, { at }) => {
  if (customer === undefined) return {};
  await write(
    ['carts'],
    async (tx) => {
      const store = tx.objectStore('carts');
      const before = v.safeParse(CartRecord, (await store.get(customer.key))?.record);
      const stamp = stamped(customer.key, 'page', at, before.success ? before.output : undefined);
      await store.put({ id: customer.key, record: { ...stamp, signature, seen: { at, url } } satisfies CartRecord });
    },
    'relaxed',
  );
  return {};
};
