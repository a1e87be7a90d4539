import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { CheckedOutCart, PRESSED_KEY, PressedCheckout } from '../core/records/checked-out.ts';

/** Kept by the browser until it is closed, over every end of the worker; pages cannot read it. */
const KEY = 'checked-out';

/** More than anybody has open; each is of one Checkout. */
const MOST = 40;

const Carts = v.array(CheckedOutCart);

/** The tab of a Checkout of which only the page's own note tells. */
export const NO_TAB = -1;

/** Carts that were checked out and not yet confirmed, latest first. What cannot be read counts as none. */
export async function checkedOutCarts(): Promise<CheckedOutCart[]> {
  const stored = v.safeParse(Carts, (await browser.storage.session.get(KEY))[KEY]);
  const pressed = v.safeParse(PressedCheckout, (await browser.storage.local.get(PRESSED_KEY))[PRESSED_KEY]);
  const carts = stored.success ? stored.output : [];
  return pressed.success ? withPressed(carts, pressed.output) : carts;
}

/** A press of which the worker did not hear: what was checked out before it is not what is confirmed next. */
function withPressed(carts: readonly CheckedOutCart[], { at, customer, cart }: PressedCheckout): CheckedOutCart[] {
  const isOutdated = (one: CheckedOutCart) =>
    one.at <= at &&
    (customer === undefined || (one.customer.key === customer.key && (cart === undefined || one.pbx === cart.pbx)));
  const left = carts.filter((one) => !isOutdated(one));
  return customer === undefined || cart === undefined ? left : [{ ...cart, customer, at, tab: NO_TAB }, ...left];
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
    await browser.storage.local.remove(PRESSED_KEY);
  });
