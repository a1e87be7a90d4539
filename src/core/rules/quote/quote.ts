import { monthsOf } from '../../calendar.ts';
import type { Duration, Money } from '../../facts.ts';
import { minorDigits } from '../../money/currency.ts';
import { money } from '../../money/money.ts';
import { compareRatios, ONE, plus, type Ratio, ratio, roundRatio, times } from '../../money/ratio.ts';
import { NO_EFFECT } from '../discount/effect.ts';
import { groupLines } from '../discount/groups.ts';
import { type Proration, type ProrationSettings, prorate } from '../proration.ts';
import { type Cart, listPrice } from './cart.ts';

/** Months for which a device is charged at least (R10). */
export const LEAST_MONTHS = 6;

/** The amounts of a line or of the whole cart. `firstCharge` and what rests on it are absent where the expiration is not known. */
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

export interface QuotedLine extends Amounts {
  readonly sku: string;
  readonly quantity: number;
  /** The discount that was applied, and the tier reached. */
  readonly tier?: {
    readonly schedule: string;
    readonly from: number;
    readonly source: 'list' | 'settings' | 'learned';
  };
}

export interface UnpricedLine {
  readonly sku: string;
  readonly quantity: number;
  readonly why: 'no-price' | 'other-currency';
}

export interface Quote {
  readonly duration: Duration;
  readonly currency: string;
  /** In the cart's order. */
  readonly lines: readonly (QuotedLine | UnpricedLine)[];
  /** The sums of the rounded lines. Absent where a line has no price: a part would look like the whole. */
  readonly total?: Amounts;
  readonly proration?: Proration;
  /** SKUs that equally narrow discounts claim: priced without any. */
  readonly contradictory: readonly string[];
  readonly estimate: true;
}

export const isPriced = (line: QuotedLine | UnpricedLine): line is QuotedLine => !('why' in line);

/**
 * Prices a cart (R3, R4, R10). Each amount is rounded once per line from exact fractions, and totals add the rounded lines.
 * @throws RangeError for a malformed quantity, price or date.
 */
export function quote(cart: Cart): Quote {
  const { duration, currency, joining, proration: settings } = cart;
  const proration = joining && prorate(joining.from, { ...joining, duration }, settings.convention);
  const { byLine, contradictory } = groupLines(cart);
  const toMinor = ratio(10n ** BigInt(minorDigits(currency)));
  const shares: Shares = {
    month: ratio(1, monthsOf(duration)),
    sixMonths: ratio(LEAST_MONTHS, monthsOf(duration)),
    ...(proration && { first: ratio(proration.fraction.n, proration.fraction.d) }),
  };
  const lines = cart.lines.map((line, i): QuotedLine | UnpricedLine => {
    const { sku, quantity } = line;
    const list = listPrice(line, cart);
    if (typeof list === 'string') return { sku, quantity, why: list };
    const group = byLine[i];
    const { factor, amount, tier } = group?.effect ?? NO_EFFECT;
    const net = times(plus(times(list, factor), amount), toMinor);
    const amounts = lineAmounts(times(list, toMinor), net, quantity, shares, settings, currency);
    const applied = group &&
      tier && { tier: { schedule: group.schedule.id, from: tier.from, source: group.schedule.source } };
    return { sku, quantity, ...amounts, ...applied };
  });
  const total = totalOf(lines, currency, proration !== undefined);
  return {
    duration,
    currency,
    lines,
    ...(total && { total }),
    ...(proration && { proration }),
    contradictory: [...new Set(contradictory.map((line) => line.sku))],
    estimate: true,
  };
}

/** Parts of a term's price. */
interface Shares {
  readonly month: Ratio;
  readonly sixMonths: Ratio;
  readonly first?: Ratio;
}

function lineAmounts(
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

function totalOf(lines: readonly (QuotedLine | UnpricedLine)[], currency: string, first: boolean): Amounts | undefined {
  const priced = lines.filter(isPriced);
  if (priced.length < lines.length) return undefined;
  const sum = (amount: (line: QuotedLine) => Money | undefined): Money =>
    money(
      priced.reduce((all, line) => all + BigInt(amount(line)?.amountMinor ?? 0), 0n),
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
