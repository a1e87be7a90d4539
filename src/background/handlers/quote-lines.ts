import type { Duration } from '../../core/facts.ts';
import type { RequestOf } from '../../core/messages/worker-contract.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { type Learned, learnTiers, scheduleOf } from '../../core/rules/discount/learn.ts';
import type { DiscountObservation } from '../../core/rules/discount/observe.ts';
import { type DiscountSchedule, isStatedFor } from '../../core/rules/discount/schedule.ts';
import type { UnitPrice } from '../../core/rules/quote/cart.ts';
import type { ComparedLine } from '../../core/rules/quote/compare.ts';
import { type Listed, unitPrices } from './list-prices.ts';

type Asked = RequestOf<'quote.compute'>['lines'][number];

/** A cart line with all its known prices, and what is to be said of them. */
export interface SourcedLine {
  readonly key: string;
  readonly line: ComparedLine;
  /** All that the product is called, the article number first: a cart may have printed any of them. */
  readonly names: readonly string[];
  readonly source: 'page' | 'list' | 'none';
  readonly reasons: readonly Reason[];
}

/**
 * Where a line's prices come from. The page's price holds for the Duration that the page shows; the other Durations, and
 * all where the page prints none, have the list's.
 */
export function sourced(asked: Asked, listed: Listed, duration: Duration | undefined): SourcedLine {
  const { key, sku, product, quantity, price } = asked;
  const item = listed.kind === 'found' ? listed.item : undefined;
  const { prices: own, unknown } = item ? unitPrices(item) : { prices: {}, unknown: [] };
  const prices: Partial<Record<Duration, UnitPrice>> = { ...own };
  if (price !== undefined && duration !== undefined) prices[duration] = price;
  const fromPage = price !== undefined && duration !== undefined;
  const fromList = duration === undefined ? Object.keys(own).length > 0 : own[duration] !== undefined;
  const shown = sku ?? item?.sku ?? product ?? key;
  const unclear = duration === undefined ? unknown.length > 0 : unknown.includes(duration);
  const reasons: Reason[] = [
    ...(!fromPage && unclear ? [notice('price-unit-unknown', { sku: shown })] : []),
    ...(!fromPage && listed.kind === 'ambiguous'
      ? [notice('price-name-ambiguous', { product: sku ?? product ?? key })]
      : []),
  ];
  return {
    key,
    line: { sku: shown, quantity, prices, ...(item?.category !== undefined && { category: item.category }) },
    names: [...new Set([shown, ...(product ? [product] : []), ...(item?.name ? [item.name] : [])])],
    source: fromPage ? 'page' : fromList ? 'list' : 'none',
    reasons,
  };
}

/**
 * Discounts learned of a product under any of its names, put together under the cart's own; none where the partner has
 * stated what holds for it.
 */
export function learnedSchedules(
  learned: readonly Learned[],
  lines: readonly SourcedLine[],
  stated: readonly DiscountSchedule[],
): readonly DiscountSchedule[] {
  const products = new Map(lines.map(({ line, names }) => [line.sku, names]));
  return [...products].flatMap(([sku, names]) => {
    const own = learned.filter((one) => names.includes(one.sku)).flatMap(observationsOf);
    return learnTiers(own.map((one) => ({ ...one, sku })))
      .flatMap((one) => scheduleOf(one) ?? [])
      .filter(({ duration }) => !stated.some((one) => isStatedFor(one, { sku }, duration)));
  });
}

const observationsOf = ({ tiers, single, contradictions }: Learned): readonly DiscountObservation[] => [
  ...[...tiers, ...single].flatMap(({ observations }) => observations),
  ...contradictions.flat(),
];

/** The currency of a cart: as asked for, else that of the first price known, in the cart's order. */
export function currencyOf(lines: readonly SourcedLine[], duration: Duration | undefined): string | undefined {
  const first = lines.flatMap(({ line }) =>
    Object.entries(line.prices)
      .sort(([a], [b]) => Number(b === duration) - Number(a === duration))
      .map(([, price]) => price.currency),
  );
  return first[0];
}
