import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, press, type Session, textsOf, waitForText } from '../support/index.ts';
import { BATCH, panelsStand, rememberPbxes } from './flows/portal.ts';

const WORDS = {
  en: { checkout: 'Checkout', confirm: 'Confirm order' },
  de: { checkout: 'Zur Kasse', confirm: 'Bestellung bestätigen' },
} as const;
const UNSEEN = /did not see what stood in the cart when Checkout was pressed/;
const UNWATCHED = /^Checkout is not held back on this page: the cart cannot be read/;

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('a Checkout that is not watched: $skin, $lang', (knobs) => {
  const words = WORDS[knobs.lang];
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await launch();
    page = await rememberPbxes(session, BATCH.id, knobs);
    await page.evaluate(async (id) => {
      await fetch(`/api/cart/${id}/change`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-page-query': location.search },
        body: JSON.stringify({ change: 'add', sku: 'HW-VISION', quantity: 2 }),
      });
    }, BATCH.id);
  });
  afterAll(() => session?.close());
  const said = async () => (await textsOf(page)).join(' | ');

  it.each(['cart', `customers/${BATCH.id}/order`])(
    'is said, with why, where the cart cannot be read: %s',
    async (route) => {
      await page.goto(session.portal.url(route, { ...knobs, hide: ['product'] }));
      // The page before says the same, until the browser has left it.
      await page.reload();
      const text = await waitForText(page, UNWATCHED);
      expect(text).toMatch(
        /Reason: (no list of its lines was found|it cannot be told which column names the products)\.$/,
      );
      // By the keyboard: the way to the panel may float over the end of it that is in view.
      for (const [name, other] of [
        ['Fold', 'Unfold'],
        ['Unfold', 'Fold'],
      ] as const) {
        const button = (await byAria(page, name, 'button')) as ElementHandle<HTMLElement>;
        await button.focus();
        await page.keyboard.press('Enter');
        await byAria(page, other, 'button');
        await waitForText(page, UNWATCHED);
      }
    },
  );

  it('is not said of one that is read, nor of an empty one', async () => {
    await page.goto(session.portal.url('cart', knobs));
    await panelsStand(page);
    await waitForText(page, /not recalculated/);
    expect(await said()).not.toMatch(UNWATCHED);
    await page.goto(session.portal.url('customers/23/order', knobs));
    await panelsStand(page);
    await waitForText(page, 'still empty');
    expect(await said()).not.toMatch(UNWATCHED);
  });

  it('is said where the order is confirmed without its Checkout having been seen, and not where it was', async () => {
    await page.goto(session.portal.url(`checkout/${BATCH.id}`, { ...knobs, checkout: 'page' }));
    await waitForText(page, UNSEEN);
    await page.goto(session.portal.url('cart', { ...knobs, checkout: 'page' }));
    await panelsStand(page);
    await press(page, words.checkout);
    await clickAria(page, 'Check out anyway', 'button');
    await clickAria(page, 'Close', 'button');
    await press(page, words.checkout);
    await waitForText(page, words.confirm);
    await byAria(page, 'Order check', 'region');
    await waitForText(page, 'Before Checkout');
    expect(await said()).not.toMatch(UNSEEN);
    expect(session.problems()).toEqual([]);
  });
});
