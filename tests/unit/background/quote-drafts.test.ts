import './setup.ts';
import { expect, test } from 'vitest';
import { open, read } from '../../../src/background/handlers/quote-drafts.ts';
import { ACME, at, browser } from './setup.ts';

const CART = { customer: ACME, lines: [{ product: 'WP480', quantity: 2 }] };

test('the last cart is kept, and the page for it opened', async () => {
  await open(CART, at());
  await open({ lines: [{ product: 'Vision', quantity: 1 }] }, at());
  expect(browser.tabs.create).toHaveBeenCalledWith({
    url: 'chrome-extension://companion/src/popup/index.html?view=quote',
  });
  // Nothing of the cart before is left, its customer least of all.
  expect(await read({}, at())).toEqual({ draft: { lines: [{ product: 'Vision', quantity: 1 }], at: at().at } });
});

test('nothing is opened where it cannot be kept', async () => {
  browser.storage.local.set.mockRejectedValueOnce(new Error('QUOTA_BYTES'));
  await expect(open(CART, at())).rejects.toThrow('QUOTA_BYTES');
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

test('what cannot be read is none', async () => {
  expect(await read({}, at())).toEqual({});
  browser.storage.local.data['quoteDraft'] = { lines: 'many' };
  expect(await read({}, at())).toEqual({});
});

test('the prices of the page go with it, and prices that are none are refused', async () => {
  const price = { decimal: '10.90', currency: 'EUR', per: 'month' } as const;
  const cart = { duration: 'P1M', lines: [{ product: 'Vision', quantity: 2, price }], currencySaid: true } as const;
  await open({ ...cart, lines: [...cart.lines] }, at());
  expect(await read({}, at())).toEqual({ draft: { ...cart, at: at().at } });
  browser.storage.local.data['quoteDraft'] = {
    ...cart,
    lines: [{ product: 'Vision', quantity: 2, price: 'free' }],
    at: at().at,
  };
  expect(await read({}, at())).toEqual({});
});
