import { expect, test } from 'vitest';
import { cartSignature, otherContents } from '../../../src/core/cart-signature.ts';

const CART = cartSignature('P1Y', 'Office', ['wp480×1', 'wp490×2']);

test.each<[string, string, boolean]>([
  ['the lines in another order', cartSignature('P1Y', 'Office', ['wp490×2', 'wp480×1']), false],
  ['a page that says neither Duration nor PBX', cartSignature(undefined, undefined, ['wp480×1', 'wp490×2']), false],
  ['another quantity', cartSignature('P1Y', 'Office', ['wp480×2', 'wp490×2']), true],
  ['a line less', cartSignature('P1Y', 'Office', ['wp480×1']), true],
  ['another PBX', cartSignature('P1Y', 'Warehouse', ['wp480×1', 'wp490×2']), true],
  ['no signature', 'x', true],
  ['another text', '{"a":1}', true],
  ['other values', '[1,2]', true],
])('%s: other contents or not', (_, other, expected) => {
  expect(otherContents(CART, other)).toBe(expected);
  expect(otherContents(other, CART)).toBe(expected);
});
