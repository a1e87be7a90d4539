import { expect, test } from 'vitest';
import { cartFile, MAX_CART_FILE, readCartFile } from '../../../src/core/cart-file.ts';

const CARTS = [{ id: 'c1', name: 'Büro', lines: [{ product: 'WP480', sku: 'HW-WP480', quantity: 12 }] }];
const TEXT = cartFile(CARTS);
const refused = (text: string) => {
  const read = readCartFile(text);
  return 'refused' in read ? read.refused.code : 'read';
};
const changed = (change: (file: Record<string, unknown>) => void): string => {
  const file = JSON.parse(TEXT) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
};

test('what was shared is read back, with a byte order mark too', () => {
  expect(readCartFile(TEXT)).toEqual({ carts: CARTS });
  expect(readCartFile(`\uFEFF${TEXT}`)).toEqual({ carts: CARTS });
});

test.each([
  ['no JSON', 'hello', 'cart-file-foreign'],
  ['another kind of file', '{"kind":"wmp-companion-page-profiles","version":1}', 'cart-file-foreign'],
  ['a newer version', changed((file) => Object.assign(file, { version: 2 })), 'cart-file-too-new'],
  ['no carts', changed((file) => Object.assign(file, { carts: [] })), 'cart-file-broken'],
  ['one id twice', changed((file) => Object.assign(file, { carts: [...CARTS, ...CARTS] })), 'cart-file-broken'],
  ['what it does not know', changed((file) => Object.assign(file, { more: 1 })), 'cart-file-broken'],
  ['no quantity', TEXT.replace('12', '0'), 'cart-file-broken'],
  ['half a unit', TEXT.replace('12', '1.5'), 'cart-file-broken'],
  ['an empty name', TEXT.replace('Büro', '  '), 'cart-file-broken'],
  ['too much', ' '.repeat(MAX_CART_FILE + 1), 'cart-file-too-large'],
])('%s is refused as a whole', (_, text, code) => {
  expect(refused(text)).toBe(code);
});
