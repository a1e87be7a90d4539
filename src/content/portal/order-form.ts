import { cartSignature } from '../../core/cart-signature.ts';
import type { CustomerRef } from '../../core/customer.ts';
import type { Duration } from '../../core/facts.ts';
import { foldSpaces } from './dom.ts';
import { cellText, type Grid } from './grid.ts';
import { oneGrid, type Page } from './page.ts';
import { given, type ProductRow, productRows } from './records.ts';
import type { GridRow } from './rows.ts';
import { cartStates } from './vocabulary/pages.ts';
import { parseDuration } from './vocabulary/values.ts';

/** What stands on Order HWaaS or in the Cart. Absent: not on this page, or not readable. */
export interface OrderForm {
  readonly customer: CustomerRef | undefined;
  readonly pbx?: string;
  readonly duration?: Duration;
  /** As printed, also where it is no Duration that can be ordered. */
  readonly durationText?: string;
  /** The page has a field for it, and not just a text. */
  readonly durationSettable: boolean;
  readonly products: readonly ProductRow[];
  /** `undefined`: there is no cart on this page that could be read. */
  readonly cart: readonly ProductRow[] | undefined;
  /** One text for the cart's contents: two equal ones are the same order. `undefined` where a quantity cannot be read. */
  readonly signature: string | undefined;
}

export function readOrderForm(page: Page): OrderForm {
  const field = (concept: string) => page.fields.find((candidate) => candidate.concept === concept)?.value || undefined;
  const products = oneGrid(page, 'products');
  const cartGrid = oneGrid(page, 'cart');
  const noCart = page.cartEmpty ? [] : undefined;
  const cart =
    cartGrid === undefined || cartGrid === 'twice' || cartGrid.rows.length === 0 ? noCart : cartLines(cartGrid);
  const lineDurations =
    cartGrid === undefined || cartGrid === 'twice'
      ? []
      : [...new Set(cartGrid.rows.map((row) => cellText(cartGrid, row, 'duration') ?? ''))];
  const durationText = field('duration') ?? (lineDurations.length === 1 ? lineDurations[0] || undefined : undefined);
  const duration = durationText === undefined ? undefined : parseDuration(durationText);
  const pbx = field('pbx') ?? page.pbx;
  const columnsRead =
    cartGrid !== undefined &&
    cartGrid !== 'twice' &&
    cartGrid.columns.get('quantity')?.state === 'ok' &&
    cartGrid.columns.get('product')?.state === 'ok' &&
    !hasUnnamedLines(cartGrid);
  return {
    customer: page.customer,
    ...given({ pbx, duration, durationText }),
    durationSettable: page.fields.some(({ concept, control }) => concept === 'duration' && control !== undefined),
    products: products === undefined || products === 'twice' ? [] : productRows(products),
    cart,
    signature:
      cart === undefined || (cart.length > 0 && (!columnsRead || cart.some((line) => line.quantity === undefined)))
        ? undefined
        : signature(cart, duration, pbx),
  };
}

/** The lines of a list that has rows. Rows of which none can be told are no empty cart, unless that is what they say. */
function cartLines(grid: Grid): readonly ProductRow[] | undefined {
  const lines = productRows(grid);
  const saysEmpty = ({ elements }: GridRow) =>
    cartStates(foldSpaces(elements.map(({ textContent }) => textContent ?? '').join(' '))).length > 0;
  return lines.length > 0 || grid.rows.every(saysEmpty) ? lines : undefined;
}

/** Whether there is a row with a quantity, and nobody knows of what: the other lines are not all of the cart. */
const hasUnnamedLines = (grid: Grid): boolean => {
  const named = new Set(productRows(grid).map(({ row }) => row));
  return grid.rows.some((row) => !named.has(row) && cellText(grid, row, 'quantity') !== undefined);
};

const signature = (cart: readonly ProductRow[], duration: Duration | undefined, pbx: string | undefined): string =>
  cartSignature(
    duration,
    pbx,
    cart.map((line) => `${line.key}×${line.quantity}`),
  );
