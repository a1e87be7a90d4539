import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import {
  byAria,
  clickAria,
  fill,
  launch,
  press,
  type Session,
  textsOf,
  waitFor,
  waitForText,
} from '../support/index.ts';
import { BATCH, rememberPbxes, stored } from './flows/portal.ts';

const WORDS = {
  en: {
    add: 'Add',
    checkout: 'Checkout',
    recalculate: 'Save & Recalculate',
    reference: 'Order Reference',
    terms: 'I accept the Terms and Conditions',
    confirm: 'Confirm order',
    back: 'Back',
    year: 'One year',
  },
  de: {
    add: 'Hinzufügen',
    checkout: 'Zur Kasse',
    recalculate: 'Speichern & neu berechnen',
    reference: 'Bestellreferenz',
    terms: 'Ich akzeptiere die Allgemeinen Geschäftsbedingungen',
    confirm: 'Bestellung bestätigen',
    back: 'Zurück',
    year: 'Ein Jahr',
  },
} as const;

const badge = (session: Session): Promise<string> => session.worker((browser) => browser.action.getBadgeText({}));
const checkouts = (session: Session) => session.portal.log().filter(({ kind }) => kind === 'checkout');
const placed = (session: Session) =>
  session.portal.log().flatMap((entry) => (entry.kind === 'order-placed' ? [entry] : []));

async function popupTexts(session: Session): Promise<string> {
  const popup = await session.openPopup();
  try {
    await waitFor(async () => (await popup.$('[data-testid="order"], [data-testid="orders-empty"]')) !== null, {
      message: 'the popup',
    });
    return (await textsOf(popup)).join(' ');
  } finally {
    await popup.close();
  }
}

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'en' },
  { skin: 'plain', lang: 'de' },
] as const)('an order of HWaaS: $skin, $lang', (knobs) => {
  const words = WORDS[knobs.lang];
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await launch();
    page = await rememberPbxes(session, BATCH.id, knobs);
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
  });
  afterAll(() => session?.close());

  it('names the Duration that fits, and flags the one that does not', async () => {
    await waitForText(page, 'The Duration that fits this PBX is 1 year.');
    await waitForText(page, /Duration 1 month does not fit/);
  });

  it('sets it in WMP’s own field, at one press', async () => {
    await clickAria(page, 'Set 1 year', 'button');
    await waitForText(page, `Duration “${words.year}” fits this PBX.`);
    await waitFor(() => session.portal.state.carts.some(({ duration }) => duration === 'P1Y'), {
      message: 'WMP to have the Duration',
    });
    // Its products are drawn anew at the prices of that Duration.
    await waitForText(page, /42[.,]90/);
  });

  it('explains stock at or below zero beside the product', async () => {
    // The documented stock of −186 (R5).
    await byAria(
      page,
      /0 available now, 1 backordered behind 186 that wait already\. Stock after this order: -187/,
      'image',
    );
    await byAria(page, /0 available now, 1 backordered\. Stock after this order: -1/, 'image');
  });

  it('holds Checkout back until the cart was recalculated', async () => {
    await press(page, words.add, { row: 'WP490G2' });
    await waitFor(() => session.portal.state.carts.some((cart) => cart.lines.length > 0), {
      message: 'the line in the cart',
    });
    await pressUntilHeld(page, words.checkout);
    expect(checkouts(session)).toEqual([]);

    await clickAria(page, 'Cancel', 'button');
    expect(session.portal.log().some(({ kind }) => kind === 'cart-recalculated')).toBe(false);
    await pressUntilHeld(page, words.checkout);
    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'Recalculated', 'dialog');
    await clickAria(page, 'Close', 'button');
    expect(session.portal.log().filter(({ kind }) => kind === 'cart-recalculated')).toHaveLength(1);
    expect(checkouts(session)).toEqual([]);
  });

  it('lets a recalculated cart through, and notes the order in database, popup and badge', async () => {
    expect(await popupTexts(session)).toContain('No pending orders');
    await press(page, words.checkout);
    await fill(page, words.reference, 'PO-4711 Lager');
    await press(page, words.terms);
    await press(page, words.confirm);
    const [order] = await waitFor(
      async () => {
        const orders = await stored<OrderRecord>(session, 'orders');
        return orders.some(({ evidence }) => evidence === 'answered') ? orders : undefined;
      },
      { message: 'the order to be answered' },
    );
    const [there] = placed(session);
    expect(placed(session)).toHaveLength(1);
    expect(order).toMatchObject({
      state: 'submitted',
      number: String(there?.number),
      reference: 'PO-4711 Lager',
      customer: { name: BATCH.name },
      pbx: BATCH.pbx,
      contract: 'hwaas',
      duration: 'P1Y',
      recalculated: true,
      total: { amountMinor: there?.totalMinor, currency: 'EUR' },
      lines: [{ product: 'WP490G2', quantity: 1, stock: -186 }],
    });
    // Nothing about it needs the partner.
    await waitFor(async () => (await badge(session)) === '', { message: 'the badge' });
    const popup = await popupTexts(session);
    for (const part of [BATCH.name, 'PO-4711 Lager', String(there?.number)]) expect(popup).toContain(part);
  });

  it('is brought up to date by a visit to Orders, and the badge counts what needs the partner', async () => {
    const [there] = placed(session);
    if (there === undefined) throw new Error('no order was placed');
    session.portal.setOrder(there.number, { status: 'processing', shipmentDate: '2027-01-15' });
    await page.goto(session.portal.url('orders', knobs));
    const orders = await waitFor(
      async () => {
        const all = await stored<OrderRecord>(session, 'orders');
        return all.length > 1 ? all : undefined;
      },
      { message: 'the orders of the list' },
    );
    const mine = orders.filter(({ number }) => number === String(there.number));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({
      state: 'processing',
      evidence: 'listed',
      shipmentDate: '2027-01-15',
      reference: 'PO-4711 Lager',
    });
    expect(mine[0]?.lines).toHaveLength(1);
    expect(orders).toHaveLength(session.portal.state.orders.length);

    const open = orders.filter(({ state }) => !['shipped', 'delivered', 'cancelled'].includes(state));
    const needy = open.filter(({ state }) => state === 'backordered');
    await waitFor(async () => (await badge(session)) === String(needy.length), { message: 'the badge' });
    const popup = await popupTexts(session);
    for (const { number } of open) expect(popup).toContain(number);
    expect(popup.indexOf(needy[0]?.number ?? '?')).toBeLessThan(popup.indexOf(String(there.number)));
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});

/** A press that the guard takes: the portal must not see it. */
async function pressUntilHeld(page: Page, checkout: string): Promise<void> {
  await press(page, checkout);
  await byAria(page, 'Checkout is held back', 'dialog');
}
