import type { Money } from '../../facts.ts';
import { money } from '../../money/money.ts';
import { ratio, roundRatio, times } from '../../money/ratio.ts';
import type { Fraction, ProrationSettings } from '../proration.ts';

/** What of a quote a printed total is compared with; messages carry it in this form. */
export interface QuotedTotals {
  readonly currency: string;
  readonly lines: readonly { readonly quantity: number; readonly listPerTerm?: Money | undefined }[];
  readonly total?:
    | {
        readonly listPerTerm: Money;
        readonly perTerm: Money;
        readonly discount: Money;
        readonly firstCharge?: Money | undefined;
      }
    | undefined;
  readonly proration?: { readonly fraction: Fraction } | undefined;
}

/**
 * Why the portal's own total is what it is. `agrees`: the first charge, but for rounding. `undiscounted`: the same without
 * the quantity discount (R4). `other-discount`: the portal's own lines, prorated, so its discount is another than the one
 * known. `whole-term`, `whole-term-undiscounted`: nothing is prorated (R3). `not-comparable`: there is no first charge to
 * compare it with.
 */
export type TotalReading =
  | 'agrees'
  | 'undiscounted'
  | 'other-discount'
  | 'whole-term'
  | 'whole-term-undiscounted'
  | 'not-comparable'
  | 'unexplained';

export interface PrintedTotal {
  readonly reading: TotalReading;
  /** Printed less the first charge; absent where there is none. */
  readonly difference?: Money;
}

/**
 * Compares the total a page prints with a quote. Amounts are the same where they differ by no more than rounding can do: one
 * minor unit a line, or a unit where units are rounded. `printedLines`: the sum of the portal's own line totals.
 * @returns `undefined` where the quote has no total, or is in another currency.
 */
export function readPrintedTotal(
  printed: Money,
  printedLines: Money | undefined,
  quote: QuotedTotals,
  { roundEach }: Pick<ProrationSettings, 'roundEach'>,
): PrintedTotal | undefined {
  const { total, lines, proration } = quote;
  if (total === undefined || printed.currency !== quote.currency) return undefined;
  const { firstCharge } = total;
  const steps = roundEach === 'unit' ? lines.reduce((sum, { quantity }) => sum + quantity, 0) : lines.length;
  const is = (amountMinor: number | undefined): boolean =>
    amountMinor !== undefined && Math.abs(printed.amountMinor - amountMinor) <= steps;
  const own = printedLines?.currency === quote.currency ? printedLines.amountMinor : undefined;
  if (firstCharge === undefined) return { reading: 'not-comparable' };
  const fraction = proration?.fraction;
  const candidates: readonly (readonly [TotalReading, number | undefined])[] = [
    ['agrees', firstCharge.amountMinor],
    ['undiscounted', undiscountedFirst(quote)?.amountMinor],
    ['other-discount', own === undefined || fraction === undefined ? undefined : share(own, fraction)],
    ['whole-term', total.perTerm.amountMinor],
    ['whole-term-undiscounted', total.listPerTerm.amountMinor],
    ['whole-term', own],
  ];
  const reading = candidates.find(([, amount]) => is(amount))?.[0] ?? 'unexplained';
  return { reading, difference: money(printed.amountMinor - firstCharge.amountMinor, quote.currency) };
}

/** The first charge as it would be without any quantity discount; absent where the first charge is. */
export function undiscountedFirst({ lines, total, proration, currency }: QuotedTotals): Money | undefined {
  if (total?.firstCharge === undefined || proration === undefined) return undefined;
  const sum = lines.reduce((all, { listPerTerm }) => all + share(listPerTerm?.amountMinor ?? 0, proration.fraction), 0);
  return money(sum, currency);
}

/** What is lost by ordering without the known quantity discount (R4): per term, and of the first charge. */
export interface LostDiscount {
  readonly perTerm: Money;
  readonly first?: Money;
}

/** `undefined` where the quote has no total. Zero where no known tier is reached. */
export function lostDiscount(quote: QuotedTotals): LostDiscount | undefined {
  if (quote.total === undefined) return undefined;
  const { discount, firstCharge } = quote.total;
  const list = undiscountedFirst(quote);
  return {
    perTerm: discount,
    ...(list && firstCharge && { first: money(list.amountMinor - firstCharge.amountMinor, quote.currency) }),
  };
}

const share = (amountMinor: number, { n, d }: Fraction): number =>
  Number(roundRatio(times(ratio(amountMinor), ratio(n, d))));
