import { nameKey } from '../customer.ts';
import type { Reading } from './parse.ts';

/** A product of the page, by what it is called there. */
export interface PageProduct {
  readonly key: string;
  readonly product: string;
  readonly sku?: string | undefined;
}

/**
 * What a wanted line stands for on this page. `fits`: one product by its exact SKU or name, and a quantity. `unclear`: several
 * could be meant, or the quantity is not told. `missing`: nothing here is called so.
 */
export interface Matched<P extends PageProduct = PageProduct> {
  readonly state: 'fits' | 'unclear' | 'missing';
  readonly product?: P;
  readonly quantity?: number;
  /** What the partner may choose from; the likeliest first. */
  readonly candidates: readonly P[];
}

const MOST_CANDIDATES = 8;
/** As it is called, whatever dash or space a mail made of what was typed: `HW WP480G2` is `HW-WP480G2`. */
const callKey = (text: string): string =>
  nameKey(text)
    .replace(/[\p{Pd}\u2212]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
/** Letters and digits only: mails write "WP 490 G2" for "WP490G2". */
const looseKey = (text: string): string => nameKey(text).replace(/[^\p{L}\d]+/gu, '');

/** Matches one line. Only an exact name decides; what is merely alike is offered. */
export function matchProduct<P extends PageProduct>(readings: readonly Reading[], products: readonly P[]): Matched<P> {
  const exact = readings.flatMap((reading) =>
    products.filter((product) => isCalled(product, reading.name)).map((product) => ({ product, reading })),
  );
  const found = [...new Map(exact.map((hit) => [hit.product.key, hit])).values()];
  // "FXS Gateway 4" is the product of that name before it is four of another.
  const whole = exact.find(({ reading }) => reading.quantity === undefined);
  const counted = exact.filter(({ reading }) => reading.quantity !== undefined);
  const counts = new Set(counted.map(({ reading }) => reading.quantity));
  const [hit] = found;
  if (hit !== undefined && found.length === 1) {
    const quantity = counts.size === 1 ? [...counts][0] : undefined;
    return quantity === undefined || (whole !== undefined && counted.length > 0)
      ? { state: 'unclear', product: hit.product, candidates: [hit.product] }
      : { state: 'fits', product: hit.product, quantity, candidates: [hit.product] };
  }
  const likeliest = readings.find(({ quantity }) => quantity !== undefined) ?? readings[0];
  const quantity = likeliest?.quantity;
  const candidates = found.length > 1 ? found.map(({ product }) => product) : alike(likeliest?.name ?? '', products);
  return {
    state: candidates.length > 0 ? 'unclear' : 'missing',
    ...(quantity !== undefined && { quantity }),
    candidates,
  };
}

const isCalled = ({ product, sku }: PageProduct, name: string): boolean => {
  const key = callKey(name);
  return key === callKey(product) || (sku !== undefined && key === callKey(sku));
};

function alike<P extends PageProduct>(name: string, products: readonly P[]): P[] {
  const wanted = looseKey(name);
  if (wanted.length < 3) return [];
  const names = ({ product, sku }: P) => [looseKey(product), ...(sku === undefined ? [] : [looseKey(sku)])];
  const same = products.filter((product) => names(product).includes(wanted));
  const within = products.filter(
    (product) =>
      !same.includes(product) &&
      names(product).some((key) => key.length > 2 && (key.includes(wanted) || wanted.includes(key))),
  );
  return [...same, ...within].slice(0, MOST_CANDIDATES);
}

/** Lines that came to one product, as one. `from`: how many of each line, where there are several. */
export interface Summed {
  readonly key: string;
  readonly product: string;
  readonly quantity: number;
  readonly from: readonly number[];
}

/** One entry for each product, in the order in which they are first wanted. */
export function sumByProduct(wanted: readonly Omit<Summed, 'from'>[]): Summed[] {
  const sums = new Map<string, Summed>();
  for (const { key, product, quantity } of wanted) {
    const before = sums.get(key);
    sums.set(key, {
      key,
      product,
      quantity: quantity + (before?.quantity ?? 0),
      from: [...(before?.from ?? []), quantity],
    });
  }
  return [...sums.values()];
}
