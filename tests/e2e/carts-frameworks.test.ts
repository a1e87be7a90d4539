import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCartFile } from '../../src/core/cart-file.ts';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { byAria, clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, panelsStand, rememberPbxes, stored } from './flows/portal.ts';

const WORDS = {
  en: {
    add: 'Add',
    checkout: 'Checkout',
    terms: 'I accept the Terms and Conditions',
    confirm: 'Confirm order',
  },
  de: {
    add: 'Hinzufügen',
    checkout: 'Zur Kasse',
    terms: 'Ich akzeptiere die Allgemeinen Geschäftsbedingungen',
    confirm: 'Bestellung bestätigen',
  },
} as const;
const OTHER = { id: 23, name: 'Van Dijk Bouw' };

/** The same way as on the two skins, where a component library draws the page. */
describe.each([
  { skin: 'mui', lang: 'en' },
  { skin: 'drawn', lang: 'de' },
] as const)('carts and lists on pages drawn by $skin, $lang', (knobs) => {
  const words = WORDS[knobs.lang];
  let session: Session;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wmpc-carts-'));
    session = await launch({ viewport: { width: 1280, height: 1000 } });
    page = await rememberPbxes(session, BATCH.id, { lang: knobs.lang });
    await go(`customers/${BATCH.id}/order`);
    await panelsStand(page);
  });
  afterAll(async () => {
    await session?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Another document: a page of these skins is drawn once. */
  const go = async (route: string, more: { checkout?: 'page' } = {}) => {
    await page.goto('about:blank');
    await page.goto(session.portal.url(route, { ...knobs, ...more }));
  };
  const open = async () => {
    await waitFor(
      async () => {
        if ((await textsOf(page, 'button')).includes('Paste a list')) return true;
        const closed = (await byAria(page, /Carts and lists/, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
        await closed.focus();
        await page.keyboard.press('Enter');
        return (await textsOf(page, 'button')).includes('Paste a list');
      },
      { message: 'the carts to open' },
    );
  };
  const close = () =>
    waitFor(
      async () => {
        if (!(await textsOf(page, 'button')).includes('Close')) return true;
        await clickAria(page, 'Close', 'button');
        return !(await textsOf(page, 'button')).includes('Close');
      },
      { message: 'the report to close' },
    );
  const cartOf = (customer: number) =>
    session.portal.state.carts
      .find(({ customerId }) => customerId === customer)
      ?.lines.map(({ sku, quantity }) => [sku, quantity]) ?? [];

  it('save a cart, and write it to a file for a colleague', async () => {
    await press(page, words.add, { row: 'WP490G2' });
    await waitFor(() => cartOf(BATCH.id).length === 1, { message: 'one line in the cart' });
    await press(page, words.add, { row: 'Vision' });
    await waitFor(() => cartOf(BATCH.id).length === 2, { message: 'two lines in the cart' });
    await open();
    const name = (await byAria(page, 'Name for the cart on this page', 'textbox')) as ElementHandle<HTMLInputElement>;
    await name.click();
    await name.type('Small office');
    await clickAria(page, 'Save 2 products', 'button');
    await byAria(page, 'Put in: Small office', 'button');
    const downloads = await page.createCDPSession();
    await downloads.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    });
    const written = new Promise<string>((done) => {
      let file = '';
      downloads.on('Browser.downloadWillBegin', ({ suggestedFilename }) => {
        file = suggestedFilename;
      });
      downloads.on('Browser.downloadProgress', ({ state }) => state === 'completed' && done(join(folder, file)));
    });
    await clickAria(page, 'Share as a file: Small office', 'button');
    const read = readCartFile(await readFile(await written, 'utf8'));
    expect(read).toMatchObject({
      carts: [
        {
          name: 'Small office',
          lines: [
            { product: 'WP490G2', sku: 'HW-WP490G2', quantity: 1 },
            { product: 'Vision', sku: 'HW-VISION', quantity: 1 },
          ],
        },
      ],
    });
  });

  it('put it in again for another customer, whose cart is empty', async () => {
    await go(`customers/${OTHER.id}/order`);
    await panelsStand(page);
    await open();
    await clickAria(page, 'Put in: Small office', 'button');
    await waitForText(page, '2 lines are clear and can be added.');
    await clickAria(page, 'Add 2 products', 'button');
    await waitForText(page, /^All of them are in the cart/, { timeout: 30_000 });
    expect(cartOf(OTHER.id)).toEqual([
      ['HW-WP490G2', 1],
      ['HW-VISION', 1],
    ]);
    expect(cartOf(BATCH.id)).toHaveLength(2);
    await close();
  });

  it('match a pasted list, ask where it is unclear, and add to lines that are in the cart', async () => {
    await clickAria(page, 'Paste a list', 'button');
    const text = (await byAria(page, /^One product a line/, 'textbox')) as ElementHandle<HTMLTextAreaElement>;
    await text.evaluate((field, list) => {
      field.value = list;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, 'Menge\tArtikelnummer\n12\tHW-VISION\n3 x WelcomeConsole\n4 x WP 480 G2\n1 x Coffee machine');
    await clickAria(page, 'Match with this page', 'button');
    await waitForText(page, 'not on this page');
    await waitForText(page, /^2 lines are clear and can be added\. 2 are not/);
    await waitForText(page, /on top of 1 in the cart/);
    const choice = (await byAria(page, 'Product for “4 x WP 480 G2”', 'combobox')) as ElementHandle<HTMLSelectElement>;
    const wanted = await choice.evaluate(
      (field) => [...field.options].find(({ text: said }) => said.startsWith('WP480G2'))?.value ?? '',
    );
    await choice.select(wanted);
    await clickAria(page, 'Add 3 products', 'button');
    await waitForText(page, /^All of them are in the cart/, { timeout: 30_000 });
    expect(cartOf(OTHER.id)).toEqual([
      ['HW-WP490G2', 1],
      ['HW-VISION', 13],
      ['HW-WELCOME', 3],
      ['HW-WP480G2', 4],
    ]);
    await close();
  });

  it('read the cart on its own page, hold Checkout back there, and say where products can be put in', async () => {
    await go(`cart/${OTHER.id}`);
    await waitForText(page, 'not recalculated');
    await open();
    await clickAria(page, 'Put in: Small office', 'button');
    await waitForText(page, /^Products can be put in on Order HWaaS of the customer only/);
    await press(page, words.checkout);
    await byAria(page, 'Recalculate now', 'button');
    expect(session.portal.log().filter(({ kind }) => kind === 'checkout')).toEqual([]);
    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'Recalculated', 'dialog');
    await clickAria(page, 'Close', 'button');
  });

  it('note an order that is confirmed in a document of its own', async () => {
    await go(`cart/${OTHER.id}`, { checkout: 'page' });
    await waitForText(page, 'Order check');
    await press(page, words.checkout);
    await waitForText(page, words.terms);
    await byAria(page, 'Order check', 'region');
    await press(page, words.terms);
    await press(page, words.confirm);
    const order = await waitFor(
      async () => (await stored<OrderRecord>(session, 'orders')).find(({ evidence }) => evidence === 'answered'),
      { message: 'the order to be answered' },
    );
    const [there] = session.portal.log().flatMap((entry) => (entry.kind === 'order-placed' ? [entry] : []));
    expect(order).toMatchObject({
      customer: { name: expect.stringContaining(OTHER.name) },
      duration: 'P1M',
      number: String(there?.number),
      recalculated: true,
      lines: [
        { product: 'WP490G2', quantity: 1 },
        { product: 'Vision', quantity: 13 },
        { product: 'WelcomeConsole', quantity: 3 },
        { product: 'WP480G2', quantity: 4 },
      ],
    });
    expect(session.problems()).toEqual([]);
  });
});
