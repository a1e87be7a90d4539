import { ONE, plus, type Ratio, ratio, ratioOf, times, ZERO } from '../../money/ratio.ts';
import type { DiscountSchedule, Tier } from './schedule.ts';

/**
 * What a schedule makes of a unit's list price at a given quantity: `factor × list + amount`. Where tiers price units
 * differently it is their average, so that it does not matter in which order the lines of a group stand.
 */
export interface Effect {
  readonly factor: Ratio;
  /** In decimals of the currency, per unit and per the schedule's own period. */
  readonly amount: Ratio;
  /** The tier reached, if any. */
  readonly tier?: Tier;
}

export const NO_EFFECT: Effect = { factor: ONE, amount: ZERO };

/** The effect at `units`, all units in the schedule's scope together. */
export function effectAt(schedule: DiscountSchedule, units: number): Effect {
  const reached = schedule.tiers.filter((tier) => tier.from <= units);
  const tier = reached.at(-1);
  if (tier === undefined) return NO_EFFECT;
  const perUnit = ratio(1, units);
  if (schedule.model === 'pack') {
    const packs = Math.ceil(units / (schedule.packSize ?? 1));
    const cost = plus(times(ratio(packs), ratioOf(tier.price ?? '0')), flatOf(tier));
    return { factor: ZERO, amount: times(cost, perUnit), tier };
  }
  if (schedule.model === 'volume') {
    const own = priceOf(tier);
    return { factor: own.factor, amount: plus(own.amount, times(flatOf(tier), perUnit)), tier };
  }
  const below = (reached[0]?.from ?? 1) - 1;
  let factor = ratio(below);
  let amount = ZERO;
  reached.forEach((one, i) => {
    const own = priceOf(one);
    const held = ratio((reached[i + 1]?.from ?? units + 1) - one.from);
    factor = plus(factor, times(own.factor, held));
    amount = plus(amount, plus(times(own.amount, held), flatOf(one)));
  });
  return { factor: times(factor, perUnit), amount: times(amount, perUnit), tier };
}

function priceOf({ percent, price }: Tier): { readonly factor: Ratio; readonly amount: Ratio } {
  if (price !== undefined) return { factor: ZERO, amount: ratioOf(price) };
  const off = ratioOf(percent ?? '0');
  return { factor: { n: 100n * off.d - off.n, d: 100n * off.d }, amount: ZERO };
}

const flatOf = (tier: Tier): Ratio => (tier.flat === undefined ? ZERO : ratioOf(tier.flat));
