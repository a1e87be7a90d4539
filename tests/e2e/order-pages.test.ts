import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { byAria, clickAria, type Knobs, launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { confirm, withLine } from './flows/ordering.ts';
import { BATCH, panelsStand, stored } from './flows/portal.ts';

let session: Session;
afterEach(() => session?.close());

const ALPENBLICK = { id: 18, name: 'Alpenblick Hotels AG' };

const CHECKOUT = /#!checkout\//;
const orders = (): Promise<OrderRecord[]> => stored<OrderRecord>(session, 'orders');

/** Carts that the worker keeps of Checkouts. */
const kept = (): Promise<readonly { customer: { name: string }; lines: readonly unknown[] }[]> =>
  session.worker(async (browser) => ((await browser.storage.session.get('checked-out'))['checked-out'] ?? []) as never);

async function recalculated(page: Page): Promise<void> {
  const before = (await stored(session, 'carts')).length;
  await press(page, 'Save & Recalculate');
  await waitFor(async () => (await stored(session, 'carts')).length > before, {
    message: 'the recalculation to be noted',
  });
}

/** Presses Checkout, which leads to a document of its own. */
async function toCheckout(page: Page): Promise<void> {
  await press(page, 'Checkout');
  await onCheckout(page);
}

async function onCheckout(page: Page): Promise<void> {
  await waitFor(() => CHECKOUT.test(page.url()), { message: 'the address of the checkout' });
  await waitForText(page, 'Confirm order');
  // The Companion watches presses from then on.
  await byAria(page, 'Order check', 'region');
}

async function noted(): Promise<OrderRecord> {
  const [order] = await waitFor(
    async () => {
      const all = (await orders()).filter(({ evidence }) => evidence === 'answered' || evidence === 'listed');
      return all.some(({ reference }) => reference === 'PO-1')
        ? all.filter((one) => one.reference === 'PO-1')
        : undefined;
    },
    { message: 'the order to be noted with its answer' },
  );
  if (order === undefined) throw new Error('no order');
  return order;
}

describe.each(['plain', 'ext'] as const)('Checkout as a document of its own, drawn by %s', (skin) => {
  const knobs: Knobs = { skin, checkout: 'page' };
  const open = async (more: Knobs = {}): Promise<Page> => {
    session = await launch();
    const page = await withLine(session, { ...knobs, ...more });
    await recalculated(page);
    return page;
  };

  it('notes the order with the lines of its cart, through a reload and the end of the worker', async () => {
    const page = await open();
    await toCheckout(page);
    await waitFor(async () => (await kept()).length === 1, { message: 'the cart to be kept' });
    await session.stopWorker();
    await page.reload();
    await onCheckout(page);
    await confirm(page);
    const [there] = await waitFor(
      () => {
        const placed = session.portal.log().flatMap((entry) => (entry.kind === 'order-placed' ? [entry] : []));
        return placed.length > 0 && placed;
      },
      { message: 'the order in WMP' },
    );
    expect(await noted()).toMatchObject({
      customer: { name: BATCH.name },
      pbx: BATCH.pbx,
      duration: 'P1Y',
      contract: 'hwaas',
      recalculated: true,
      number: String(there?.number),
      total: { amountMinor: there?.totalMinor, currency: 'EUR' },
      lines: [{ product: 'WP480G2', quantity: 1 }],
    });
    expect((await noted()).cartSeen).toMatch(/^\d{4}-/);
    // What it was joined to is used up.
    await waitFor(async () => (await kept()).length === 0, { message: 'the kept cart to be forgotten' });
    expect(session.problems()).toEqual([]);
  });

  it('keeps the cart where the worker is not running at the press', async () => {
    const page = await open();
    await session.stopWorker();
    await toCheckout(page);
    await confirm(page);
    expect((await noted()).lines).toMatchObject([{ product: 'WP480G2', quantity: 1 }]);
  });

  it('joins no other customer’s cart that was checked out in between', async () => {
    const page = await open({ hide: ['checkout.total'] });
    await toCheckout(page);
    await page.goto(session.portal.url(`customers/${ALPENBLICK.id}/order`, knobs));
    await panelsStand(page);
    await press(page, 'Add', { row: 'WP490G2' });
    await waitForText(page, /not recalculated/);
    await press(page, 'Checkout');
    await clickAria(page, 'Check out anyway', 'button');
    await clickAria(page, 'Close', 'button');
    await toCheckout(page);
    await waitFor(async () => (await kept()).some(({ customer }) => customer.name !== BATCH.name), {
      message: 'the other cart to be kept',
    });
    // Back to the first one's checkout by its address, past its cart.
    await page.goto(session.portal.url(`checkout/${BATCH.id}`, { ...knobs, hide: ['checkout.total'] }));
    await page.reload();
    await onCheckout(page);
    await confirm(page);
    expect(await noted()).toMatchObject({ customer: { name: BATCH.name }, lines: [], linesUnseen: true });
    const popup = await session.openPopup(`view=orders&order=${(await noted()).id}`);
    await waitForText(popup, /What stood in the cart was not seen at Checkout/);
  });

  it.each(['tax', 'tax-alone'])('joins the cart though tax was added to its total: %s', async (fault) => {
    const page = await open({ faults: [fault] });
    await toCheckout(page);
    await confirm(page);
    const order = await noted();
    expect(order).toMatchObject({ customer: { name: BATCH.name }, lines: [{ product: 'WP480G2', quantity: 1 }] });
    const [there] = session.portal.log().flatMap((entry) => (entry.kind === 'order-placed' ? [entry] : []));
    const { totalMinor = 0 } = there ?? {};
    expect(order.total?.amountMinor).toBe(totalMinor + Math.round(totalMinor * 0.19));
  });

  it('joins nothing to a checkout that names nobody', async () => {
    const page = await open({ hide: ['checkout.customer', 'checkout.total'] });
    await toCheckout(page);
    await confirm(page);
    expect(await noted()).toMatchObject({ lines: [], linesUnseen: true });
  });

  it('joins no cart that was changed after its Checkout', async () => {
    const page = await open({ hide: ['checkout.total'] });
    await toCheckout(page);
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
    await panelsStand(page);
    await press(page, 'Add', { row: 'WP490G2' });
    await waitFor(async () => (await kept()).length === 0, { message: 'the kept cart to be forgotten' });
    await page.goto(session.portal.url(`checkout/${BATCH.id}`, { ...knobs, hide: ['checkout.total'] }));
    await page.reload();
    await onCheckout(page);
    await confirm(page);
    expect(await noted()).toMatchObject({ lines: [], linesUnseen: true });
  });
});
