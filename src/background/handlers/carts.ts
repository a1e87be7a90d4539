import * as v from 'valibot';
import type { CustomerRef } from '../../core/customer.ts';
import type { Instant } from '../../core/facts.ts';
import { CartRecord } from '../../core/records/cart.ts';
import type { Stamp } from '../../core/records/stamp.ts';
import { read, write } from '../db/transact.ts';
import { stamped } from '../merge/stamp.ts';
import type { Handler } from './handler.ts';

/** Only for a customer that the page names: a nameless cart could be anybody's. */
export const lastRecalculated: Handler<'cart.recalculated'> = async ({ customer }) => {
  if (customer === undefined) return {};
  const row = await read(['carts'], (tx) => tx.objectStore('carts').get(customer.key));
  const cart = v.safeParse(CartRecord, row?.record);
  if (!cart.success) return {};
  const { signature, seen, understood } = cart.output;
  return { signature, at: seen.at, ...(understood !== undefined && { understood }) };
};

export const noteRecalculated: Handler<'cart.noteRecalculated'> = async ({ customer, signature, url }, { at }) => {
  if (customer !== undefined) await change(customer, 'page', { signature, seen: { at, url } }, at);
  return {};
};

export const noteUnderstood: Handler<'cart.noteUnderstood'> = async ({ customer, understood, url }, { at }) => {
  await change(customer, 'partner', { understood, seen: { at, url } }, at);
  return {};
};

/** Of a cart that was not seen recalculated yet, that is what its empty signature says. */
const change = (
  customer: CustomerRef,
  by: Stamp['updatedBy'],
  what: Pick<CartRecord, 'seen'> & Partial<CartRecord>,
  at: Instant,
): Promise<void> =>
  write(
    ['carts'],
    async (tx) => {
      const store = tx.objectStore('carts');
      const row = v.safeParse(CartRecord, (await store.get(customer.key))?.record);
      const before = row.success ? row.output : undefined;
      const record = { signature: '', ...before, ...what, ...stamped(customer.key, by, at, before) };
      await store.put({ id: customer.key, record });
    },
    'relaxed',
  );
