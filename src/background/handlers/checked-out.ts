import { otherContents } from '../../core/cart-signature.ts';
import type { Request } from '../../core/messages/contract.ts';
import type { CheckedOutCart } from '../../core/records/checked-out.ts';
import type { OrderRecord } from '../../core/records/order.ts';
import { isSameOrder, RECENT_MINUTES } from '../../core/rules/checked-out.ts';
import { changeCheckedOut, checkedOutCarts, NO_TAB } from '../checked-out-store.ts';
import { minutesBetween } from '../clock.ts';
import { log } from '../db/log.ts';
import type { EventTime, Handler } from './handler.ts';

/**
 * Checkout was pressed. It is the tab's last one: what was pressed there before is no longer what is confirmed there, nor is
 * what the same customer had for the same PBX. A cart that could not be read leaves none of that customer's.
 */
export const noteCheckout: Handler<'cart.noteCheckout'> = async ({ customer, cart }, { at, tab }) => {
  await changeCheckedOut((carts) => {
    const others = carts.filter(
      (one) => one.tab !== tab && !(one.customer.key === customer?.key && (cart === undefined || one.pbx === cart.pbx)),
    );
    if (cart === undefined || customer === undefined || tab === undefined) return others;
    return [{ ...cart, customer, at, tab }, ...others];
  });
  return {};
};

/** A press of which only the page's own note tells may have been this tab's. */
export const wasSeen: Handler<'cart.wasSeen'> = async ({ customer }, { at, tab }) => {
  const carts = await checkedOutCarts();
  const seen = carts.some((cart) => {
    const minutes = minutesBetween(cart.at, at);
    const here = cart.tab === tab || cart.tab === NO_TAB;
    const same = customer === undefined || customer.key === cart.customer.key;
    return here && same && minutes >= 0 && minutes <= RECENT_MINUTES;
  });
  return { seen };
};

/** A customer's cart was seen as it is now: a Checkout of other contents is not what is confirmed next. */
export const noteSeen: Handler<'cart.noteSeen'> = async ({ customer, signature }) => {
  await changeCheckedOut((carts) =>
    carts.filter((one) => one.customer.key !== customer.key || !otherContents(one.signature, signature)),
  );
  return {};
};

/**
 * The cart that an order was for certain checked out from; `undefined` where none is, or two could be. Never fails its event: an
 * order is noted without its lines rather than not at all.
 */
export async function cartOf(
  order: Request<'orders.asked'>,
  { at, tab }: EventTime,
): Promise<CheckedOutCart | undefined> {
  try {
    const fitting = (await checkedOutCarts()).filter((cart) =>
      isSameOrder(cart, order, cart.tab === tab ? 'tab' : 'elsewhere', minutesBetween(cart.at, at)),
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  } catch (error) {
    await log('checked-out', String(error));
    return undefined;
  }
}

/** WMP took the order: nothing of it is left that a later one could be joined to. Never fails its event. */
export async function forgetCart({ customer, pbx }: Pick<OrderRecord, 'customer' | 'pbx'>): Promise<void> {
  const isIts = (cart: CheckedOutCart) =>
    cart.customer.key === customer?.key && (pbx === undefined || cart.pbx === undefined || cart.pbx === pbx);
  try {
    await changeCheckedOut((carts) => carts.filter((cart) => !isIts(cart)));
  } catch (error) {
    await log('checked-out', String(error));
  }
}
