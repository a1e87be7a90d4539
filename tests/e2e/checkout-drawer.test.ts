import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import { byAria, clickAria, launch, type Session, waitFor, waitForText } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { stored } from './flows/portal.ts';

let session: Session;
beforeAll(async () => {
  session = await launch({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => session?.close());

const FORM = `<h1>Order HWaaS</h1><p>Customer: Acme GmbH</p><p><label>PBX <select><option>Main office</option></select></label> <label>Duration <select><option>One year</option></select></label></p>
  <table><tr>${cells('<th>', 'Product', 'SKU', 'Stock', 'Price', 'Quantity')}<th></th></tr><tr>${cells('<td>', 'WP480', 'HW-WP480', '12', '€3.90', '<input value="1" size="3">')}<td><button>Add</button></td></tr></table>`;
const CART = `<h2>Cart</h2><table><tr>${cells('<th>', 'Product', 'Quantity', 'Unit price', 'Total')}</tr><tr>${cells('<td>', 'WP480', '12', '€3.90', '€46.80')}</tr></table><p>Total: €46.80</p>`;
const buttons = (then: string) =>
  `<p><button>Save</button> <button>Save &amp; Recalculate</button> <button onclick="${then}">Checkout</button></p>`;
const LED_ON = "document.title='led on'";

it.each([
  [
    'the cart stands in a drawer that floats beside the products',
    `<aside style="position:fixed;top:0;bottom:0;right:0;width:420px;background:#fff;z-index:10">${CART}${buttons(LED_ON)}</aside>`,
  ],
  [
    'a message in a corner tells what was added',
    `${CART}${buttons(LED_ON)}<div style="position:fixed;right:8px;bottom:8px;width:240px;padding:24px;background:#dfd;z-index:9">12 × WP480 added <button>OK</button></div>`,
  ],
])('holds Checkout back also where %s', async (_, cart) => {
  const page = await openDrawn(session, 'held', `${FORM}${cart}`);
  await waitForText(page, 'not recalculated');
  const button = await byAria(page, 'Checkout', 'button');
  await button.click();
  await waitForText(page, 'Checkout is held back');
  expect(await page.title()).not.toBe('led on');
  await page.close();
});

it('notes PBX and Duration of an order whose last step shows only its lines, and whose customer no page names', async () => {
  const page = await openDrawn(
    session,
    'last step',
    `<div id="order">${FORM.replace('<p>Customer: Acme GmbH</p>', '')}${CART}${buttons("order.remove();last.hidden=false;location.hash='checkout'")}</div>
    <div id="last" hidden><h1>Checkout</h1>${CART}<p><label>Order reference <input value="PO-7"></label></p><p><label><input type="checkbox"> I accept the Terms and Conditions</label></p><button onclick="last.innerHTML='<h1>Thank you for your order</h1><p>Order number HW-2026-004711</p>'">Confirm order</button></div>`,
  );
  await waitForText(page, 'not recalculated');
  await (await byAria(page, 'Checkout', 'button')).click();
  await clickAria(page, 'Check out anyway', 'button');
  await clickAria(page, 'Close', 'button');
  await (await byAria(page, 'Checkout', 'button')).click();
  await (await byAria(page, 'I accept the Terms and Conditions', 'checkbox')).click();
  await byAria(page, 'Order check', 'region');
  await (await byAria(page, 'Confirm order', 'button')).click();
  const order = await waitFor(
    async () => (await stored<OrderRecord>(session, 'orders')).find(({ evidence }) => evidence === 'answered'),
    { message: 'the order to be answered' },
  );
  expect(order).toMatchObject({
    number: 'HW-2026-004711',
    pbx: 'Main office',
    duration: 'P1Y',
    contract: 'hwaas',
    lines: [{ product: 'WP480', quantity: 12 }],
  });
});
