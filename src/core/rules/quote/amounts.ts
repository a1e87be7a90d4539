import type { Money } from '../../facts.ts';
import { money } from '../../money/money.ts';
import { compareRatios, ONE, type Ratio, ratio, roundRatio, times } from '../../money/ratio.ts';
import type { ProrationSettings } from '../proration.ts';

/** Months for which a device is charged at least (R10). */
export const LEAST_MONTHS = 6;

/** The amounts of a line or of the whole cart. `firstCharge` and what rests on it are absent where the expiration is not known or past. */
export interface Amounts {
  /** A whole term before discount, and after it: the recurring charge, and the total over one term. */
  readonly listPerTerm: Money;
  readonly perTerm: Money;
  /** `listPerTerm` − `perTerm`; negative where a tier's flat part makes it dearer. */
  readonly discount: Money;
  /** Monthly recurring revenue. */
  readonly perMonth: Money;
  /** Prorated, from the order day to the PBX's expiration (R3). */
  readonly firstCharge?: Money;
  /** What {@link LEAST_MONTHS} months cost (R10). */
  readonly sixMonths: Money;
  /** Owed in any case: the first charge, and at least six months. */
  readonly liability?: Money;
}

/** Parts of a term's price. */
export interface Shares {
  readonly month: Ratio;
  readonly sixMonths: Ratio;
  readonly first?: Ratio;
}

/** A line's amounts from its unit prices per term, before and after discount, in minor units. */
export function lineAmounts(
  list: Ratio,
  net: Ratio,
  quantity: number,
  shares: Shares,
  settings: ProrationSettings,
  currency: string,
): Amounts {
  const of = (unit: Ratio, share: Ratio): bigint => charge(unit, quantity, share, settings);
  const [listPerTerm, perTerm] = [of(list, ONE), of(net, ONE)];
  const firstShare = shares.first;
  const longest = firstShare && compareRatios(firstShare, shares.sixMonths) > 0 ? firstShare : shares.sixMonths;
  return {
    listPerTerm: money(listPerTerm, currency),
    perTerm: money(perTerm, currency),
    discount: money(listPerTerm - perTerm, currency),
    perMonth: money(of(net, shares.month), currency),
    sixMonths: money(of(net, shares.sixMonths), currency),
    ...(firstShare && {
      firstCharge: money(of(net, firstShare), currency),
      liability: money(of(net, longest), currency),
    }),
  };
}

/**
 * A share of a unit's price times a quantity, in whole minor units: rounded once on the line, or on the unit and then
 * multiplied, as the setting says. `unit` is in minor units.
 */
export const charge = (
  unit: Ratio,
  quantity: number,
  share: Ratio,
  { roundEach, rounding }: Omit<ProrationSettings, 'convention'>,
): bigint =>
  roundEach === 'unit'
    ? roundRatio(times(unit, share), rounding) * BigInt(quantity)
    : roundRatio(times(times(unit, share), ratio(quantity)), rounding);

/** The sums of rounded amounts; `firstCharge` and `liability` where `first`. */
export function totalOf(lines: readonly Amounts[], currency: string, first: boolean): Amounts {
  const sum = (amount: (line: Amounts) => Money | undefined): Money =>
    money(
      lines.reduce((all, line) => all + BigInt(amount(line)?.amountMinor ?? 0), 0n),
      currency,
    );
  return {
    listPerTerm: sum((line) => line.listPerTerm),
    perTerm: sum((line) => line.perTerm),
    discount: sum((line) => line.discount),
    perMonth: sum((line) => line.perMonth),
    sixMonths: sum((line) => line.sixMonths),
    ...(first && { firstCharge: sum((line) => line.firstCharge), liability: sum((line) => line.liability) }),
  };
}
