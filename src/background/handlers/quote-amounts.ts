import type { Duration } from '../../core/facts.ts';
import { type BreakHint, breakHints } from '../../core/rules/discount/hints.ts';
import type { DiscountSchedule } from '../../core/rules/discount/schedule.ts';
import { type ComparedQuote, compareDurations } from '../../core/rules/quote/compare.ts';
import type { SourcedLine } from './quote-lines.ts';

type Compared = Parameters<typeof compareDurations>[0];

export interface QuoteAmounts {
  readonly compared?: Readonly<Record<Duration, ComparedQuote>>;
  /** Per line, in the cart's order. */
  readonly hints: readonly (BreakHint | undefined)[];
  /** An amount is beyond what can be told exactly, so none is. */
  readonly tooLarge: boolean;
}

/** The cart's prices at all Durations, and the hints at its own, as far as currency and Duration are known. */
export function quoteAmounts(
  lines: readonly SourcedLine[],
  schedules: readonly DiscountSchedule[],
  currency: string | undefined,
  duration: Duration | undefined,
  rest: Pick<Compared, 'proration' | 'joining'>,
): QuoteAmounts {
  if (currency === undefined) return { hints: [], tooLarge: false };
  const own = schedules.filter((schedule) => (schedule.currency ?? currency) === currency);
  try {
    const compared = compareDurations({ ...rest, lines: lines.map(({ line }) => line), currency, schedules: own });
    const priced = (at: Duration) => lines.map((one) => pricedAt(one, at));
    const hints =
      duration === undefined ? [] : breakHints({ lines: priced(duration), schedules: own, duration, currency });
    return { compared, hints, tooLarge: false };
  } catch (error) {
    if (error instanceof RangeError) return { hints: [], tooLarge: true };
    throw error;
  }
}

const pricedAt = ({ line: { prices, ...line } }: SourcedLine, duration: Duration) => ({
  ...line,
  price: prices[duration],
});
