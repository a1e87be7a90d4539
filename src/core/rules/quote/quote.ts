import { monthsOf } from '../../calendar.ts';
import type { Duration } from '../../facts.ts';
import { minorDigits } from '../../money/currency.ts';
import { plus, ratio, times } from '../../money/ratio.ts';
import { NO_EFFECT } from '../discount/effect.ts';
import { groupLines } from '../discount/groups.ts';
import { type Proration, prorate } from '../proration.ts';
import { type Amounts, LEAST_MONTHS, lineAmounts, type Shares, totalOf } from './amounts.ts';
import { type Cart, listPrice } from './cart.ts';

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
  // On an expired PBX nothing can be ordered: a first charge of 0 would look like a gift.
  const first = proration?.position === 'expired' ? undefined : proration?.fraction;
  const shares: Shares = {
    month: ratio(1, monthsOf(duration)),
    sixMonths: ratio(LEAST_MONTHS, monthsOf(duration)),
    ...(first && { first: ratio(first.n, first.d) }),
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
  const priced = lines.filter(isPriced);
  const total = priced.length < lines.length ? undefined : totalOf(priced, currency, first !== undefined);
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
