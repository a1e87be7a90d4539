import * as v from 'valibot';
import { notice } from './notices.ts';
import type { Reason } from './outcome.ts';
import { CartLines, CartName } from './records/saved-cart.ts';

const KIND = 'wmp-companion-carts';
const VERSION = 1;
export const MAX_CART_FILE = 500_000;
export const MOST_CARTS = 200;

/** A cart with the id that makes a second import of it a repeat. */
export const NamedCart = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  name: CartName,
  lines: CartLines,
});
export type NamedCart = v.InferOutput<typeof NamedCart>;

const CartFile = v.strictObject({
  kind: v.literal(KIND),
  version: v.literal(VERSION),
  carts: v.pipe(v.array(NamedCart), v.minLength(1), v.maxLength(MOST_CARTS)),
});

/** The text of a file to share. */
export const cartFile = (carts: readonly NamedCart[]): string =>
  `${JSON.stringify({ kind: KIND, version: VERSION, carts: carts.map(({ id, name, lines }) => ({ id, name, lines })) }, null, 2)}\n`;

export type ReadCarts = { readonly carts: readonly NamedCart[] } | { readonly refused: Reason };

/** Reads a shared file. All of it or nothing: a cart that cannot be read is a reason, not a gap. */
export function readCartFile(text: string): ReadCarts {
  if (text.length > MAX_CART_FILE) return { refused: notice('cart-file-too-large') };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { refused: notice('cart-file-foreign') };
  }
  const head = v.safeParse(v.object({ kind: v.literal(KIND), version: v.number() }), raw);
  if (!head.success) return { refused: notice('cart-file-foreign') };
  if (head.output.version > VERSION) return { refused: notice('cart-file-too-new', { version: head.output.version }) };
  const file = v.safeParse(CartFile, raw);
  if (!file.success) {
    const [issue] = file.issues;
    return { refused: notice('cart-file-broken', { where: v.getDotPath(issue) ?? '', what: issue.message }) };
  }
  const ids = file.output.carts.map(({ id }) => id);
  return new Set(ids).size === ids.length
    ? { carts: file.output.carts }
    : { refused: notice('cart-file-broken', { where: 'carts', what: 'id' }) };
}
