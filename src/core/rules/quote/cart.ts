import { monthsOf } from '../../calendar.ts';
import type { CalendarDate, Duration } from '../../facts.ts';
import { type Ratio, ratio, ratioOf, times } from '../../money/ratio.ts';
import type { Discountable, DiscountSchedule } from '../discount/schedule.ts';
import type { CoTerm, ProrationSettings } from '../proration.ts';

/** A unit's list price. A plain decimal, since lists print prices finer than a currency's minor unit. */
export interface UnitPrice {
  readonly decimal: string;
  readonly currency: string;
  readonly per: 'month' | 'term';
}

export interface CartLine extends Discountable {
  /** Whole units, not negative. */
  readonly quantity: number;
  /** Absent: no price is known. */
  readonly price?: UnitPrice | undefined;
}

/** A cart to be priced, all in one currency. */
export interface Cart {
  readonly lines: readonly CartLine[];
  readonly currency: string;
  readonly duration: Duration;
  readonly schedules: readonly DiscountSchedule[];
  readonly proration: ProrationSettings;
  /** The order day and the PBX's expiration; absent: the first charge cannot be told. */
  readonly joining?: { readonly from: CalendarDate } & Omit<CoTerm, 'duration'>;
}

/** A price or tier amount per whole term of `duration`. */
export const perTerm = (decimal: Ratio, per: 'month' | 'term', duration: Duration): Ratio =>
  per === 'term' ? decimal : times(decimal, ratio(monthsOf(duration)));

/**
 * A line's list price per unit and term, in decimals of the currency; or why there is none.
 * @throws RangeError for a quantity or price that is not one: those are the caller's mistakes, not facts of a page.
 */
export function listPrice(
  line: CartLine,
  cart: Pick<Cart, 'currency' | 'duration'>,
): Ratio | 'no-price' | 'other-currency' {
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 0)
    throw new RangeError(`not a quantity: ${line.quantity}`);
  if (line.price === undefined) return 'no-price';
  if (line.price.currency !== cart.currency) return 'other-currency';
  const price = ratioOf(line.price.decimal);
  if (price.n < 0n) throw new RangeError(`negative price: ${line.price.decimal}`);
  return perTerm(price, line.price.per, cart.duration);
}
