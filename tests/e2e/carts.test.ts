import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartFile } from '../../src/core/cart-file.ts';
import type { SavedCartRecord } from '../../src/core/records/saved-cart.ts';
import { byAria, clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, panelsStand, stored } from './flows/portal.ts';

const ADD = { en: 'Add', de: 'Hinzufügen' } as const;
const TWINS = 23;

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('carts and lists: $skin, $lang', (knobs) => {
  let session: Session;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wmpc-carts-'));
    session = await launch();
    page = await session.openPortal(`customers/${BATCH.id}/order`, knobs);
    await panelsStand(page);
  });
  afterAll(async () => {
    await session?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async () => {
    await page.bringToFront();
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
  const write = async (field: string | RegExp, role: string, text: string) => {
    const control = (await byAria(page, field, role)) as ElementHandle<HTMLInputElement>;
    await control.click({ count: 3 });
    await control.type(text);
  };
  /** WMP draws its cart anew meanwhile, and moves what is pressed. */
  const close = () =>
    waitFor(
      async () => {
        if (!(await textsOf(page, 'button')).includes('Close')) return true;
        await clickAria(page, 'Close', 'button');
        return !(await textsOf(page, 'button')).includes('Close');
      },
      { message: 'the report to close' },
    );
  const take = async (name: string) => {
    const [chooser] = await Promise.all([
      page.waitForFileChooser(),
      clickAria(page, 'Take in a shared file', 'button'),
    ]);
    await chooser.accept([join(folder, name)]);
  };
  const cartOf = (customer: number) =>
    session.portal.state.carts
      .find(({ customerId }) => customerId === customer)
      ?.lines.map(({ sku, quantity }) => [sku, quantity]) ?? [];
  const saved = () => stored<SavedCartRecord>(session, 'savedCarts');

  it('save the cart of the page under a name', async () => {
    await press(page, ADD[knobs.lang], { row: 'WP490G2' });
    await press(page, ADD[knobs.lang], { row: 'Vision' });
    await waitFor(() => cartOf(BATCH.id).length === 2, { message: 'two lines in the cart' });
    await open();
    await write('Name for the cart on this page', 'textbox', 'Small office');
    await clickAria(page, 'Save 2 products', 'button');
    await byAria(page, 'Put in: Small office', 'button');
    expect(await saved()).toMatchObject([
      {
        name: 'Small office',
        lines: [
          { product: 'WP490G2', sku: 'HW-WP490G2', quantity: 1 },
          { product: 'Vision', sku: 'HW-VISION', quantity: 1 },
        ],
      },
    ]);
  });

  it('put it in again for another customer, each line seen in WMP’s cart', async () => {
    await page.close();
    page = await session.openPortal(`customers/${TWINS}/order`, knobs);
    await panelsStand(page);
    await open();
    await clickAria(page, 'Put in: Small office', 'button');
    await waitForText(page, '2 lines are clear and can be added.');
    await clickAria(page, 'Add 2 products', 'button');
    await waitForText(page, /^All of them are in the cart/);
    expect(cartOf(TWINS)).toEqual([
      ['HW-WP490G2', 1],
      ['HW-VISION', 1],
    ]);
    expect(cartOf(BATCH.id)).toHaveLength(2);
    await close();
  });

  it('match a pasted list, ask where it is unclear, and add what is clear', async () => {
    await clickAria(page, 'Paste a list', 'button');
    const text = (await byAria(page, /^One product a line/, 'textbox')) as ElementHandle<HTMLTextAreaElement>;
    await text.click();
    await text.evaluate((field, list) => {
      field.value = list;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, 'Menge\tArtikelnummer\n12\tHW-VISION\n3 x WelcomeConsole\n4 x WP 480 G2\n1 x Coffee machine\n2,hw–vision');
    await clickAria(page, 'Match with this page', 'button');
    await waitForText(page, /^Taken for a line of headings/);
    await waitForText(page, 'not on this page');
    await waitForText(page, /^3 lines are clear and can be added\. 2 are not/);
    await waitForText(page, 'Vision stands in several lines: 12 + 2 are 14 together.');
    await waitForText(page, /on top of 1 in the cart/);
    const choice = (await byAria(page, 'Product for “4 x WP 480 G2”', 'combobox')) as ElementHandle<HTMLSelectElement>;
    const wanted = await choice.evaluate(
      (field) => [...field.options].find(({ text: words }) => words.startsWith('WP480G2'))?.value ?? '',
    );
    await choice.select(wanted);
    await clickAria(page, 'Add 3 products', 'button');
    await waitForText(page, /^All of them are in the cart/, { timeout: 30_000 });
    expect(cartOf(TWINS)).toEqual([
      ['HW-WP490G2', 1],
      ['HW-VISION', 15],
      ['HW-WELCOME', 3],
      ['HW-WP480G2', 4],
    ]);
    await close();
  });

  it.runIf(knobs.skin === 'plain')(
    'stop with clear words where WMP does not answer, and press Add no second time',
    async () => {
      const changes = () => session.portal.log().filter(({ kind }) => kind === 'cart-changed').length;
      const before = changes();
      await page.evaluate(() => {
        addEventListener('click', (event) => !event.isTrusted && event.stopImmediatePropagation(), { capture: true });
      });
      await clickAria(page, 'Add 3 products', 'button');
      await waitForText(page, /^Add was pressed for “Vision”, but the cart was not seen to change/, {
        timeout: 30_000,
      });
      await waitForText(page, '3 lines were not added:');
      expect(changes()).toBe(before);
      await close();
    },
  );

  it.runIf(knobs.skin === 'plain')(
    'rename, delete with undo, and take in shared files, whole or not at all',
    async () => {
      await clickAria(page, 'Saved carts', 'button');
      await clickAria(page, 'Rename: Small office', 'button');
      await write('New name: Small office', 'textbox', 'Branch');
      await clickAria(page, 'Save: Small office', 'button');
      await clickAria(page, 'Delete: Branch', 'button');
      await waitForText(page, '“Branch” was deleted.');
      expect(await saved()).toEqual([]);
      await clickAria(page, 'Undo', 'button');
      await byAria(page, 'Put in: Branch', 'button');
      const lines = [{ product: 'Vision', quantity: 2 }];
      await writeFile(join(folder, 'good.json'), cartFile([{ id: 'shared-1', name: 'From a colleague', lines }]));
      await writeFile(join(folder, 'bad.json'), '{"kind":"something else"}');
      await take('bad.json');
      await waitForText(page, 'This is no file of saved carts. Nothing was taken from it.');
      await take('good.json');
      await byAria(page, 'Put in: From a colleague', 'button');
      expect((await saved()).map(({ name }) => name).sort()).toEqual(['Branch', 'From a colleague']);
    },
  );

  it('say on Cart where products can be put in', async () => {
    await page.close();
    page = await session.openPortal(`cart/${BATCH.id}`, knobs);
    await open();
    await clickAria(page, /^Put in: (Branch|Small office)$/, 'button');
    await waitForText(page, /^Products can be put in on Order HWaaS of the customer only/);
    expect(session.problems()).toEqual([]);
  });
});
