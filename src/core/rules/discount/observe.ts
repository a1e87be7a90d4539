import * as v from 'valibot';
import { CalendarDate, Duration, Money } from '../../facts.ts';
import { compareRatios, type Ratio, ratio, roundRatio, times } from '../../money/ratio.ts';

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

/** One cart line as the page printed it, with its total. */
export interface SeenLine {
  readonly sku: string;
  readonly quantity: number;
  readonly total: Money;
}

/** Why a line taught nothing. */
export type Unlearned = 'not-in-both' | 'quantity-changed' | 'currency-changed' | 'no-list-total' | 'dearer';

export interface Lesson {
  readonly observations: readonly DiscountObservation[];
  readonly unlearned: readonly { readonly sku: string; readonly why: Unlearned }[];
}

/**
 * Compares a cart before and after Save & Recalculate. Lines of one SKU are added up first. `before` must be the list
 * totals: a cart that had been recalculated already shows no discount to learn.
 */
export function observeRecalculation(
  before: readonly SeenLine[],
  after: readonly SeenLine[],
  { duration, on }: { readonly duration: Duration; readonly on: CalendarDate },
): Lesson {
  const [old, now] = [bySku(before), bySku(after)];
  const cartQuantity = after.reduce((sum, line) => sum + line.quantity, 0);
  const observations: DiscountObservation[] = [];
  const unlearned: { sku: string; why: Unlearned }[] = [];
  for (const sku of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(sku), now.get(sku)];
    const why = whyNot(a, b);
    if (why !== undefined) unlearned.push({ sku, why });
    else if (a && b && a !== 'mixed' && b !== 'mixed')
      observations.push({ sku, duration, quantity: b.quantity, cartQuantity, before: a.total, after: b.total, on });
  }
  return { observations, unlearned };
}

type Summed = SeenLine | 'mixed' | undefined;

function whyNot(a: Summed, b: Summed): Unlearned | undefined {
  if (a === undefined || b === undefined) return 'not-in-both';
  if (a === 'mixed' || b === 'mixed' || a.total.currency !== b.total.currency) return 'currency-changed';
  if (a.quantity !== b.quantity || b.quantity < 1) return 'quantity-changed';
  if (a.total.amountMinor <= 0) return 'no-list-total';
  return b.total.amountMinor > a.total.amountMinor ? 'dearer' : undefined;
}

function bySku(lines: readonly SeenLine[]): ReadonlyMap<string, SeenLine | 'mixed'> {
  const sums = new Map<string, SeenLine | 'mixed'>();
  for (const line of lines) {
    const known = sums.get(line.sku);
    if (known === undefined) sums.set(line.sku, line);
    else if (known === 'mixed' || known.total.currency !== line.total.currency) sums.set(line.sku, 'mixed');
    else
      sums.set(line.sku, {
        sku: line.sku,
        quantity: known.quantity + line.quantity,
        total: { currency: line.total.currency, amountMinor: known.total.amountMinor + line.total.amountMinor },
      });
  }
  return sums;
}

/** The discounts in percent that printed totals allow: each total stands for anything that rounds to it. */
export interface PercentRange {
  readonly least: Ratio;
  readonly most: Ratio;
}

/** 100 × (1 − after/before), with half a minor unit of doubt on either side of both. */
export function percentRange({ before, after }: Pick<DiscountObservation, 'before' | 'after'>): PercentRange {
  const [b, a] = [before.amountMinor * 2, after.amountMinor * 2];
  return {
    least: clamp(ratio(100 * (b - 1 - (a + 1)), b - 1)),
    most: clamp(ratio(100 * (b + 1 - Math.max(0, a - 1)), b + 1)),
  };
}

/** What two ranges have in common, if anything. */
export function commonRange(a: PercentRange, b: PercentRange): PercentRange | undefined {
  const least = compareRatios(a.least, b.least) > 0 ? a.least : b.least;
  const most = compareRatios(a.most, b.most) < 0 ? a.most : b.most;
  return compareRatios(least, most) <= 0 ? { least, most } : undefined;
}

/** The percentage of fewest decimals in a range: 10 rather than 9.9996. `undefined` where six places do not reach into it. */
export function plainestPercent({ least, most }: PercentRange): string | undefined {
  for (let places = 0; places <= 6; places++) {
    const scale = 10 ** places;
    const middle = roundRatio(times(ratio(scale, 2), { n: least.n * most.d + most.n * least.d, d: least.d * most.d }));
    const value = ratio(middle, scale);
    if (compareRatios(value, least) >= 0 && compareRatios(value, most) <= 0) return decimal(middle, places);
  }
  return undefined;
}

function decimal(scaled: bigint, places: number): string {
  const text = scaled.toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

const clamp = (value: Ratio): Ratio => (value.n < 0n ? ratio(0) : value.n > 100n * value.d ? ratio(100) : value);
