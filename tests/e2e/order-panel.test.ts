import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgreementRecord } from '../../src/core/records/agreement.ts';
import type { CartRecord } from '../../src/core/records/cart.ts';
import type { OrderRecord } from '../../src/core/records/order.ts';
import type { CartView } from '../portal/shared/types.ts';
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
    recalculate: 'Save & Recalculate',
    checkout: 'Checkout',
    back: 'Back',
    confirm: 'Confirm order',
    reference: 'Order Reference',
    terms: 'I accept the Terms and Conditions',
    year: 'One year',
    address: 'Delivery Address',
    otherAddress: 'Other address…',
    otherText: 'Address',
  },
  de: {
    recalculate: 'Speichern & neu berechnen',
    checkout: 'Zur Kasse',
    back: 'Zurück',
    confirm: 'Bestellung bestätigen',
    reference: 'Bestellreferenz',
    terms: 'Ich akzeptiere die Allgemeinen Geschäftsbedingungen',
    year: 'Ein Jahr',
    address: 'Lieferadresse:',
    otherAddress: 'Andere Adresse …',
    otherText: 'Adresse',
  },
} as const;

/** As the panel writes it: the browser of the tests speaks English. */
const eur = (amountMinor: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(amountMinor / 100);

/** The cart as the stand-in prices it. */
const priced = (page: Page): Promise<CartView> =>
  page.evaluate(async () => {
    const carts = await (await fetch('/api/cart', { headers: { 'x-page-query': location.search } })).json();
    return carts[0];
  });

/** Puts a cart of these units in the place of the one there is, and draws the page anew. */
async function setCart(page: Page, lines: Readonly<Record<string, number>>): Promise<void> {
  await page.evaluate(
    async (id, wanted) => {
      const change = (body: object) =>
        fetch(`/api/cart/${id}/change`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-page-query': location.search },
          body: JSON.stringify(body),
        });
      for (const [sku, quantity] of Object.entries(wanted)) {
        await change({ change: 'remove', sku });
        await change({ change: 'add', sku, quantity });
      }
    },
    BATCH.id,
    lines,
  );
  await page.reload();
}

/**
 * The partner's own tiers for one product, typed into the options: what the stand-in gives from ten units on, and more from
 * 25 on. A mistake is named, and one that was removed comes back.
 */
async function stateTiers(session: Session): Promise<void> {
  const options = await session.openOptions();
  const type = async (name: string, text: string) => {
    const field = await byAria(options, name, 'textbox');
    await field.click({ clickCount: 3 });
    await field.type(text);
  };
  await clickAria(options, 'State a discount…', 'button');
  await type('Tier 1: from how many units', '10');
  await type('Tier 1: how much', '5');
  await clickAria(options, 'Another tier', 'button');
  await type('Tier 2: from how many units', '25');
  await type('Tier 2: how much', '600');
  await clickAria(options, 'Keep it', 'button');
  await waitForText(options, 'Say for what it is.');
  await type('SKU, or name where the page prints no SKU', 'WP480G2');
  await clickAria(options, 'Keep it', 'button');
  await waitForText(options, /Tier 2: write a number/);
  await type('Tier 2: how much', '60');
  await clickAria(options, 'Keep it', 'button');
  await waitForText(options, 'from 10: 5 % · from 25: 60 %');
  await clickAria(options, 'Remove: WP480G2', 'button');
  await waitForText(options, 'The discount of WP480G2 was removed.');
  await clickAria(options, 'Undo', 'button');
  await waitForText(options, 'from 10: 5 % · from 25: 60 %');
  // An amount on top, and back to none.
  await clickAria(options, 'Change: WP480G2', 'button');
  await type('Tier 1: amount on top, once', 'ten');
  await clickAria(options, 'Keep it', 'button');
  await waitForText(options, /Tier 1: write the amount on top/);
  await type('Tier 1: amount on top, once', '10');
  await clickAria(options, 'Keep it', 'button');
  await waitForText(options, 'from 10: 5 % + 10 EUR once per Duration · from 25: 60 %');
  await clickAria(options, 'Change: WP480G2', 'button');
  await type('Tier 1: amount on top, once', '0');
  await clickAria(options, 'Keep it', 'button');
  await waitForText(options, 'from 10: 5 % · from 25: 60 %');
  await options.close();
}

/** By the keyboard: what is above may still grow, and would move a part away under the mouse. */
async function open(page: Page, section: string | RegExp): Promise<void> {
  const part = (await byAria(page, section, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
  await part.focus();
  await page.keyboard.press('Enter');
}

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('the order panel: $skin, $lang', (knobs) => {
  const words = WORDS[knobs.lang];
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await launch();
    await stateTiers(session);
    page = await rememberPbxes(session, BATCH.id, knobs);
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
  });
  afterAll(() => session?.close());

  it('sets the Duration, and shows the expiration with the days left', async () => {
    await clickAria(page, 'Set 1 year', 'button');
    await waitForText(page, `Duration “${words.year}” fits this PBX.`);
    expect(session.portal.state.carts[0]?.duration).toBe('P1Y');
    await waitForText(page, /\(203 days left\)/);
  });

  it('prices a cart of one line below the fold once it is scrolled to', async () => {
    await setCart(page, { 'HW-WP480G2': 1 });
    await byAria(page, 'Order check', 'region');
    await page.evaluate((label) => {
      const texts = [...document.querySelectorAll('*')].filter((each) => each.childElementCount === 0);
      texts.find((each) => each.textContent?.trim() === label)?.scrollIntoView();
    }, words.checkout);
    await waitForText(page, `now, then ${eur(4290)} per year`);
  });

  it('prices the cart as WMP does, and says why WMP’s total is another before it is recalculated', async () => {
    await setCart(page, { 'HW-WP480G2': 12, 'HW-WP490G2': 9 });
    await open(page, /^Price/);
    const cart = await priced(page);
    const discount = Math.round(0.05 * 12 * 4290);
    await waitForText(page, `${eur(cart.listMinor - discount)} per year`);
    await waitForText(page, new RegExp(`WMP’s own total: ${eur(cart.proratedMinor).replace('.', '\\.')}`));
    await waitForText(page, /It has no quantity discount in it yet/);
    await waitForText(page, 'No price list is imported yet.');
    await waitForText(page, /days left, by the real calendar\. An estimate/);
    await press(page, words.recalculate);
    await waitForText(page, 'It agrees with the estimated first charge.');
    const after = await priced(page);
    expect(after.discountMinor).toBe(discount);
    await waitForText(page, `${eur(after.proratedMinor)} now, then ${eur(after.listMinor - discount)} per year`);
    // MRR is a twelfth of the year, rounded by line.
    const monthly = Math.round((12 * 4290 - discount) / 12) + Math.round((9 * 7095) / 12);
    await waitForText(page, eur(monthly));
  });

  it('names the tier reached, the next break, and more units that cost less', async () => {
    await open(page, /^Cart, line by line/);
    await waitForText(page, `Tier from 10 units reached: ${eur(2574)} off per term (stated by you).`);
    await waitForText(page, '13 more to the next break, at 25 units.');
    await byAria(page, /13 more to the next break/, 'image');
    // 25 units at 60 % off cost less than 12 at 5 % off.
    const saves = Math.round(12 * 4290 * 0.95) - 25 * 4290 * 0.4;
    await waitForText(page, `13 more cost less: ${eur(saves)} saved per term.`);
  });

  it('sums the stock up, and takes the partner’s word that it is understood', async () => {
    await waitForText(page, '12 of 21 now, 9 backordered behind 186.');
    await open(page, /^Before Checkout/);
    for (const check of ['Duration fits', 'Cart recalculated', 'Stock understood', 'Delivery address'])
      await waitForText(page, check);
    await clickAria(page, 'Understood', 'button');
    await waitFor(async () => !(await textsOf(page)).includes('Understood'), { message: 'the stock to be understood' });
    await waitFor(async () => (await stored<CartRecord>(session, 'carts')).some(({ understood }) => understood), {
      message: 'that to be noted',
    });
  });

  it('keeps that over a reload, but not for another quantity', async () => {
    await setCart(page, { 'HW-WP480G2': 11 });
    await waitForText(page, '11 of 20 now, 9 backordered behind 186.');
    await open(page, /^Before Checkout/);
    await byAria(page, 'Understood', 'button');
    await setCart(page, { 'HW-WP480G2': 12 });
    await waitForText(page, '12 of 21 now, 9 backordered behind 186.');
    await open(page, /^Before Checkout/);
    await waitForText(page, 'Note it, or send it');
    expect(await textsOf(page)).not.toContain('Understood');
  });

  it('notes the agreement, and drafts the e-mail to the Area manager', async () => {
    await open(page, 'Note it, or send it');
    await waitForText(page, /Nothing is noted about this customer's HWaaS agreement/);
    const field = await byAria(page, 'Where the signed agreement is kept', 'textbox');
    await field.type('Agreements/Nordhafen.pdf');
    await clickAria(page, 'Note it', 'button');
    const [note] = await waitFor(
      async () => {
        const notes = await stored<AgreementRecord>(session, 'agreements');
        return notes.length > 0 ? notes : undefined;
      },
      { message: 'the agreement to be noted' },
    );
    expect(note).toMatchObject({ customer: { name: BATCH.name }, attachment: 'Agreements/Nordhafen.pdf' });
    await open(page, 'E-mail to the Area manager');
    const mail = (await textsOf(page)).join(' ');
    for (const part of [BATCH.name, 'Duration: 1 year', '12 × WP480G2', 'Attached: Agreements/Nordhafen.pdf'])
      expect(mail).toContain(part);
    expect(mail).toContain('It has no recipient');
    const options = await session.openOptions();
    const address = await byAria(options, 'E-mail address of your Area manager', 'textbox');
    await address.type('anna@');
    await options.keyboard.press('Tab');
    await waitForText(options, 'This value is not possible. The old one stays.');
    await waitFor(() => address.evaluate((input) => (input as HTMLInputElement).value === ''), {
      message: 'the old one',
    });
    await address.type('anna+hwaas@vendor.example');
    await options.keyboard.press('Tab');
    await waitForText(options, 'Saved.');
    await options.close();
    await waitForText(page, 'To: anna+hwaas@vendor.example');
    const link = await byAria(page, 'Open as e-mail', 'link');
    const { protocol, pathname, searchParams } = new URL(await link.evaluate((a) => (a as HTMLAnchorElement).href));
    expect([protocol, decodeURIComponent(pathname)]).toEqual(['mailto:', 'anna+hwaas@vendor.example']);
    expect(searchParams.get('body')).toContain('12 × WP480G2');
    expect(session.portal.log().some(({ kind }) => kind === 'checkout')).toBe(false);
  });

  it('holds Checkout back with what it would cost, also where the cart was changed and changed back', async () => {
    await setCart(page, { 'HW-WP480G2': 13 });
    await waitForText(page, /not recalculated/);
    await waitFor(async () => (await stored<CartRecord>(session, 'carts')).every(({ signature }) => signature === ''), {
      message: 'the change to be noted',
    });
    // The same as was recalculated, but WMP has dropped its discount meanwhile.
    await setCart(page, { 'HW-WP480G2': 12 });
    await waitForText(page, /12 of 21 now/);
    const cart = await priced(page);
    const lost = cart.proratedMinor - Math.floor(((cart.listMinor - 2574) * 203) / 365 + 0.5);
    await waitForText(page, /not recalculated/);
    await press(page, words.checkout);
    await byAria(page, 'Checkout is held back', 'dialog');
    // The lines are prorated one by one: a cent of rounding each.
    const said = await waitForText(page, /checking out now costs .* more until the PBX expires/);
    const told = Number(/costs €([\d.]+) more until/.exec(said)?.[1]);
    expect(Math.abs(told - lost / 100)).toBeLessThan(0.02);
    expect(said).toContain(`and ${eur(2574)} more per term (estimate)`);
    await waitForText(page, 'Also worth a look');
    await clickAria(page, 'Cancel', 'button');
  });

  it('notes an order from the Cart with the stock last seen, the terms and WMP’s own words', async () => {
    await page.goto(session.portal.url('cart', knobs));
    await waitForText(page, /Stock of WP490G2: -186, seen .* on Order HWaaS/);
    await press(page, words.recalculate);
    await waitForText(page, /^recalculated$/);
    await press(page, words.checkout);
    await fill(page, words.reference, 'PO-12');
    await byAria(page, words.address, 'combobox').then((field) =>
      knobs.skin === 'plain' ? field.type(words.otherAddress.slice(0, 5)) : field.click(),
    );
    if (knobs.skin === 'ext') await press(page, words.otherAddress);
    await fill(page, words.otherText, 'Hafenstr. 1, Bremen');
    await press(page, words.terms);
    await press(page, words.confirm);
    const [order] = await waitFor(
      async () => {
        const orders = await stored<OrderRecord>(session, 'orders');
        return orders.some(({ evidence }) => evidence === 'answered') ? orders : undefined;
      },
      { message: 'the order to be answered' },
    );
    expect(order).toMatchObject({ duration: 'P1Y', pbx: BATCH.pbx, recalculated: true, reference: 'PO-12' });
    expect(order?.confirmation).toContain(order?.number);
    expect(order?.termsAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    const placed = session.portal.log().find((entry) => entry.kind === 'order-placed');
    expect(placed).toMatchObject({ address: 'Hafenstr. 1, Bremen' });
    expect(order?.address).toBe('Hafenstr. 1, Bremen');
    expect(order?.lines.find(({ product }) => product === 'WP490G2')).toMatchObject({
      quantity: 9,
      stock: -186,
      stockSeen: expect.stringMatching(/^\d{4}-/),
      total: { amountMinor: 9 * 7095, currency: 'EUR' },
    });
    expect(session.problems()).toEqual([]);
  });
});
