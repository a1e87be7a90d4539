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

interface Read {
  kind: string;
  lines: string[] | null;
  whole: boolean;
  products: unknown[][];
}

async function read(body: string): Promise<Read> {
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, body);
  return (await page.evaluate('({ ...reader.cart(), products: reader.products() })')) as Read;
}

type Product = readonly [name: string, sku: string, stock: number, price: string];
const PRODUCTS: readonly Product[] = [
  ['WorkPhone 480 G2', 'WP480G2', 25, '€12.50'],
  ['WorkPhone 490 G2', 'WP490G2', -186, '€18.90'],
  ['DaySaver 4', 'DAYSAVER', 0, '€45.00'],
];
const field = (value: number | string) => `<input type="number" style="width:50px" value="${value}">`;
const ADD = '<button>Add to cart</button>';
const REMOVE = '<button aria-label="Remove">✕</button>';
const FORM =
  '<h1>Order HWaaS</h1><p><span>Customer</span> <b>Acme</b></p><p><span>PBX</span> <select><option>Werk-Nord</option></select></p><p><span>Duration</span> <select><option>One year</option></select></p>';
const BUTTONS = '<p><button>Save</button> <button>Save &amp; Recalculate</button> <button>Checkout</button></p>';
const order = (products: string, cart: string) =>
  `<main>${FORM}<div>${products}</div><section><h3>Cart</h3>${cart}${BUTTONS}</section></main>`;
const box = (inner: string) =>
  `<div style="width:380px;display:inline-block;border:1px solid #ccc;padding:8px">${inner}</div>`;

const CARDS: Readonly<Record<string, (product: Product) => string>> = {
  'one below the other': ([name, sku, stock, price]) =>
    box(`<h4>${name}</h4><small>${sku}</small><div>${price}</div><div>Stock: ${stock}</div>${field(1)}${ADD}`),
  'labels before their values': ([name, sku, stock, price]) =>
    box(
      `<div><b>${name}</b> <i>Stock ${stock}</i></div><div>SKU ${sku}</div><div><span>Price</span> <span>${price}</span></div><label>Quantity ${field(1)}</label>${ADD}`,
    ),
  'several in one text': ([name, sku, stock, price]) =>
    `<div style="display:flex;gap:20px"><i>☎</i><div><p>${name}</p><p>${sku} · ${stock} in stock</p></div><div>${price}</div><div><button>−</button><span>1</span><button>+</button></div>${ADD}</div>`,
  'each in a box of its own': ([name, sku, stock, price]) =>
    `<article><div><div>${box(`<header>${name}</header><span>${sku}</span><p>Availability: ${stock}</p><p>${price}</p><footer>${field(1)}${ADD}</footer>`)}</div></div></article>`,
};
describe('products that are drawn as boxes without a header', () => {
  it.each(Object.keys(CARDS))('%s: are read', async (form) => {
    const drawn = PRODUCTS.map((product) => CARDS[form]?.(product)).join('');
    const { kind, products } = await read(order(drawn, '<p>Your cart is empty</p>'));
    expect({ kind, products }).toEqual({
      kind: 'order',
      products: PRODUCTS.map(([name, sku, stock]) => [name, sku, stock, 1]),
    });
  });

  const NOT: Readonly<Record<string, (product: Product, i: number) => string>> = {
    'two names in each': ([name, , stock, price]) =>
      box(`<p>${name}</p><p>${name} for desks</p><p>${price}</p><p>Stock: ${stock}</p>${field(1)}${ADD}`),
    'one has more to say than the others': ([name, , stock, price], i) =>
      box(`<p>${name}</p>${i === 1 ? '<p>Best seller</p>' : ''}<p>${price}</p><p>Stock: ${stock}</p>${field(1)}${ADD}`),
    'two fields in each': ([name, , stock, price]) =>
      box(`<p>${name}</p><p>${price}</p><p>Stock: ${stock}</p>${field(1)}${field(2)}${ADD}`),
    'one name in all': ([, , stock, price]) =>
      box(`<p>WorkPhone</p><p>${price}</p><p>Stock: ${stock}</p>${field(1)}${ADD}`),
    'neither price nor stock': ([name]) => box(`<p>${name}</p>${field(1)}${ADD}`),
  };
  it.each(Object.keys(NOT))('%s: are not', async (form) => {
    const drawn = PRODUCTS.map((product, i) => NOT[form]?.(product, i)).join('');
    expect((await read(order(drawn, ''))).products).toEqual([]);
  });
});

describe('a list in which article numbers stand below the names', () => {
  const table = (rows: readonly (readonly [string, string, number])[]) =>
    `<table><tr><th>Product</th><th>Stock</th><th>Quantity</th><th></th></tr>${rows
      .map(
        ([name, below, stock]) =>
          `<tr><td><div>${name}</div><small>${below}</small></td><td>${stock}</td><td>${field(1)}</td><td>${ADD}</td></tr>`,
      )
      .join('')}</table>`;
  it('has both', async () => {
    const { products } = await read(order(table(PRODUCTS.map(([name, sku, stock]) => [name, sku, stock])), ''));
    expect(products).toEqual(PRODUCTS.map(([name, sku, stock]) => [name, sku, stock, 1]));
  });

  it.each([
    [
      'one word below all names',
      [
        ['Vision', 'NEW', 3],
        ['DaySaver', 'NEW', 4],
      ],
    ],
    ['a word below one name alone', [['Vision', 'NEW', 3]]],
    [
      'a number below one of two names',
      [
        ['Vision', 'HW55', 3],
        ['DaySaver', '', 4],
      ],
    ],
  ] as const)('%s: has none', async (_, rows) => {
    const { products } = await read(order(table(rows), ''));
    expect(products).toEqual(rows.map(([name, below, stock]) => [`${name} ${below}`.trim(), null, stock, 1]));
  });
});

type Line = readonly [name: string, sku: string, quantity: number, unit: string, total: string];
const LINES: readonly Line[] = [
  ['WorkPhone 480 G2', 'WP480G2', 12, '€12.50', '€150.00'],
  ['Vision', 'VISION', 2, '€22.10', '€44.20'],
];
const TOTAL = '<div style="display:flex;justify-content:space-between"><span>Total</span><b>€194.20</b></div>';
const CARTS: Readonly<Record<string, (line: Line) => string>> = {
  'a field between name and amounts': ([name, sku, quantity, unit, total]) =>
    `<div style="display:flex;gap:12px"><div><b>${name}</b><br><small>${sku}</small></div>${field(quantity)}<span>${unit}</span><b>${total}</b>${REMOVE}</div>`,
  'so many times a price': ([name, , quantity, unit, total]) =>
    `<div style="display:flex;gap:12px"><div><div>${name}</div><div>${quantity} × ${unit}</div></div><div>${total}</div><button>−</button><button>+</button>${REMOVE}</div>`,
  'named in one text': ([name, , quantity, unit, total]) =>
    `<li><p>${name}</p><p>Quantity: ${quantity} · Unit price: ${unit}</p><p>${total}</p><button>Remove</button></li>`,
  'a badge and a sum': ([name, sku, quantity, , total]) =>
    `<div style="display:flex;gap:12px"><i>${quantity}</i><div><p>${name}</p><p>${sku}</p></div><span>${total}</span><a role="button">Remove</a></div>`,
};
const products = PRODUCTS.map((product) => CARDS['one below the other']?.(product)).join('');
describe('a cart that is drawn as boxes without a header', () => {
  describe.each(Object.keys(CARTS))('%s', (form) => {
    it.each([1, 2])('is read with %i lines', async (count) => {
      const lines = LINES.slice(0, count);
      const drawn = `<div>${lines.map((line) => CARTS[form]?.(line)).join('')}</div>${TOTAL}`;
      const { kind, lines: found, whole } = await read(order(products, drawn));
      expect({ kind, found, whole }).toEqual({
        kind: 'order',
        found: lines.map(([name, , quantity]) => `${quantity} ${name}`),
        whole: true,
      });
    });
  });

  const NOT: Readonly<Record<string, (line: Line, i: number) => string>> = {
    'a line without a quantity': ([name, , quantity, unit, total], i) =>
      `<div><b>${name}</b> ${i === 0 ? field(quantity) : ''}<span>${unit}</span> <b>${total}</b>${REMOVE}</div>`,
    'two counts in each line': ([name, , quantity, , total]) =>
      `<div><b>${name}</b> <i>${quantity}</i> <i>${quantity + 1}</i> <b>${total}</b>${REMOVE}</div>`,
    'an empty field': ([name, , , unit, total]) =>
      `<div><b>${name}</b> ${field('')}<span>${unit}</span> <b>${total}</b>${REMOVE}</div>`,
  };
  it.each(Object.keys(NOT))('%s: is not', async (form) => {
    const drawn = `<div>${LINES.map((line, i) => NOT[form]?.(line, i)).join('')}</div>${TOTAL}`;
    expect((await read(order(products, drawn))).lines).toBeNull();
  });
});

describe('what lies over an order', () => {
  const corner = 'position:fixed;right:20px;bottom:20px;width:280px;padding:20px;z-index:99;background:#dfd';
  const OVER: Readonly<Record<string, readonly [over: string, told: [string, boolean][]]>> = {
    'a message that can be closed': [
      `<div style="${corner}">2 × Vision added <button>OK</button></div>`,
      [['2 × Vision added', true]],
    ],
    'a question': [
      `<div style="${corner}">Vision is out of stock. Order it? <button>OK</button></div>`,
      [['Vision is out of stock. Order it?', false]],
    ],
    'two answers': [
      `<div style="${corner}">Vision is out of stock <button>Continue</button> <button>Cancel</button></div>`,
      [['Vision is out of stock', false]],
    ],
    'a refusal': [
      `<div style="${corner}">Vision could not be added <button>OK</button></div>`,
      [['Vision could not be added', false]],
    ],
    'a message on a sheet over all of it': [
      `<div style="position:fixed;inset:0;background:#0008;z-index:98"></div><div style="${corner}">2 × Vision added <button>OK</button></div>`,
      [['2 × Vision added', false]],
    ],
    'what is marked as a dialog': [
      `<div role="alertdialog" style="${corner}">2 × Vision added <button>OK</button></div>`,
      [['2 × Vision added', false]],
    ],
    'a cart in a column beside it': [
      '<aside style="position:fixed;right:0;top:0;bottom:0;width:320px;z-index:5"><h3>Cart</h3><p>Your cart is empty</p><button>Checkout</button></aside>',
      [],
    ],
    'a cart in a column that lies on it': [
      '<aside style="position:fixed;right:0;top:0;bottom:0;width:320px;z-index:5;background:#fff"><h3>Cart</h3><p>Your cart is empty</p><button>Checkout</button></aside><p style="text-align:right">Vision</p>',
      [['Cart Your cart is empty', false]],
    ],
  };
  it.each(Object.keys(OVER))('%s', async (what) => {
    const [over, told] = OVER[what] ?? ['', []];
    await read(`<main style="width:700px">${FORM}</main>${over}`);
    const found = (await page.evaluate('reader.told()')) as [string, boolean][];
    expect(found.map(([text, passing]) => [text.replace(/ (OK|Continue|Cancel|Checkout)\b/g, ''), passing])).toEqual(
      told,
    );
  });

  it('has its words apart where a space is a node of its own', async () => {
    await read('<main id="said"></main>');
    await page.evaluate(() => {
      const number = Object.assign(document.createElement('b'), { textContent: 'HW-2026-004711' });
      document.getElementById('said')?.append('Thank you. Order number', ' ', number);
    });
    expect(await page.evaluate('reader.textOf("said")')).toBe('Thank you. Order number HW-2026-004711');
  });
});

type Order = readonly [number: string, date: string, customer: string, reference: string, status: string, ship: string];
const ORDERS: readonly Order[] = [
  ['HW-2026-004690', '20/11/2026', 'Acme', 'PO 118', 'In progress', '04/12/2026'],
  ['CX-2026-001223', '14/09/2026', 'Nordhafen', '', 'Shipped', '21/09/2026'],
  ['HW-2026-004402', '31/08/2026', 'Acme', 'Ersatz', 'Cancelled', ''],
];
const AMOUNTS = ['€1,584.00', '€790.00', '€4,980.00'];
const read3 = [
  ['HW-2026-004690', '2026-11-20', 'Acme', 'PO 118', 'hwaas', 'In progress', '2026-12-04', 158400],
  ['CX-2026-001223', '2026-09-14', 'Nordhafen', null, 'capex', 'Shipped', '2026-09-21', 79000],
  ['HW-2026-004402', '2026-08-31', 'Acme', 'Ersatz', 'hwaas', 'Cancelled', null, 498000],
];
const type = (number: string) => (number.startsWith('CX') ? 'CAPEX' : 'HWaaS');
const pairsOf = ([number, date, customer, reference, status, ship]: Order, i: number) =>
  [
    ['Order number', number],
    ['Order date', date],
    ['Customer', customer],
    ['Order reference', reference],
    ['Type', type(number)],
    ['Status', status],
    ['Shipment date', ship],
    ['Total', AMOUNTS[i] ?? ''],
  ] as const;
const BOXES: Readonly<Record<string, (order: Order, i: number) => string>> = {
  'columns of a label above its value': (order, i) =>
    `<div style="border:1px solid;padding:12px;margin:8px"><div style="display:flex">${pairsOf(order, i)
      .map(([label, value]) => `<div style="flex:1"><p style="font-size:11px">${label}</p><p>${value}</p></div>`)
      .join('')}<div style="flex:1"><button>View</button></div></div></div>`,
  'a heading, and a list of pairs': (order, i) =>
    `<article role="listitem" style="border:1px solid;padding:8px;margin:8px"><div><b>${order[0]}</b><br><small>${order[1]}</small></div><button>View</button><dl style="display:grid;grid-template-columns:auto 1fr auto 1fr">${pairsOf(
      order,
      i,
    )
      .slice(2)
      .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
      .join('')}</dl></article>`,
  'several in one text, state and amount beside them': (order, i) =>
    `<div style="display:flex;border:1px solid;margin:8px"><div style="flex:1"><h2>${order[0]}</h2><p>Customer: ${order[2]}</p><p>Order date: ${order[1]} · Type: ${type(order[0])}</p><p>Reference: ${order[3]}</p><p>Shipment date: ${order[5]}</p></div><i>${order[4]}</i><span>${AMOUNTS[i]}</span></div>`,
  'lines below a heading': (order, i) =>
    `<section><h3>${order[0]}</h3>${pairsOf(order, i)
      .slice(1)
      .map(([label, value]) => `<p>${label}: ${value}</p>`)
      .join('')}</section>`,
  'pairs, one below the other': (order, i) =>
    `<div style="display:inline-block;width:250px;border:1px solid">${pairsOf(order, i)
      .map(([label, value]) => `<div><div style="font-size:11px;opacity:.7">${label}</div><div>${value}</div></div>`)
      .join('')}</div>`,
};
describe('orders that are drawn as boxes', () => {
  const list = (boxes: string) => `<h1>Orders</h1><main><div>${boxes}</div></main>`;
  it.each(Object.keys(BOXES))('%s: are read', async (form) => {
    const { kind } = await read(list(ORDERS.map((order, i) => BOXES[form]?.(order, i)).join('')));
    expect(kind).toBe('orders');
    expect(await page.evaluate('reader.orders()')).toEqual([read3]);
  });

  it('have a contract whose name is a label elsewhere', async () => {
    const drawn = ORDERS.map((order, i) => BOXES['columns of a label above its value']?.(order, i)).join('');
    await read(list(drawn.replaceAll('HWaaS', 'Location').replaceAll('<p style="font-size:11px">Type', '<p>Contrat')));
    const orders = (await page.evaluate('reader.orders()')) as unknown[][][];
    expect(orders[0]?.map((order) => order[4])).toEqual(['rental', 'capex', 'rental']);
  });

  it.each(Object.keys(BOXES))('%s: of which two have one number, are not', async (form) => {
    const [first] = ORDERS;
    const twice = [...ORDERS, ...(first === undefined ? [] : [first])];
    await read(list(twice.map((order, i) => BOXES[form]?.(order, i)).join('')));
    expect(((await page.evaluate('reader.orders()')) as unknown[][]).filter((rows) => rows.length > 1)).toEqual([]);
  });

  it('are none where they fall due, or have serial numbers', async () => {
    for (const foreign of ['Due date: 01/12/2026', 'Serial number: 70021A0001']) {
      const box = (order: Order, i: number) =>
        `<section><h3>${order[0]}</h3>${pairsOf(order, i)
          .slice(1)
          .map(([label, value]) => `<p>${label}: ${value}</p>`)
          .join('')}<p>${foreign}</p></section>`;
      await read(list(ORDERS.map(box).join('')));
      expect(await page.evaluate('reader.orders()')).toEqual([]);
    }
  });
});
