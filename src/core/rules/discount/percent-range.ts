import type { Money } from '../../facts.ts';
import { compareRatios, type Ratio, ratio, roundRatio, times } from '../../money/ratio.ts';

/** The discounts in percent that printed totals allow: each total stands for anything that rounds to it. */
export interface PercentRange {
  readonly least: Ratio;
  readonly most: Ratio;
}

/** 100 × (1 − after/before), with half a minor unit of doubt on either side of both. */
export function percentRange({ before, after }: { readonly before: Money; readonly after: Money }): PercentRange {
  const [b, a] = [BigInt(before.amountMinor) * 2n, BigInt(after.amountMinor) * 2n];
  return {
    least: clamp(ratio(100n * (b - 1n - (a + 1n)), b - 1n)),
    most: clamp(ratio(100n * (b + 1n - (a - 1n)), b + 1n)),
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
