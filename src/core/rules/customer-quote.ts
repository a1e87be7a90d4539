import type { Duration, Money } from '../facts.ts';
import { minorDigits } from '../money/currency.ts';
import { money, sumMoney } from '../money/money.ts';
import {
  compareRatios,
  minus,
  ONE,
  plus,
  type Ratio,
  ratio,
  ratioOf,
  roundRatio,
  times,
  ZERO,
} from '../money/ratio.ts';

/**
 * How the partner gets from what he pays to what the customer pays. `markup`: percent of the purchase price on top of it;
 * `margin`: percent of the sale price that stays with the partner.
 */
export interface Pricing {
  readonly kind: 'markup' | 'margin';
  /** A plain decimal. */
  readonly percent: string;
}

export interface OfferedLine {
  readonly key: string;
  readonly quantity: number;
  /** What the line costs the partner per term, after discount; absent where no price is known. */
  readonly purchase?: Money;
  /** The partner's own price for one unit and month, as a plain decimal: it counts before any other. */
  readonly own?: string;
}

export interface SaleLine {
  readonly key: string;
  /** One unit a month, in whole minor units: what the other figures are made of, so that the printed ones multiply. */
  readonly unit?: Money;
  readonly perMonth?: Money;
  readonly perTerm?: Money;
  /** What the line costs the partner a month. */
  readonly purchase?: Money;
}

export interface CustomerQuote {
  readonly lines: readonly SaleLine[];
  /** Absent where a line has no price: a part would look like the whole. */
  readonly perMonth?: Money;
  readonly perTerm?: Money;
  readonly purchase?: Money;
}

const MONTHS: Readonly<Record<Duration, number>> = { P1M: 1, P1Y: 12, P5Y: 60 };
const HUNDRED = ratio(100);
const MOST_PERCENT = ratio(1000);

/** Prices for the end customer. @throws RangeError for a malformed decimal, or amounts beyond what is exact. */
export function customerQuote(
  lines: readonly OfferedLine[],
  duration: Duration,
  currency: string,
  pricing: Pricing | undefined,
): CustomerQuote {
  const months = MONTHS[duration];
  const sold = lines.map((line): SaleLine => {
    const purchase = line.purchase?.currency === currency ? line.purchase : undefined;
    const unit = unitPrice(line, purchase, months, currency, pricing);
    return {
      key: line.key,
      ...(unit && {
        unit,
        perMonth: money(unit.amountMinor * line.quantity, currency),
        perTerm: money(unit.amountMinor * line.quantity * months, currency),
      }),
      ...(purchase && { purchase: money(roundRatio(ratio(purchase.amountMinor, months)), currency) }),
    };
  });
  const [perMonth, perTerm, purchase] = (['perMonth', 'perTerm', 'purchase'] as const).map((what) => {
    const amounts = sold.flatMap((line) => line[what] ?? []);
    return amounts.length === sold.length ? sumMoney(amounts) : undefined;
  });
  return { lines: sold, ...(perMonth && { perMonth }), ...(perTerm && { perTerm }), ...(purchase && { purchase }) };
}

function unitPrice(
  { own, quantity }: OfferedLine,
  purchase: Money | undefined,
  months: number,
  currency: string,
  pricing: Pricing | undefined,
): Money | undefined {
  if (own !== undefined) {
    const minor = times(ratioOf(own), ratio(10n ** BigInt(minorDigits(currency))));
    return compareRatios(minor, ZERO) < 0 ? undefined : money(roundRatio(minor), currency);
  }
  const factor = pricing === undefined ? undefined : factorOf(pricing);
  if (purchase === undefined || factor === undefined || quantity < 1) return undefined;
  return money(roundRatio(times(ratio(purchase.amountMinor, quantity * months), factor)), currency);
}

/** `undefined` where the percentage makes no price: a margin of all of it, or less than nothing. */
function factorOf({ kind, percent }: Pricing): Ratio | undefined {
  const rate = ratioOf(percent);
  if (compareRatios(rate, ZERO) < 0 || compareRatios(rate, MOST_PERCENT) > 0) return undefined;
  const share = times(rate, ratio(1, 100));
  if (kind === 'markup') return plus(ONE, share);
  const left = minus(HUNDRED, rate);
  return compareRatios(left, ZERO) <= 0 ? undefined : { n: HUNDRED.n * left.d, d: HUNDRED.d * left.n };
}
