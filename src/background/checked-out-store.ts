import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { CheckedOutCart } from '../core/records/checked-out.ts';

/** Kept by the browser until it is closed, over every end of the worker; pages cannot read it. */
const KEY = 'checked-out';

/** More than anybody has open; each is of one Checkout. */
const MOST = 40;

const Carts = v.array(CheckedOutCart);

/** Carts that were checked out and not yet confirmed, latest first. What cannot be read counts as none. */
export async function checkedOutCarts(): Promise<CheckedOutCart[]> {
  const stored = v.safeParse(Carts, (await browser.storage.session.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
}

/** Changes them, one change after the other. Nothing is written where `change` gives back what it got. */
export const changeCheckedOut = (
  change: (carts: readonly CheckedOutCart[]) => readonly CheckedOutCart[],
): Promise<void> =>
  navigator.locks.request(KEY, {}, async () => {
    const before = await checkedOutCarts();
    const after = change(before).slice(0, MOST);
    if (after.length === before.length && after.every((cart, i) => cart === before[i])) return;
    await browser.storage.session.set({ [KEY]: after });
  });
