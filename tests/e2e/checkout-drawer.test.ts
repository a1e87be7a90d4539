import { expect, it } from 'vitest';
import { byAria, launch, waitForText } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';

it('holds Checkout back also where the cart stands in a drawer that floats beside the products', async () => {
  const session = await launch({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await openDrawn(
      session,
      'drawer',
      `<h1>Order HWaaS</h1><p>Customer: Acme GmbH</p><p><label>PBX <select><option>Main office</option></select></label> <label>Duration <select><option>One year</option></select></label></p>
      <table><tr>${cells('<th>', 'Product', 'SKU', 'Stock', 'Price', 'Quantity')}<th></th></tr><tr>${cells('<td>', 'WP480', 'HW-WP480', '12', '€3.90', '<input value="1" size="3">')}<td><button>Add</button></td></tr></table>
      <aside style="position:fixed;top:0;bottom:0;right:0;width:420px;background:#fff;z-index:10"><h2>Cart</h2><table><tr>${cells('<th>', 'Product', 'Quantity', 'Unit price', 'Total')}</tr><tr>${cells('<td>', 'WP480', '12', '€3.90', '€46.80')}</tr></table>
      <p>Total: €46.80</p><p><button>Save</button> <button>Save &amp; Recalculate</button> <button onclick="document.title='led on'">Checkout</button></p></aside>`,
    );
    await waitForText(page, 'not recalculated');
    const button = await byAria(page, 'Checkout', 'button');
    await button.click();
    await waitForText(page, 'Checkout is held back');
    expect(await page.title()).not.toBe('led on');
  } finally {
    await session.close();
  }
});
