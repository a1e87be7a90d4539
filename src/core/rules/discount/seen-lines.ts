import type { Money } from '../../facts.ts';
import { compareRatios, ratio, ratioOf } from '../../money/ratio.ts';
import { commonRange, percentRange } from './percent-range.ts';

/** What the discount column says of a line. `unreadable`: it says something, and it is not known what. */
export type SeenDiscount =
  | { readonly kind: 'none' | 'unreadable' }
  | { readonly kind: 'amount'; readonly money: Money }
  | { readonly kind: 'percent'; readonly percent: string };

/** One cart line as the page printed it, with its total. Absent: the page has no such column. */
export interface SeenLine {
  readonly sku: string;
  readonly quantity: number;
  readonly total: Money;
  readonly unit?: Money | undefined;
  readonly discount?: SeenDiscount | undefined;
}

/** Lines of one product together; `mixed`: in several currencies. */
export type Summed = SeenLine | 'mixed' | undefined;

/** Why two readings of a line, sound by themselves, do not tell its discount for certain. */
export type Doubt = 'discount-unreadable' | 'discounted-before' | 'list-total-unknown' | 'discount-disagrees';

export function bySku(lines: readonly SeenLine[]): ReadonlyMap<string, SeenLine | 'mixed'> {
  const sums = new Map<string, SeenLine | 'mixed'>();
  for (const line of lines) {
    const known = sums.get(line.sku);
    if (known === undefined) sums.set(line.sku, line);
    else if (known === 'mixed' || known.total.currency !== line.total.currency) sums.set(line.sku, 'mixed');
    else
      sums.set(line.sku, {
        sku: line.sku,
        quantity: known.quantity + line.quantity,
        total: plus(known.total, line.total),
        unit: same(known.unit, line.unit) ? line.unit : undefined,
        discount: bothDiscounts(known.discount, line.discount),
      });
  }
  return sums;
}

/**
 * What speaks against taking `before` for the list total and `after` for what the discount left of it. The page has to show
 * it: by a discount column that was empty before and agrees with both totals, or by a unit price that makes up the total
 * before and did not change.
 */
export function doubtOf(before: SeenLine, after: SeenLine): Doubt | undefined {
  const [old, now] = [before.discount, after.discount];
  if (old?.kind === 'unreadable' || now?.kind === 'unreadable') return 'discount-unreadable';
  if (old !== undefined && old.kind !== 'none') return 'discounted-before';
  if (old !== undefined && now === undefined) return 'discount-unreadable';
  if (old === undefined && !isList(before, after)) return 'list-total-unknown';
  if (now !== undefined) return agrees(now, before, after) ? undefined : 'discount-disagrees';
  // An unchanged total may be one that was discounted before.
  return before.total.amountMinor === after.total.amountMinor ? 'list-total-unknown' : undefined;
}

const isList = ({ unit, quantity, total }: SeenLine, after: SeenLine): boolean =>
  unit !== undefined &&
  same(unit, after.unit) &&
  unit.currency === total.currency &&
  unit.amountMinor * quantity === total.amountMinor;

/** Whether the printed discount is the one that the totals show. An amount may be off the list price of a whole term. */
function agrees(discount: SeenDiscount, before: SeenLine, after: SeenLine): boolean {
  const range = percentRange({ before: before.total, after: after.total });
  if (discount.kind === 'none') return before.total.amountMinor === after.total.amountMinor;
  if (discount.kind === 'percent') return commonRange(range, around(discount.percent)) !== undefined;
  if (discount.kind !== 'amount' || discount.money.currency !== before.total.currency) return false;
  const off = Math.abs(discount.money.amountMinor);
  if (Math.abs(before.total.amountMinor - off - after.total.amountMinor) <= 1) return true;
  if (before.unit === undefined || before.unit.currency !== before.total.currency) return false;
  const list = before.unit.amountMinor * before.quantity;
  if (list <= 0 || off > list) return false;
  const ofList = { amountMinor: list, currency: before.unit.currency };
  const left = { amountMinor: list - off, currency: before.unit.currency };
  return commonRange(range, percentRange({ before: ofList, after: left })) !== undefined;
}

/** What a printed percentage stands for: anything that rounds to it. */
function around(percent: string) {
  const places = percent.split('.')[1]?.length ?? 0;
  const { n, d } = ratioOf(percent);
  const half = ratio(1n, 2n * 10n ** BigInt(places));
  const least = ratio(n * half.d - half.n * d, d * half.d);
  return {
    least: compareRatios(least, ratio(0)) < 0 ? ratio(0) : least,
    most: ratio(n * half.d + half.n * d, d * half.d),
  };
}

function bothDiscounts(a: SeenDiscount | undefined, b: SeenDiscount | undefined): SeenDiscount | undefined {
  if (a === undefined && b === undefined) return undefined;
  if (a?.kind === 'none' && b?.kind === 'none') return a;
  if (a?.kind === 'percent' && b?.kind === 'percent' && a.percent === b.percent) return a;
  if (a?.kind === 'amount' && b?.kind === 'amount' && a.money.currency === b.money.currency)
    return { kind: 'amount', money: plus(a.money, b.money) };
  return { kind: 'unreadable' };
}

const plus = (a: Money, b: Money): Money => ({ currency: a.currency, amountMinor: a.amountMinor + b.amountMinor });

const same = (a: Money | undefined, b: Money | undefined): boolean =>
  a !== undefined && a.amountMinor === b?.amountMinor && a.currency === b.currency;
