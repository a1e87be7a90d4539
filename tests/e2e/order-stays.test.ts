import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/paths.mjs';
import { bundleForPage } from '../support/bundle.ts';
import { byAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { type Frame, framesOf, watchFrames } from './flows/frames.ts';
import { BATCH, panelsStand, rememberPbxes } from './flows/portal.ts';

const WORDS = {
  en: ['Add', 'Remove', 'Save', 'Save & Recalculate', 'Checkout', 'Confirm order'],
  de: ['Hinzufügen', 'Entfernen', 'Speichern', 'Speichern & neu berechnen', 'Zur Kasse', 'Bestellung bestätigen'],
} as const;

/** Opens every part of our panels that is closed, by the keyboard. */
async function openAll(page: Page): Promise<void> {
  for (const name of [/^Price/, /^Cart, line by line/, /^Before Checkout/, /Carts and lists/]) {
    const found = await textsOf(page, 'DisclosureTriangle');
    if (!found.some((text) => name.test(text))) continue;
    const part = (await byAria(page, name, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
    // Focus alone would scroll there.
    await part.evaluate((element) => element.focus({ preventScroll: true }));
    await page.keyboard.press('Enter');
  }
}

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('WMP’s own buttons, drawn by $skin in $lang', (knobs) => {
  let session: Session;
  beforeAll(async () => {
    session = await launch({ viewport: { width: 1280, height: 900 } });
    const page = await rememberPbxes(session, BATCH.id, knobs);
    await page.evaluate(async (id) => {
      for (const sku of ['HW-WP480G2', 'HW-VISION'])
        await fetch(`/api/cart/${id}/change`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-page-query': location.search },
          body: JSON.stringify({ change: 'add', sku, quantity: 12 }),
        });
    }, BATCH.id);
    await page.close();
  });
  afterAll(() => session?.close());

  it.each([
    { route: `customers/${BATCH.id}/order`, width: 1280 },
    { route: 'cart', width: 1280 },
    { route: `checkout/${BATCH.id}`, width: 1280 },
    { route: `customers/${BATCH.id}/order`, width: 640 },
    { route: 'cart', width: 640 },
  ])('stay where they are when our panels come and grow: $route, $width wide', async ({ route, width }) => {
    const page = await session.browser.newPage();
    await page.setViewport({ width, height: 900 });
    await watchFrames(page, WORDS[knobs.lang]);
    await page.goto(session.portal.url(route, knobs));
    if (route.startsWith('checkout')) await byAria(page, 'Order check', 'region');
    else {
      await panelsStand(page);
      await waitForText(page, 'not recalculated');
    }
    const before = (await framesOf(page)).findLast(({ ours }) => !ours)?.at ?? {};
    expect(Object.keys(before).length).toBeGreaterThan(0);
    await openAll(page);
    await waitForText(page, 'Note it, or send it');
    const after = (await framesOf(page)).filter(({ ours }) => ours);
    expect(after.length).toBeGreaterThan(0);
    // The marks beside products take some width, which a narrow list takes from its other columns.
    const heights = (at: Frame['at']) =>
      Object.entries(at).map(([text, places]) => [text, places.filter((_, i) => i % 2 === 0)]);
    for (const { at } of after)
      if (width < 1000) expect(heights(at)).toEqual(heights(before));
      else expect(at).toEqual(before);
    await page.close();
  });

  it('have the way to what is out of sight beside them, which covers none of them', async () => {
    const page = await session.openPortal(`customers/${BATCH.id}/order`, knobs);
    const jump = await byAria(page, /^Order check .*to settle/, 'button');
    await waitForText(page, 'not recalculated');
    await jump.click();
    await waitFor(async () => !(await textsOf(page, 'button')).some((name) => /^Order check/.test(name)), {
      message: 'the panel to be in view, and the way there to be gone',
    });
    expect(session.problems()).toEqual([]);
  });
});

describe('a place below the order', () => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    const script = await bundleForPage(inProject('tests/e2e/flows/below-page.ts'), {
      'webextension-polyfill': inProject('tests/bench/reading/browser-stub.ts'),
    });
    session = await launch({ viewport: { width: 1000, height: 600 } });
    page = await session.browser.newPage();
    await page.evaluate(`${script};globalThis.below = bundled;`);
  });
  afterAll(() => session?.close());

  const cells = (...texts: string[]) => texts.map((text) => `<td>${text}</td>`).join('');
  const cart = (lines: number) =>
    `<table style="width:100%"><tr><th>Product</th><th>Quantity</th><th></th></tr>${`<tr>${cells('Vision', '2', '<button>Remove</button>')}</tr>`.repeat(lines)}</table>`;
  const BUTTONS = '<p><button>Save &amp; Recalculate</button> <button>Checkout</button></p>';
  async function draw(html: string, parts: readonly (readonly [part: string, height: number])[]): Promise<string[]> {
    await page.evaluate((body) => {
      document.body.innerHTML = body;
    }, html);
    await page.evaluate('below.begin()');
    for (const [part, height] of parts) await page.evaluate(`below.show(${JSON.stringify(part)}, ${height})`);
    return (await page.evaluate('below.panels()')) as string[];
  }
  /** Where something begins on the screen. */
  const top = (what: string) =>
    page.evaluate((text) => {
      const all = [...document.querySelectorAll('button,wmp-companion')];
      const found = all.find((one) => one.textContent === text || (one as HTMLElement).dataset['part'] === text);
      return found?.getBoundingClientRect().top ?? Number.NaN;
    }, what);

  it.each([[['order-panel', 'cart-desk']], [['cart-desk', 'order-panel']]])(
    'has our panels in one order, whichever comes first: %s',
    async (parts) => {
      expect(
        await draw(
          `<h1>Cart</h1>${cart(2)}${BUTTONS}`,
          parts.map((part) => [part, 60]),
        ),
      ).toEqual(['order-panel flow', 'cart-desk flow']);
    },
  );

  it('is what is blank of a page that keeps the whole window for its order', async () => {
    const html = `<div style="position:relative;height:590px;overflow:hidden"><h1>Cart</h1>${cart(2)}${BUTTONS}</div>`;
    expect(await draw(html, [['order-panel', 100]])).toEqual(['order-panel flow']);
    const [button, panel] = [await top('Checkout'), await top('order-panel')];
    expect(panel).toBeGreaterThan(button + 10);
    expect(panel).toBeLessThan(button + 80);
  });

  it('is given up where the page draws more of its order there', async () => {
    await draw(`<main><h1>Cart</h1>${cart(2)}</main><div id="late"></div>`, [
      ['order-panel', 100],
      ['cart-desk', 30],
    ]);
    await page.evaluate((html) => {
      const late = document.querySelector('#late');
      if (late !== null) late.innerHTML = html;
    }, BUTTONS);
    expect(await top('order-panel')).toBeLessThan(await top('Checkout'));
    await page.evaluate('below.readAgain()');
    expect(await page.evaluate('below.panels()')).toEqual(['order-panel flow', 'cart-desk flow']);
    expect(await top('order-panel')).toBeGreaterThan(await top('Checkout'));
  });

  it('is over the page where the layout would move something', async () => {
    const html = `<div style="position:fixed;inset:0;display:flex;flex-direction:column;justify-content:end"><h1>Cart</h1>${cart(2)}${BUTTONS}</div>`;
    await draw(html, []);
    const before = await top('Checkout');
    await page.evaluate("below.show('order-panel', 100)");
    expect(await page.evaluate('below.panels()')).toEqual(['order-panel side']);
    expect(await top('Checkout')).toBe(before);
  });

  it('keeps the page where it is when a panel at its end becomes lower', async () => {
    await draw(`<h1>Cart</h1>${cart(20)}${BUTTONS}`, [['order-panel', 500]]);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const before = await top('Checkout');
    await page.evaluate("below.show('order-panel', 150)");
    expect(await top('Checkout')).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate("below.show('order-panel', 150)");
    const height = await page.evaluate(() => document.querySelector('wmp-companion')?.getBoundingClientRect().height);
    expect(height).toBe(150);
  });
});
