import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { byAria, clickAria, type Knobs, launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { confirm, withLine } from './flows/ordering.ts';
import { stored } from './flows/portal.ts';

let session: Session;
afterEach(() => session?.close());

async function orderWithLine(knobs: Knobs): Promise<Page> {
  session = await launch();
  return withLine(session, knobs);
}

const kinds = (): string[] => session.portal.log().map(({ kind }) => kind);
const orders = (): Promise<OrderRecord[]> => stored<OrderRecord>(session, 'orders');
const badge = (): Promise<string> => session.worker((browser) => browser.action.getBadgeText({}));

describe.each(['plain', 'ext'] as const)('ordering in WMP drawn by %s', (skin) => {
  it('lets the partner check out without recalculating, on their own word and press', async () => {
    const page = await orderWithLine({ skin });
    await press(page, 'Checkout');
    await clickAria(page, 'Check out anyway', 'button');
    await byAria(page, 'Checkout is free', 'dialog');
    expect(kinds()).not.toContain('checkout');
    await clickAria(page, 'Close', 'button');
    await press(page, 'Checkout');
    await confirm(page);
    await waitFor(async () => (await orders()).some(({ evidence }) => evidence === 'answered'), {
      message: 'the order',
    });
    expect((await orders())[0]).toMatchObject({ recalculated: false, state: 'submitted' });
    expect(kinds()).not.toContain('cart-recalculated');
  });

  it('remembers over a reload that the cart was recalculated, and forgets it when the cart changes', async () => {
    const page = await orderWithLine({ skin });
    await press(page, 'Save & Recalculate');
    await waitFor(async () => (await stored(session, 'carts')).length > 0, {
      message: 'the recalculation to be noted',
    });
    await page.reload();
    await waitForText(page, 'WP480G2');
    await byAria(page, 'Order check', 'region');
    await press(page, 'Checkout');
    await press(page, 'Back');
    await press(page, 'Add', { row: 'WP480' });
    await waitFor(() => session.portal.state.carts.some((cart) => cart.lines.length > 1), {
      message: 'the second line',
    });
    await press(page, 'Checkout');
    await byAria(page, 'Checkout is held back', 'dialog');
  });

  it('does not count an order that WMP refused', async () => {
    const page = await orderWithLine({ skin });
    await press(page, 'Save & Recalculate');
    await waitFor(async () => (await stored(session, 'carts')).length > 0, {
      message: 'the recalculation to be noted',
    });
    session.portal.setFault('error:confirm');
    await press(page, 'Checkout');
    await confirm(page);
    await waitFor(async () => (await orders()).some(({ evidence }) => evidence === 'refused'), {
      message: 'the refusal',
    });
    await waitFor(async () => (await badge()) === '', { message: 'the badge' });
    expect(kinds()).not.toContain('order-placed');
  });

  it('leaves an order unknown whose answer was not seen, until Orders shows it', async () => {
    const page = await orderWithLine({ skin });
    await press(page, 'Save & Recalculate');
    await waitFor(async () => (await stored(session, 'carts')).length > 0, {
      message: 'the recalculation to be noted',
    });
    session.portal.setFault('session-expires:confirm');
    await press(page, 'Checkout');
    await confirm(page);
    await waitFor(async () => (await orders()).some(({ evidence }) => evidence === 'asked'), { message: 'the order' });
    const popup = await session.openPopup();
    await waitForText(popup, /Not known whether WMP took it/);
    await waitFor(async () => (await badge()) === '1', { message: 'the badge' });
  });

  it('does not take a Save & Recalculate that WMP ignored for one', async () => {
    const page = await orderWithLine({ skin, faults: ['dead-once:recalculate'] });
    await press(page, 'Checkout');
    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'WMP did not recalculate', 'dialog');
    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'Recalculated', 'dialog');
    expect(kinds().filter((kind) => kind === 'cart-recalculated')).toHaveLength(1);
  });
});
