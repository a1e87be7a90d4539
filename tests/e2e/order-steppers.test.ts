import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, type Session, waitForText } from '../support/index.ts';
import { openDrawn } from './flows/drawn.ts';

/** Quantities between a button that takes one off and one that puts one on: what the count is, and what a press does. */
const STEPPERS = {
  steps: { count: (n: number) => `<span>${n}</span>`, more: 'n + 1' },
  leaps: { count: (n: number) => `<span>${n}</span>`, more: 'n + 5' },
  'is dead': { count: (n: number) => `<span>${n}</span>`, more: 'n' },
  'has two counts': { count: (n: number) => `<span>${n}</span><span>${n}</span>`, more: 'n + 1' },
} as const;

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

async function openOrder(name: keyof typeof STEPPERS): Promise<Page> {
  const { count, more } = STEPPERS[name];
  const page = await openDrawn(
    session,
    `a stepper that ${name}`,
    `<h1>Order HWaaS – Acme BV</h1><label>Duration <select><option>1 year</option></select></label>
     <table><thead><tr><th>Product</th><th>SKU</th><th>Price</th><th>In stock</th><th>Quantity</th><th></th></tr></thead><tbody id="products"></tbody></table>
     <h2>Cart</h2><table><thead><tr><th>Product</th><th>Quantity</th><th>Unit price</th><th>Total</th><th></th></tr></thead><tbody id="cart"></tbody></table>
     <button>Save &amp; Recalculate</button> <button>Checkout</button>`,
  );
  await page.evaluate(`(() => {
    const chosen = { Vision: 1, WP480: 1 }, inCart = { DaySaver: 1 };
    window.shown = () => chosen; window.cart = () => inCart;
    const count = ${count.toString()};
    const draw = () => {
      products.innerHTML = Object.entries(chosen).map(([name, n]) => '<tr><td>' + name + '</td><td>HW-' + name + '</td><td>€3.00</td><td>40</td><td><button data-less="' + name + '">−</button>' + count(n) + '<button data-more="' + name + '">+</button></td><td><button data-add="' + name + '">Add</button></td></tr>').join('');
      cart.innerHTML = Object.entries(inCart).map(([name, n]) => '<tr><td>' + name + '</td><td>' + n + '</td><td>€3.00</td><td>€' + 3 * n + '.00</td><td><button>Remove</button></td></tr>').join('');
    };
    const [products, cart] = [document.querySelector('#products'), document.querySelector('#cart')];
    products.addEventListener('click', ({ target: { dataset: { less, more, add } } }) => {
      const step = (name, to) => { const n = chosen[name]; chosen[name] = Math.max(1, to(n)); };
      if (less) step(less, (n) => n - 1);
      if (more) step(more, (n) => ${more});
      if (add) { inCart[add] = (inCart[add] ?? 0) + chosen[add]; chosen[add] = 1; }
      draw();
    });
    draw();
  })()`);
  return page;
}

async function paste(page: Page, list: string): Promise<void> {
  const closed = (await byAria(page, /Carts and lists/, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
  await closed.focus();
  await page.keyboard.press('Enter');
  await clickAria(page, 'Paste a list', 'button');
  const field = (await byAria(page, /^One product a line/, 'textbox')) as ElementHandle<HTMLTextAreaElement>;
  await field.evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, list);
  await clickAria(page, 'Match with this page', 'button');
  await clickAria(page, /^Add \d+ product/, 'button');
}

describe('a quantity that is stepped to', () => {
  it('is stepped to for each product of a pasted list', async () => {
    const page = await openOrder('steps');
    await paste(page, '7 x Vision\n1 x WP480');
    await waitForText(page, /^All of them are in the cart/);
    expect(await page.evaluate('cart()')).toEqual({ DaySaver: 1, Vision: 7, WP480: 1 });
    await page.close();
  });

  it.each([
    ['leaps', /it shows “6”. Nothing was added/],
    ['is dead', /it shows “1”. Nothing was added/],
    ['has two counts', /No field for the quantity/],
  ] as const)('adds nothing where the stepper %s, and says why', async (name, why) => {
    const page = await openOrder(name);
    await paste(page, '3 x Vision');
    await waitForText(page, why);
    expect(await page.evaluate('cart()')).toEqual({ DaySaver: 1 });
    await page.close();
  });
});
