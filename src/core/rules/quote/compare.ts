import { monthsOf } from '../../calendar.ts';
import type { Duration, Money } from '../../facts.ts';
import { money } from '../../money/money.ts';
import type { Discountable } from '../discount/schedule.ts';
import type { Cart, UnitPrice } from './cart.ts';
import { type Quote, quote } from './quote.ts';

export const DURATIONS: readonly Duration[] = ['P1M', 'P1Y', 'P5Y'];

/** Over this many months the Durations are compared: the longest term. */
export const COMPARED_MONTHS = 60;

/** A line with its price for each Duration that has one. */
export interface ComparedLine extends Discountable {
  readonly quantity: number;
  readonly prices: Readonly<Partial<Record<Duration, UnitPrice>>>;
}

export interface ComparedQuote extends Quote {
  /** All whole terms within {@link COMPARED_MONTHS}; absent like the total, where a price is missing. */
  readonly overCompared?: Money;
}

/**
 * The same cart at the three Durations side by side. Only the PBX's own Duration can be ordered (R2), so only `joining.duration`
 * has a first charge; the other two say what a PBX of that term would cost.
 */
export function compareDurations(
  cart: Omit<Cart, 'lines' | 'duration' | 'joining'> & {
    readonly lines: readonly ComparedLine[];
    readonly joining?: NonNullable<Cart['joining']> & { readonly duration: Duration };
  },
): Readonly<Record<Duration, ComparedQuote>> {
  const { joining, lines, ...rest } = cart;
  const at = (duration: Duration): ComparedQuote => {
    const own = lines.map(({ prices, ...line }) => ({ ...line, price: prices[duration] }));
    const one = quote({ ...rest, lines: own, duration, ...(joining?.duration === duration && { joining }) });
    if (one.total === undefined) return one;
    const terms = BigInt(COMPARED_MONTHS / monthsOf(duration));
    return { ...one, overCompared: money(BigInt(one.total.perTerm.amountMinor) * terms, cart.currency) };
  };
  return { P1M: at('P1M'), P1Y: at('P1Y'), P5Y: at('P5Y') };
}
