import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { byAria, clickAria, launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { BATCH, rememberPbxes, stored } from './flows/portal.ts';

const WORDS = {
  en: {
    checkout: 'Checkout',
    year: 'One year',
    terms: 'I accept the Terms and Conditions',
    confirm: 'Confirm order',
  },
  de: {
    checkout: 'Zur Kasse',
    year: 'Ein Jahr',
    terms: 'Ich akzeptiere die Allgemeinen Geschäftsbedingungen',
    confirm: 'Bestellung bestätigen',
  },
} as const;

/** Component libraries draw choices, quantities, lists and dialogs otherwise than the browser does. */
describe.each([
  { skin: 'mui', lang: 'en' },
  { skin: 'drawn', lang: 'de' },
] as const)('an order on pages drawn by $skin, $lang', (knobs) => {
  const words = WORDS[knobs.lang];
  let session: Session;
  let page: Page;
  const cart = () => session.portal.state.carts.find(({ customerId }) => customerId === BATCH.id)?.lines ?? [];
  const logged = (kind: string) => session.portal.log().filter((entry) => entry.kind === kind);
  beforeAll(async () => {
    session = await launch({ viewport: { width: 1280, height: 1000 } });
    page = await rememberPbxes(session, BATCH.id, { lang: knobs.lang });
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
  });
  afterAll(() => session?.close());

  it('reads PBX and Duration, and sets the one that fits', async () => {
    await waitForText(page, /Duration 1 month does not fit: PBX Nordhafen Zentrale has a subscription of 1 year/);
    await clickAria(page, 'Set 1 year', 'button');
    await waitForText(page, `Duration “${words.year}” fits this PBX.`);
    expect(session.portal.state.carts.some(({ duration }) => duration === 'P1Y')).toBe(true);
    await byAria(page, /0 available now, 1 backordered behind 186 that wait already/, 'image');
  });

  it('adds a pasted list to a cart that only says that it is empty', async () => {
    const closed = (await byAria(page, /Carts and lists/, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
    await closed.focus();
    await page.keyboard.press('Enter');
    await clickAria(page, 'Paste a list', 'button');
    const field = (await byAria(page, /^One product a line/, 'textbox')) as ElementHandle<HTMLTextAreaElement>;
    await field.evaluate((area) => {
      area.value = '12 x Vision\n3 x WelcomeConsole\n2 x HW WP490G2';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await clickAria(page, 'Match with this page', 'button');
    await clickAria(page, 'Add 3 products', 'button');
    await waitForText(page, /^All of them are in the cart/);
    expect(cart().map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['HW-VISION', 12],
      ['HW-WELCOME', 3],
      ['HW-WP490G2', 2],
    ]);
    await clickAria(page, 'Close', 'button');
  });

  it('names charges, and holds Checkout back until the cart is recalculated', async () => {
    const viewed = () =>
      page.evaluate(async () => {
        const [view] = await (await fetch('/api/cart', { headers: { 'x-page-query': location.search } })).json();
        return view as { proratedMinor: number; listMinor: number };
      });
    const { proratedMinor, listMinor } = await viewed();
    const euros = (minor: number) =>
      new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(minor / 100);
    // What a cart costs is told once it was seen whole: below the fold a list may hold more.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    // The stand-in rounds each line as the rules do.
    await waitForText(page, `${euros(proratedMinor)} now, then ${euros(listMinor)} per year`);
    await waitForText(page, 'not recalculated');
    await press(page, words.checkout);
    await byAria(page, 'Recalculate now', 'button');
    expect(logged('checkout')).toEqual([]);
    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'Recalculated', 'dialog');
    await clickAria(page, 'Close', 'button');
    expect(logged('cart-recalculated')).toHaveLength(1);
    expect(cart().map(({ discountPercent }) => discountPercent)).toEqual([5, 0, 0]);
    // The discount is WMP's: its own total stands beside ours, which knows of none yet.
    await waitForText(page, `WMP: ${euros((await viewed()).proratedMinor)}`);
  });

  it('notes the order as WMP has it', async () => {
    await press(page, words.checkout);
    const reference = await page.waitForSelector(':is([role=dialog],[role=alertdialog]) input');
    await reference?.click();
    await reference?.type('PO-4711 Lager');
    await press(page, words.terms);
    await press(page, words.confirm);
    const order = await waitFor(
      async () => (await stored<OrderRecord>(session, 'orders')).find(({ evidence }) => evidence === 'answered'),
      { message: 'the order to be answered' },
    );
    const [there] = session.portal.log().flatMap((entry) => (entry.kind === 'order-placed' ? [entry] : []));
    expect(order).toMatchObject({
      customer: { name: BATCH.name },
      pbx: BATCH.pbx,
      duration: 'P1Y',
      number: String(there?.number),
      reference: 'PO-4711 Lager',
      address: there?.address,
      total: { amountMinor: there?.totalMinor, currency: 'EUR' },
      recalculated: true,
      lines: [
        { product: 'Vision', quantity: 12, stock: 58 },
        { product: 'WelcomeConsole', quantity: 3, stock: 143 },
        { product: 'WP490G2', quantity: 2, stock: -186 },
      ],
    });
    expect(session.problems()).toEqual([]);
  });
});

describe('without any prices', () => {
  let session: Session;
  afterAll(() => session?.close());

  it('the cart is read, and the quote says what to import', async () => {
    session = await launch({ viewport: { width: 1280, height: 1000 } });
    const page = await rememberPbxes(session, BATCH.id);
    const hide = ['price', 'unit', 'discount', 'total'];
    for (const sku of ['HW-VISION', 'HW-WELCOME'])
      await page.evaluate(
        (path, body) => fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
        `/api/cart/${BATCH.id}/change`,
        JSON.stringify({ change: 'add', sku, quantity: 3 }),
      );
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, { hide }));
    await waitForText(page, 'not recalculated');
    const closed = (await byAria(page, /Carts and lists/, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
    await closed.focus();
    await page.keyboard.press('Enter');
    await clickAria(page, 'Quote', 'button');
    const opened = session.browser.waitForTarget((target) => target.url().includes('view=quote'));
    await clickAria(page, 'Make a quote of 2 products', 'button');
    const quote = await (await opened).page();
    if (quote === null) throw new Error('the quote has no page');
    await waitForText(quote, `Quote for ${BATCH.name}`);
    await waitForText(quote, /[Ii]mport.* price list/);
    expect(session.problems()).toEqual([]);
  });
});
