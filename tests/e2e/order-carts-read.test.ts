import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/paths.mjs';
import { bundleForPage } from '../support/bundle.ts';
import { launch, type Session } from '../support/index.ts';

let session: Session;
let page: Page;
beforeAll(async () => {
  const reader = await bundleForPage(inProject('tests/e2e/flows/order-reader.ts'));
  session = await launch({ viewport: { width: 1280, height: 1000 } });
  page = await session.browser.newPage();
  await page.evaluate(`${reader};globalThis.reader = bundled;`);
});
afterAll(() => session?.close());

async function read(body: string): Promise<{ kind: string; lines: string[] | null; whole: boolean }> {
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, body);
  return (await page.evaluate('reader.cart()')) as { kind: string; lines: string[] | null; whole: boolean };
}

const cells = (texts: readonly string[]) =>
  texts.map((text) => `<div style="width:170px;flex:none">${text}</div>`).join('');
const row = (...texts: string[]) => `<div style="display:flex;height:32px;align-items:center">${cells(texts)}</div>`;
const field = (value: number) => `<input style="width:50px" value="${value}">`;
const FORM =
  '<h1>Acme – Order HWaaS</h1><p><span>Duration</span> <select><option>One year</option></select></p><p><span>PBX</span> <select><option>Werk-Nord</option></select></p>';
const PRODUCTS = `<h2>Products</h2><div>${row('Product', 'SKU', 'In stock', 'Quantity', '')}${row('Vision', 'HW-VISION', '58', field(1), '<button>Add</button>')}${row('WelcomeConsole', 'HW-WELCOME', '143', field(1), '<button>Add</button>')}${row('WP480G2', 'HW-WP480G2', '12', field(1), '<button>Add</button>')}</div>`;
const BUTTONS = '<p><button>Save &amp; Recalculate</button> <button>Checkout</button></p>';
const order = (cart: string, before = '') => `${before}<main>${FORM}${PRODUCTS}${cart}${BUTTONS}</main>`;
const EMPTY = '<p>Your cart is empty</p>';
const HEAD = `<h2>Cart</h2>`;

const READ = {
  'product and quantity': [row('Product', 'Quantity', ''), (n: string, q: number) => row(n, `${q}`, '')],
  'with a button in each line': [
    row('Product', 'Quantity', ''),
    (n: string, q: number) => row(n, `${q}`, '<button>Remove</button>'),
  ],
  'with fields for the quantity': [
    row('Product', 'Quantity', ''),
    (n: string, q: number) => row(n, field(q), '<button>Remove</button>'),
  ],
  'with a Duration': [
    row('Product', 'Duration', 'Quantity', ''),
    (n: string, q: number) => row(n, 'One year', `${q}`, '<button>Remove</button>'),
  ],
  'with article numbers': [
    row('SKU', 'Product', 'Qty'),
    (n: string, q: number) => row(`HW-${n.toUpperCase()}`, n, `${q}`),
  ],
} as const;
describe('a cart without prices, drawn by plain boxes without any roles', () => {
  it.each(Object.keys(READ) as (keyof typeof READ)[])('%s: is read', async (form) => {
    const [header, line] = READ[form];
    const cart = `<div>${header}${line('Vision', 12)}${line('WelcomeConsole', 3)}</div>`;
    const expected = { lines: ['12 Vision', '3 WelcomeConsole'], whole: true };
    expect(await read(order(`${HEAD}${cart}`))).toEqual({ kind: 'order', ...expected });
    expect(await read(`<h1>Cart</h1><p>Customer: Acme</p>${cart}${BUTTONS}`)).toEqual({ kind: 'cart', ...expected });
  });
});

/** Carts that nothing names the columns of. */
const UNREAD = {
  'lines without any header': row('Vision', '12') + row('WelcomeConsole', '3'),
  'quantities in words': '<ul><li>12 × Vision</li><li>3 × WelcomeConsole</li></ul>',
  'quantities under a name that is not known beside them': row('What you chose', 'Qty') + row('Vision V1', '12'),
} as const;
describe('a cart that is not read', () => {
  it.each([
    [
      'quantities that only a screen reader is told',
      '<div role="spinbutton" aria-valuenow="12" style="width:40px;height:20px"></div>',
    ],
    ['quantities in a picture', '<button style="width:40px;height:20px"><svg></svg></button>'],
  ])('under a header of its own, with %s: is nothing, and never empty', async (_, quantity) => {
    const list = `<div>${row('Product', 'Quantity', '')}${row('Vision', quantity, '')}</div>`;
    const found = await read(order(`${HEAD}${list}`));
    expect(found).toMatchObject({ kind: 'order', whole: false });
    expect(found.lines).not.toEqual([]);
  });
  it.each(Object.keys(UNREAD) as (keyof typeof UNREAD)[])('%s: is nothing, and never empty', async (form) => {
    expect(await read(order(`${HEAD}<div>${UNREAD[form]}</div>`))).toMatchObject({ lines: null, whole: false });
    for (const place of [
      order(`${EMPTY}${HEAD}<div>${UNREAD[form]}</div>`),
      order(`${HEAD}<div>${UNREAD[form]}</div>${EMPTY}`),
    ])
      expect(await read(place)).toMatchObject({ kind: 'order', lines: null, whole: false });
  });
  it.each([
    ['the head of the page', `<header>${EMPTY}</header>`],
    ['the menu of the page', `<nav>${EMPTY}</nav>`],
    ['a folded-out menu', `<div role="menu">${EMPTY}</div>`],
  ])('is not taken for empty by what %s says', async (_, before) => {
    expect(await read(order('', before))).toMatchObject({ kind: 'order', lines: null, whole: false });
  });
});

describe('an empty cart', () => {
  it.each([
    ['says so in its place', `${HEAD}${EMPTY}`],
    [
      'says so in a line of its list',
      `${HEAD}<div>${row('Product', 'Quantity', '')}${row('Your cart is empty')}</div>`,
    ],
    ['says so at the side of the products', `<aside>${HEAD}${EMPTY}</aside>`],
    ['says so in the head of its part', `<section><header>${HEAD}${EMPTY}</header></section>`],
    ['says so in German', `${HEAD}<p>Ihr Warenkorb ist leer.</p>`],
  ])('%s', async (_, cart) => {
    expect(await read(order(cart))).toEqual({ kind: 'order', lines: [], whole: true });
  });
});
