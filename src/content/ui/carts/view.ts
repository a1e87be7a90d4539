import type { PageProduct } from '../../../core/paste/match.ts';
import type { CartLine } from '../../../core/records/saved-cart.ts';
import type { UnitPrice } from '../../../core/rules/quote/cart.ts';
import type { Filling } from '../../cart-fill.ts';
import type { Wanted } from '../../portal/add-product.ts';
import type { OrderForm } from '../../portal/order-form.ts';

/** What the cart desk goes by, and what it can do. */
export interface CartView {
  readonly kind: 'order' | 'cart';
  readonly products: readonly PageProduct[];
  /** The list holds more products than the page draws at a time: what is not among them may still be there. */
  readonly partly: boolean;
  /** The cart, where every line of it can be read. */
  readonly lines: readonly CartLine[] | undefined;
  readonly form: Pick<OrderForm, 'customer' | 'pbx' | 'duration'>;
  /** What a unit of each line costs by the page; `undefined`: the page is not known to say it of these lines. */
  readonly prices: readonly (UnitPrice | undefined)[] | undefined;
  /** The currency of these prices is the partner's setting. */
  readonly currencySaid: boolean;
  readonly filling: Filling | undefined;
  onFill(wanted: readonly Wanted[]): void;
  onStop(): void;
}

/** A cart line's SKU is told by the product list where the cart prints none; only by the one product of that name. */
export function linesOf({ cart, signature, products }: OrderForm): readonly CartLine[] | undefined {
  if (cart === undefined || signature === undefined) return undefined;
  const lines: CartLine[] = [];
  for (const { product, sku, quantity } of cart) {
    if (quantity === undefined || quantity < 1 || product.length > 200) return undefined;
    const same = products.filter((other) => other.product === product);
    const own = sku ?? (same.length === 1 ? same[0]?.sku : undefined);
    lines.push({ product, quantity, ...(own !== undefined && { sku: own }) });
  }
  return lines;
}
