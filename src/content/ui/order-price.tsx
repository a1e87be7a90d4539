import type { Duration, Money } from '../../core/facts.ts';
import { readPrintedTotal } from '../../core/rules/quote/printed-total.ts';
import { dateText, reasonText, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import type { OrderKnowledge } from '../order-desk.ts';
import { currencyWords } from './currency-words.ts';
import { Compared, Products } from './order-compared.tsx';

type Answer = NonNullable<OrderKnowledge['quote']>;

/** What the cart costs (R3, R4), where that is from, and what WMP's own total is beside it. All of it is an estimate. */
export function OrderPrice({ known }: { known: OrderKnowledge }) {
  const { quote, products } = known;
  const answer = quote ?? products;
  if (answer === undefined) return null;
  const { partly, unclearCurrency: unclear } = known;
  const total = quote?.quote?.total;
  return (
    // Why there are no prices is not folded away.
    <details open={unclear !== undefined && !unclear.fits}>
      <summary>
        {t('price_title')} <span class="chip">{t('price_estimate')}</span>
        {total !== undefined && quote?.duration !== undefined && (
          <span class="soft">{inShort(total, quote.duration)}</span>
        )}{' '}
        {known.printed !== undefined && quote !== undefined && isOther(known, quote) && (
          <span class="chip unknown">{t('price_short_wmp', moneyText(known.printed))}</span>
        )}
      </summary>
      <div class="part">
        {partly && <p class="note unknown">{t('price_partly')}</p>}
        {unclear !== undefined && <p class={unclear.fits ? 'muted' : 'note unknown'}>{currencyWords(unclear)}</p>}
        {total !== undefined && quote !== undefined && <Totals answer={quote} />}
        {quote !== undefined && <Printed known={known} answer={quote} />}
        {quote?.compared !== undefined && <Compared answer={quote} />}
        {products !== undefined && <Products answer={products} />}
        <Source answer={answer} summed={quote !== undefined} listSecond={unclear !== undefined} />
      </div>
    </details>
  );
}

/** Whether WMP's own total is known to be another one than ours: that must be seen without opening anything. */
function isOther(known: OrderKnowledge, answer: Answer): boolean {
  const reading = readingOf(known, answer)?.reading;
  return reading !== undefined && reading !== 'agrees' && reading !== 'not-comparable';
}

const readingOf = ({ printed, printedLines }: OrderKnowledge, { quote, proration }: Answer) =>
  printed && quote && readPrintedTotal(printed, printedLines, quote, proration);

type Total = NonNullable<NonNullable<Answer['quote']>['total']>;

const inShort = ({ firstCharge, perTerm }: Total, duration: Duration): string =>
  firstCharge === undefined
    ? t('price_short_recurring', moneyText(perTerm), t(`per_${duration}`))
    : t('price_short', moneyText(firstCharge), moneyText(perTerm), t(`per_${duration}`));

function Totals({ answer }: { answer: Answer }) {
  const { quote, duration, pbx } = answer;
  const total = quote?.total;
  if (total === undefined || duration === undefined) return null;
  const until = quote?.proration?.until ?? pbx?.expiration;
  return (
    <dl class="facts">
      {total.firstCharge !== undefined && until !== undefined && (
        <div>
          <dt>{t('price_first', dateText(until))}</dt>
          <dd>{moneyText(total.firstCharge)}</dd>
        </div>
      )}
      <div>
        <dt>{t('price_recurring')}</dt>
        <dd>{t('price_amount_per', moneyText(total.perTerm), t(`per_${duration}`))}</dd>
      </div>
      <div>
        <dt>{t('price_mrr')}</dt>
        <dd>{moneyText(total.perMonth)}</dd>
      </div>
      <div>
        <dt>{t('price_term_total', t(`term_${duration}`))}</dt>
        <dd>{moneyText(total.perTerm)}</dd>
      </div>
      {total.discount.amountMinor !== 0 && (
        <div>
          <dt>{t('price_discount')}</dt>
          <dd>{moneyText(negative(total.discount))}</dd>
        </div>
      )}
    </dl>
  );
}

const negative = ({ amountMinor, currency }: Money): Money => ({ amountMinor: -amountMinor, currency });

/** WMP's own total, and why it is not ours where it is not. */
function Printed({ known, answer }: { known: OrderKnowledge; answer: Answer }) {
  const { printed, recalculated } = known;
  if (printed === undefined) return <p class="muted">{t('printed_none')}</p>;
  const own = t('printed_total', moneyText(printed));
  const read = readingOf(known, answer);
  if (read === undefined) return <p>{own}</p>;
  const { reading, difference } = read;
  const late = reading === 'undiscounted' && recalculated === true ? 'undiscounted_recalculated' : undefined;
  const key = late ?? reading.replaceAll('-', '_');
  return (
    <p class={`note ${reading === 'agrees' ? 'yes' : 'unknown'}`} role="status">
      {own} {reading !== 'agrees' && difference !== undefined && t('printed_difference', moneyText(difference))}{' '}
      {t(`printed_${key}`)}
    </p>
  );
}

interface SourceProps {
  readonly answer: Answer;
  readonly summed: boolean;
  /** Something else is to be done before a price list is missed. */
  readonly listSecond: boolean;
}

/** Where the prices are from, how a part of a term is reckoned, and what is missing. */
function Source({ answer: { lines, list, proration, reasons }, summed, listSecond }: SourceProps) {
  const from = new Set(lines.map(({ source }) => source));
  const told = reasons.filter(({ code }) => code.startsWith('quote-'));
  const own = [...new Map(lines.flatMap((line) => line.reasons).map((each) => [JSON.stringify(each), each])).values()];
  const date = list?.listDate === undefined ? t('review_no_date') : dateText(list.listDate);
  return (
    <>
      {from.has('page') && <p class="muted">{t('price_from_page')}</p>}
      {from.has('list') && list !== undefined && <p class="muted">{t('price_from_list', list.name, date)}</p>}
      {from.has('list') && list?.warning !== undefined && <p class="note unknown">{reasonText(list.warning)}</p>}
      {summed && from.has('none') && from.size > 1 && <p class="note unknown">{t('price_some_missing')}</p>}
      {[...told, ...own].map((reason) => (
        <p
          key={JSON.stringify(reason)}
          class={(from.has('page') || listSecond) && reason.code === 'quote-without-list' ? 'muted' : 'note unknown'}
        >
          {reasonText(reason)}
        </p>
      ))}
      <p class="muted">{t('price_convention', t(`options_convention_${proration.convention.replaceAll('-', '_')}`))}</p>
    </>
  );
}
