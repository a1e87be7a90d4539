import type { Duration } from '../../facts.ts';
import { groupBy } from '../group-by.ts';
import type { DiscountObservation } from './observe.ts';
import { commonRange, type PercentRange, percentRange, plainestPercent } from './percent-range.ts';
import type { DiscountSchedule } from './schedule.ts';

/** A tier that observations point to. */
export interface LearnedTier<O extends DiscountObservation = DiscountObservation> {
  /** The fewest units it was seen at. It may begin earlier, but after `notBefore`. */
  readonly from: number;
  /** The most units below `from` at which another discount was seen; 0: none was. */
  readonly notBefore: number;
  readonly percent: string;
  readonly observations: readonly O[];
}

/** What was learned about one product at one Duration. */
export interface Learned<O extends DiscountObservation = DiscountObservation> {
  readonly sku: string;
  readonly duration: Duration;
  /** Seen often enough, without contradiction, by rising quantity. */
  readonly tiers: readonly LearnedTier<O>[];
  /** Seen, but not often enough yet. */
  readonly single: readonly LearnedTier<O>[];
  /** Sets of observations that cannot all hold: shown as they are, never averaged. */
  readonly contradictions: readonly (readonly O[])[];
}

/** Observations that have to agree before a tier is offered. */
export const AGREEING = 2;

/**
 * Tiers from observations (R4), product by product. Observations of one quantity agree where some percentage fits all
 * their printed totals; neighbouring quantities of one percentage form a tier. No tier begins at a quantity whose
 * observations contradict.
 */
export function learnTiers<O extends DiscountObservation>(
  observations: readonly O[],
  agreeing = AGREEING,
): readonly Learned<O>[] {
  const products = groupBy(observations, ({ sku, duration }) => JSON.stringify([sku, duration]));
  return [...products.values()].flatMap((own) =>
    own[0] ? [learnProduct(own[0].sku, own[0].duration, own, agreeing)] : [],
  );
}

function learnProduct<O extends DiscountObservation>(
  sku: string,
  duration: Duration,
  own: readonly O[],
  agreeing: number,
): Learned<O> {
  const contradictions: (readonly O[])[] = [];
  const runs: Run<O>[] = [];
  const quantities = groupBy(own, (one) => one.quantity);
  for (const [quantity, same] of [...quantities].sort(([a], [b]) => a - b)) {
    const range = rangeOfAll(same);
    if (range === undefined) {
      contradictions.push(same);
      // What lies beyond a contradiction is a tier of its own: its beginning is not known.
      runs.push({ from: quantity, to: quantity, range: undefined, observations: same });
      continue;
    }
    const last = runs.at(-1);
    const shared = last?.range && commonRange(last.range, range);
    if (last && shared)
      runs[runs.length - 1] = { ...last, to: quantity, range: shared, observations: [...last.observations, ...same] };
    else runs.push({ from: quantity, to: quantity, range, observations: same });
  }
  const tiers = runs.flatMap(({ from, range, observations }, i): LearnedTier<O>[] => {
    const percent = range && plainestPercent(range);
    return percent === undefined ? [] : [{ from, notBefore: runs[i - 1]?.to ?? 0, percent, observations }];
  });
  return {
    sku,
    duration,
    tiers: tiers.filter((tier) => tier.observations.length >= agreeing),
    single: tiers.filter((tier) => tier.observations.length < agreeing),
    contradictions,
  };
}

/** Neighbouring quantities whose observations one percentage explains; without range: contradictory ones. */
interface Run<O> {
  readonly from: number;
  readonly to: number;
  readonly range: PercentRange | undefined;
  readonly observations: readonly O[];
}

const rangeOfAll = (observations: readonly DiscountObservation[]): PercentRange | undefined =>
  observations
    .map(percentRange)
    .reduce<PercentRange | undefined>((all, one, i) => (i === 0 ? one : all && commonRange(all, one)), undefined);

/** The learned tiers as a discount to quote with; `undefined` where none is offered. */
export const scheduleOf = ({ sku, duration, tiers }: Learned): DiscountSchedule | undefined =>
  tiers.length === 0
    ? undefined
    : {
        id: `learned ${sku} ${duration}`,
        scope: { kind: 'sku', sku },
        model: 'volume',
        duration,
        per: 'term',
        tiers: tiers.map(({ from, percent }) => ({ from, percent })),
        source: 'learned',
      };
