import type { Request } from '../../core/messages/contract.ts';
import { notice } from '../../core/notices.ts';
import { isOnlyListed, OrderRecord } from '../../core/records/order.ts';
import { putOrders, takeOut, writeOrders } from '../db/put-orders.ts';
import { readable, readOne } from '../db/readable.ts';
import { RefusedError } from '../failures.ts';
import { absorb, answer } from '../merge/order-answer.ts';
import { stamped } from '../merge/stamp.ts';
import { readSettings } from '../settings-store.ts';
import { cartOf, forgetCart } from './checked-out.ts';
import type { EventTime, Handler } from './handler.ts';

/** The page makes the id, so a repeat finds its order and changes nothing. */
export const asked: Handler<'orders.asked'> = async (request, time) => {
  // Other amounts only tell whose cart it was.
  const { url, amounts: _, ...body } = request;
  const { at, today } = time;
  const [{ staleDays }, cart] = await Promise.all([readSettings(), cartFacts(request, time)]);
  return writeOrders(async (tx) => {
    const before = readOne(OrderRecord, await tx.objectStore('orders').get(body.id));
    if (before !== undefined) return { order: before };
    const order: OrderRecord = {
      ...stamped(body.id, 'checkout', at),
      ...body,
      ...cart,
      date: today,
      state: 'unknown',
      evidence: 'asked',
      seen: { at, url },
      firstSeen: at,
      history: [],
    };
    await putOrders(tx, [{ record: order }], staleDays);
    return { order };
  });
};

/** What the cart of an order's checkout adds to it, where the page of the order does not show the cart itself. */
async function cartFacts(order: Request<'orders.asked'>, time: EventTime): Promise<Partial<OrderRecord>> {
  if (order.lines.length > 0) return {};
  const cart = await cartOf(order, time);
  if (cart === undefined) return { linesUnseen: true };
  const { lines, at, recalculated } = cart;
  const [pbx, duration, total] = [order.pbx ?? cart.pbx, order.duration ?? cart.duration, order.total ?? cart.total];
  return {
    lines,
    cartSeen: at,
    recalculated,
    contract: order.contract === 'unknown' && cart.duration !== undefined ? 'hwaas' : order.contract,
    ...(pbx !== undefined && { pbx }),
    ...(duration !== undefined && { duration }),
    ...(total !== undefined && { total }),
  };
}

export const answered: Handler<'orders.answered'> = async ({ id, ...body }, { at }) => {
  const { staleDays } = await readSettings();
  const noted = await writeOrders(async (tx) => {
    const store = tx.objectStore('orders');
    const row = await store.get(id);
    const before = readOne(OrderRecord, row);
    if (before === undefined) throw new RefusedError(notice('record-not-found'));
    let order = answer(before, body, at);
    // An Orders page may have listed it before its answer was told: one order, not two.
    const twins = order.number === undefined ? [] : await store.index('number').getAll(order.number);
    const others = twins.filter((twin) => twin.id !== id);
    const [twin] = readable(OrderRecord, others).records;
    if (twin !== undefined && others.length === 1 && isOnlyListed(twin)) {
      order = absorb(order, twin, at);
      await takeOut(tx, others);
    }
    await putOrders(tx, [{ record: order, before: row }], staleDays);
    return { order };
  });
  if (body.outcome === 'placed') await forgetCart(noted.order);
  return noted;
};
