import { dateText, numberText, seenText, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { discountWords, stockWords } from '../line-words.ts';
import type { OrderKnowledge } from '../order-desk.ts';
import { type CartStock, cartStock } from '../order-stocks.ts';

/** "3 of 12 now, 9 backordered behind 186", with what is not known of it. */
export function stockInShort({ summary, unknown }: CartStock): string {
  const { ordered, availableNow, backordered, ahead } = summary;
  const known =
    ordered === 0
      ? []
      : backordered === 0
        ? [t('stock_sum_all', numberText(ordered))]
        : ahead > 0
          ? [
              t(
                'stock_sum_queue',
                numberText(availableNow),
                numberText(ordered),
                numberText(backordered),
                numberText(ahead),
              ),
            ]
          : [t('stock_sum_backorder', numberText(availableNow), numberText(ordered), numberText(backordered))];
  return [...known, ...(unknown > 0 ? [t('stock_sum_unknown', numberText(unknown))] : [])].join(' ');
}

/** Each line of the cart: what it costs, its quantity discount (R4), and what its stock means (R5). */
export function OrderLines({ known }: { known: OrderKnowledge }) {
  const { form, quote, memory, recalculated } = known;
  const { cart = [] } = form;
  const empty = cart.length === 0;
  const stock = cartStock(form, memory);
  const { lines = [] } = quote ?? {};
  return (
    // What was seen elsewhere is not to be taken for what stands here: it is shown with its age.
    <details open={stock.lines.some(({ remembered }) => remembered !== undefined)}>
      <summary>
        {t('lines_title')}
        {recalculated !== undefined && !empty && (
          <span class={`chip ${recalculated ? 'yes' : 'no'}`}>
            {t(recalculated ? 'cart_recalculated' : 'cart_not_recalculated')}
          </span>
        )}
        {/* There from the first: the products below must not move away under a press on Add. */}
        <span class="soft">
          {form.cart === undefined ? t('lines_none') : empty ? t('lines_empty') : stockInShort(stock)}
        </span>
      </summary>
      <ul class="part lines">
        {known.partly && <li class="note unknown">{t('cart_partly')}</li>}
        {cart.map((line, i) => {
          const priced = quote?.quote?.lines[i];
          const outlook = stock.lines.find(({ key }) => key === line.key);
          return (
            <li key={i}>
              <strong dir="auto">{t('review_model', numberText(line.quantity ?? 0), line.product)}</strong>
              {priced !== undefined && !('why' in priced) && (
                <p>
                  {priced.firstCharge !== undefined &&
                    quote?.quote?.proration !== undefined &&
                    t('line_first', moneyText(priced.firstCharge), dateText(quote.quote.proration.until))}{' '}
                  {quote?.duration === 'P1M'
                    ? t('line_recurring_month', moneyText(priced.perTerm))
                    : quote?.duration !== undefined &&
                      t(
                        'line_recurring',
                        moneyText(priced.perTerm),
                        t(`per_${quote.duration}`),
                        moneyText(priced.perMonth),
                      )}
                </p>
              )}
              {discountWords(priced, lines[i]?.hint).map((words) => (
                <p key={words}>{words}</p>
              ))}
              {outlook === undefined ? (
                <p class="muted">{t('stock_not_known')}</p>
              ) : (
                <p>
                  {stockWords(outlook.outlook)}
                  {outlook.remembered !== undefined &&
                    ` ${t('stock_remembered', line.product, numberText(outlook.stock), seenText(outlook.remembered.at, outlook.remembered.ageDays, 'order'))}`}
                </p>
              )}
            </li>
          );
        })}
        {quote?.learned.some(({ contradictions }) => contradictions.length > 0) && <li>{t('tier_contradictions')}</li>}
      </ul>
    </details>
  );
}
