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

/** Beside "Your cart is empty": what is taken away there is for certain no line of the cart. */
const UNRELATED = {
  'beside the title of the page': '<div><h1>Acme – Order HWaaS</h1><button>Edit</button> <button>Delete</button></div>',
  'in the menu of the page': '<nav><span>Filter</span> <button>Remove</button></nav>',
  'beside an attached file': '<div><span>agreement.pdf</span> <button>Remove</button></div>',
  'beside a field': '<div><span>Delivery Address</span> <span>Hafenstr. 1</span> <button>Remove</button></div>',
  'beside a choice': '<div><label>PBX</label> <select><option>Main</option></select> <button>Remove</button></div>',
} as const;
/** The same where it may be one. */
const RELATED = {
  'beside a name': '<div><span>Vision desktop unit</span> <button>Remove</button></div>',
  'beside a name and a file': '<div><span>Vision desktop unit</span> <span>a.pdf</span> <button>Remove</button></div>',
  'beside a name after a field and its value':
    '<div><span>PBX</span> <span>Main</span> <span>Desktop unit</span> <button>Remove</button></div>',
  'beside a field whose value may be a quantity': '<div><span>PBX</span> <span>12</span> <button>Remove</button></div>',
  'below a name': '<div><p>Vision desktop unit</p><p><button>Remove</button></p></div>',
  'in a line with a picture alone': '<div><img alt="" width="30" height="30"> <button>Remove</button></div>',
} as const;
describe('a button that removes something', () => {
  it.each(Object.keys(UNRELATED) as (keyof typeof UNRELATED)[])('%s leaves an empty cart empty', async (where) => {
    const html = order(`${HEAD}${EMPTY}`, UNRELATED[where]);
    expect(await read(html)).toEqual({ kind: 'order', lines: [], whole: true });
  });
  it.each(Object.keys(RELATED) as (keyof typeof RELATED)[])('%s leaves it unread', async (where) => {
    expect(await read(order(`${HEAD}${EMPTY}${RELATED[where]}`))).toMatchObject({ lines: null, whole: false });
    expect(await read(order(`${HEAD}${EMPTY}`, RELATED[where]))).toMatchObject({ lines: null, whole: false });
  });
});

const cartTable = (head: string, ...rows: string[]) =>
  `${HEAD}<table><tr>${head}</tr>${rows.map((one) => `<tr>${one}</tr>`).join('')}</table>`;
const heads = (...texts: string[]) => texts.map((text) => `<th>${text}</th>`).join('');
const tds = (...texts: string[]) => texts.map((text) => `<td>${text}</td>`).join('');
describe('a list of a cart’s lines', () => {
  it('without a column that names the products is no empty cart', async () => {
    const cart = cartTable(
      heads('Duration', 'Quantity', 'Unit price', 'Total', ''),
      tds('One year', '12', '€ 42.90', '€ 514.80', '<button>Remove</button>'),
    );
    expect(await read(order(cart))).toMatchObject({ lines: null, whole: false });
    expect(await read(`<h1>Cart</h1>${cart}${BUTTONS}`)).toMatchObject({ kind: 'cart', lines: null, whole: false });
  });
  it('with a line whose product is not told is not the whole cart', async () => {
    const header = heads('Product', 'Quantity', 'Unit price', '');
    const cart = (name: string) =>
      cartTable(
        header,
        tds('Vision', '2', '€ 1.00', ''),
        tds(name, '3', '€ 2.00', ''),
        tds('WP480', '1', '€ 2.00', ''),
      );
    expect(await read(order(cart('')))).toMatchObject({ whole: false });
    expect(await read(order(cart('WelcomeConsole')))).toMatchObject({ whole: true });
  });
  it('that says in a row that there is nothing in it is empty', async () => {
    const cart = cartTable(heads('Product', 'Quantity', 'Unit price', ''), '<td colspan="4">Your cart is empty</td>');
    expect(await read(order(cart))).toEqual({ kind: 'order', lines: [], whole: true });
  });
});

describe('an empty cart', () => {
  it('is one also where it is scrolled away below what stays in place', async () => {
    const list = `<div>${row('Product', 'Quantity', '')}${row('Your cart is empty')}</div>`;
    const html = `<div style="height:90px;position:relative">${FORM}</div><div id="scroller" style="height:400px;overflow:auto"><main>${PRODUCTS}<div style="height:300px"></div>${HEAD}${list}${BUTTONS}<div style="height:900px"></div></main></div>`;
    await read(html);
    for (const under of [0, 30, 60, 90, 120]) {
      await page.evaluate((height) => {
        const scroller = document.querySelector('#scroller');
        const said = [...document.querySelectorAll('div')].findLast((one) => one.textContent === 'Your cart is empty');
        if (scroller == null || said === undefined) return;
        scroller.scrollTop += said.getBoundingClientRect().top - height;
      }, under);
      expect(await page.evaluate('reader.cart()')).toEqual({ kind: 'order', lines: [], whole: true });
    }
  });

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
