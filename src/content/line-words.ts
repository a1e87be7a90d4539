import type { StockOutlook } from '../core/rules/stock.ts';
import { numberText, t } from '../platform/i18n.ts';
import { moneyText } from '../platform/money-text.ts';
import type { OrderKnowledge } from './order-desk.ts';

type Answer = NonNullable<OrderKnowledge['quote']>;
type QuotedLine = NonNullable<Answer['quote']>['lines'][number];
type Hint = Answer['lines'][number]['hint'];

/** What a stock means for an order of these units (R5). */
export function stockWords({ availableNow, backordered, aheadInQueue, stockAfter }: StockOutlook): string {
  const after = t('stock_after', stockAfter);
  if (backordered === 0) return `${t('stock_all', availableNow)} ${after}`;
  return aheadInQueue > 0
    ? `${t('stock_backordered', availableNow, backordered, aheadInQueue)} ${after}`
    : `${t('stock_partly', availableNow, backordered)} ${after}`;
}

export const stockBadge = ({ backordered, aheadInQueue }: StockOutlook): string | undefined =>
  backordered === 0 ? undefined : aheadInQueue > 0 ? t('stock_badge_queue', aheadInQueue) : t('stock_badge_backorder');

/** The tier that a line has reached, and what more units would do (R4), in sentences. */
export function discountWords(line: QuotedLine | undefined, hint: Hint): string[] {
  const words: string[] = [];
  if (line !== undefined && !('why' in line) && line.tier !== undefined) {
    const { from, source } = line.tier;
    words.push(t('tier_reached', numberText(from), moneyText(line.discount), t(`tier_source_${source}`)));
  }
  if (hint?.cheaper !== undefined) {
    const { more, saves } = hint.cheaper;
    words.push(
      saves.amountMinor > 0
        ? t('tier_cheaper', numberText(more), moneyText(saves))
        : t('tier_as_cheap', numberText(more)),
    );
  }
  if (hint?.next !== undefined) words.push(t('tier_next', numberText(hint.next.more), numberText(hint.next.from)));
  return words;
}

export function discountBadge(hint: Hint): string | undefined {
  if (hint?.cheaper !== undefined) return t('tier_badge_cheaper', numberText(hint.cheaper.more));
  return hint?.next === undefined ? undefined : t('tier_badge_next', numberText(hint.next.more));
}
