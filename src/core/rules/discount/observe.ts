import * as v from 'valibot';
import { CalendarDate, Duration, Money } from '../../facts.ts';
import { bySku, type Doubt, doubtOf, type SeenLine, type Summed } from './seen-lines.ts';

const Units = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What one Save & Recalculate did to one product of a cart (R4). Kept as seen, never averaged. */
export const DiscountObservation = v.object({
  sku: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  duration: Duration,
  /** Units of this product, and of the whole cart: a discount may hang on either. */
  quantity: Units,
  cartQuantity: Units,
  before: Money,
  after: Money,
  on: CalendarDate,
});
export type DiscountObservation = v.InferOutput<typeof DiscountObservation>;

/** Why a line taught nothing. */
export type Unlearned =
  | 'not-in-both'
  | 'quantity-changed'
  | 'currency-changed'
  | 'no-list-total'
  | 'dearer'
  | 'nothing-changed'
  | Doubt;

export interface Lesson {
  readonly observations: readonly DiscountObservation[];
  readonly unlearned: readonly { readonly sku: string; readonly why: Unlearned }[];
}

/**
 * Compares a cart before and after Save & Recalculate. Lines of one SKU are added up first. A line teaches only where its
 * total before was the list's; where no total changed at all, nothing shows that the press was taken.
 */
export function observeRecalculation(
  before: readonly SeenLine[],
  after: readonly SeenLine[],
  { duration, on }: { readonly duration: Duration; readonly on: CalendarDate },
): Lesson {
  const [old, now] = [bySku(before), bySku(after)];
  const cartQuantity = after.reduce((sum, line) => sum + line.quantity, 0);
  const moved = [...now].some(([sku, line]) => isCheaper(old.get(sku), line));
  const observations: DiscountObservation[] = [];
  const unlearned: { sku: string; why: Unlearned }[] = [];
  for (const sku of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(sku), now.get(sku)];
    const why = whyNot(a, b) ?? (moved ? undefined : 'nothing-changed');
    if (why !== undefined) unlearned.push({ sku, why });
    else if (a && b && a !== 'mixed' && b !== 'mixed')
      observations.push({ sku, duration, quantity: b.quantity, cartQuantity, before: a.total, after: b.total, on });
  }
  return { observations, unlearned };
}

function whyNot(a: Summed, b: Summed): Unlearned | undefined {
  if (a === undefined || b === undefined) return 'not-in-both';
  if (a === 'mixed' || b === 'mixed' || a.total.currency !== b.total.currency) return 'currency-changed';
  if (a.quantity !== b.quantity || b.quantity < 1) return 'quantity-changed';
  if (a.total.amountMinor <= 0) return 'no-list-total';
  return b.total.amountMinor > a.total.amountMinor ? 'dearer' : doubtOf(a, b);
}

const isCheaper = (a: Summed, b: Summed): boolean =>
  a !== undefined && b !== undefined && whyNot(a, b) === undefined && a !== 'mixed' && b !== 'mixed'
    ? b.total.amountMinor < a.total.amountMinor
    : false;
