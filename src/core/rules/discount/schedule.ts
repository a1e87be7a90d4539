import * as v from 'valibot';
import { nameKey } from '../../customer.ts';
import { Duration } from '../../facts.ts';

const Decimal = v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,8})?$/));
const Percent = v.pipe(
  Decimal,
  v.check((text) => Number(text) <= 100, 'more than 100 %'),
);
const Units = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** From `from` units on: a percentage off the list price, or a price instead of it; `flat` comes on top, once per tier. */
export const Tier = v.pipe(
  v.object({ from: Units, percent: v.optional(Percent), price: v.optional(Decimal), flat: v.optional(Decimal) }),
  v.check((tier) => tier.percent === undefined || tier.price === undefined, 'a tier has a percentage or a price'),
);
export type Tier = v.InferOutput<typeof Tier>;

export const Scope = v.variant('kind', [
  v.object({ kind: v.literal('sku'), sku: Name }),
  v.object({ kind: v.literal('category'), category: Name }),
  v.object({ kind: v.literal('order') }),
]);
export type Scope = v.InferOutput<typeof Scope>;

/**
 * A quantity discount (R4). The vendor's tiers are not documented: they come from a price list, from settings, or are
 * learned. `volume`: the reached tier prices every unit; `graduated`: each tier prices its own units; `pack`: units are
 * sold in packs of `packSize`, `price` is a pack's. Units below the first tier cost the list price.
 * Prices and flats are in the schedule's currency, per month or per term as `per` says.
 */
export const DiscountSchedule = v.pipe(
  v.object({
    id: Name,
    scope: Scope,
    model: v.picklist(['volume', 'graduated', 'pack']),
    packSize: v.optional(Units),
    /** The only Duration it holds for; absent: for all. */
    duration: v.optional(Duration),
    per: v.optional(v.picklist(['month', 'term']), 'term'),
    tiers: v.pipe(
      v.array(Tier),
      v.minLength(1),
      v.check(
        (tiers) => tiers.every((tier, i) => i === 0 || tier.from > (tiers[i - 1] as Tier).from),
        'tiers must rise',
      ),
    ),
    /** Of its prices and flats; absent: the cart's own. */
    currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
    source: v.picklist(['list', 'settings', 'learned']),
  }),
  v.check(
    ({ model, packSize }) => (model === 'pack') === (packSize !== undefined),
    'packs, and only packs, have a size',
  ),
  v.check(
    ({ model, tiers }) => model !== 'pack' || tiers.every((tier) => tier.price !== undefined),
    'a pack has a price',
  ),
);
export type DiscountSchedule = v.InferOutput<typeof DiscountSchedule>;

/** One that a partner states: if it prices in money, it says in which. */
export const StatedDiscount = v.pipe(
  DiscountSchedule,
  v.check(
    ({ currency, tiers }) => currency !== undefined || tiers.every(({ price, flat }) => !price && !flat),
    'a price has a currency',
  ),
);

/** The discounts that a partner states; no two of one id. */
export const StatedDiscounts = v.pipe(
  v.array(StatedDiscount),
  v.maxLength(200),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'ids must differ'),
);

/** What a schedule is chosen by. */
export interface Discountable {
  readonly sku: string;
  readonly category?: string | undefined;
}

const RANK: Readonly<Record<Scope['kind'], number>> = { sku: 3, category: 2, order: 1 };

/** Names as people write them: a partner's spelling of an article number is not always the page's. */
const covers = (scope: Scope, { sku, category = '' }: Discountable): boolean =>
  scope.kind === 'order' ||
  (scope.kind === 'sku' ? nameKey(scope.sku) === nameKey(sku) : nameKey(scope.category) === nameKey(category));

/** Whether a schedule says by itself what a product costs at a Duration; what was learned of it then counts no more. */
export const isStatedFor = (
  { scope, duration }: DiscountSchedule,
  line: Discountable,
  wanted: Duration | undefined,
): boolean => scope.kind === 'sku' && covers(scope, line) && (duration === undefined || duration === wanted);

/** The one schedule that prices a line: the narrowest. `contradictory` where two are equally narrow: neither is applied. */
export function scheduleFor(
  line: Discountable,
  schedules: readonly DiscountSchedule[],
  duration: Duration,
): DiscountSchedule | 'contradictory' | undefined {
  let best: DiscountSchedule | undefined;
  let tied = false;
  for (const schedule of schedules) {
    if ((schedule.duration !== undefined && schedule.duration !== duration) || !covers(schedule.scope, line)) continue;
    const difference = best === undefined ? 1 : rank(schedule) - rank(best);
    if (difference > 0) best = schedule;
    if (difference >= 0) tied = difference === 0;
  }
  return tied ? 'contradictory' : best;
}

/** A schedule for one Duration is narrower than one for all of the same scope. */
const rank = ({ scope, duration }: DiscountSchedule): number => RANK[scope.kind] * 2 + (duration === undefined ? 0 : 1);
