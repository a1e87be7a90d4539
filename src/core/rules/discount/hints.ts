import type { Money } from '../../facts.ts';
import { minorDigits } from '../../money/currency.ts';
import { money } from '../../money/money.ts';
import { plus, type Ratio, ratio, roundRatio, times, ZERO } from '../../money/ratio.ts';
import { type Cart, type CartLine, listPrice } from '../quote/cart.ts';
import { type Group, groupLines, termEffect } from './groups.ts';

/** What buying more of one line's product would do (R4). Units are counted over the discount's whole scope. */
export interface BreakHint {
  readonly sku: string;
  /** "N more to the next break": the tier it reaches begins at `from`. Absent on the last tier. */
  readonly next?: { readonly more: number; readonly from: number };
  /** "N more cost less", or the same (`saves` 0): the fewest more units of the cheapest total, per term. */
  readonly cheaper?: { readonly more: number; readonly saves: Money };
}

/** One hint per cart line, in its order; none where no discount applies or a price is missing. */
export function breakHints(
  cart: Pick<Cart, 'lines' | 'schedules' | 'duration' | 'currency'>,
): readonly (BreakHint | undefined)[] {
  const { byLine } = groupLines(cart);
  const sums = new Map<Group, Ratio | undefined>();
  const toMinor = ratio(10n ** BigInt(minorDigits(cart.currency)));
  return cart.lines.map((line, i) => {
    const group = byLine[i];
    if (group === undefined) return undefined;
    if (!sums.has(group)) sums.set(group, listSum(group, cart));
    const list = listPrice(line, cart);
    const sum = sums.get(group);
    const next = nextBreak(group);
    const cheaper =
      typeof list === 'string' || sum === undefined ? undefined : cheapest(group, sum, list, cart, toMinor);
    return { sku: line.sku, ...(next && { next }), ...(cheaper && { cheaper }) };
  });
}

function nextBreak({ schedule, units }: Group): BreakHint['next'] {
  const tier = schedule.tiers.find((one) => one.from > units);
  return tier && { more: tier.from - units, from: tier.from };
}

/** A total can only fall at a tier's first unit; a begun pack can be filled for nothing. */
function cheapest(
  group: Group,
  sum: Ratio,
  list: Ratio,
  { duration, currency }: Pick<Cart, 'duration' | 'currency'>,
  toMinor: Ratio,
): BreakHint['cheaper'] {
  const { schedule, units } = group;
  if (units === 0) return undefined;
  const costAt = (more: number): bigint => {
    const { factor, amount } = termEffect(schedule, units + more, duration);
    const cost = plus(times(factor, plus(sum, times(list, ratio(more)))), times(amount, ratio(units + more)));
    return roundRatio(times(cost, toMinor));
  };
  const now = costAt(0);
  const candidates = schedule.tiers.filter((tier) => tier.from > units).map((tier) => tier.from - units);
  const { packSize = 1 } = schedule;
  const toFull = (packSize - (units % packSize)) % packSize;
  if (toFull > 0) candidates.push(toFull);
  let best: { more: number; cost: bigint } | undefined;
  for (const more of candidates.sort((a, b) => a - b)) {
    const cost = costAt(more);
    if (cost <= now && (best === undefined || cost < best.cost)) best = { more, cost };
  }
  return best && { more: best.more, saves: money(now - best.cost, currency) };
}

/** Σ list price × quantity of a group, or nothing where one is not known. */
function listSum(group: Group, cart: Pick<Cart, 'currency' | 'duration'>): Ratio | undefined {
  let sum: Ratio = ZERO;
  for (const line of group.lines satisfies readonly CartLine[]) {
    const list = listPrice(line, cart);
    if (typeof list === 'string') return undefined;
    sum = plus(sum, times(list, ratio(line.quantity)));
  }
  return sum;
}
