import { undiscountedFirst } from '../../core/rules/quote/printed-total.ts';
import { t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import type { OrderKnowledge } from '../order-desk.ts';

type Answer = NonNullable<OrderKnowledge['quote']>;
const DURATIONS = ['P1M', 'P1Y', 'P5Y'] as const;

/** The same cart at each Duration: only the PBX’s own can be ordered (R2). */
export function Compared({ answer: { compared, duration } }: { answer: Answer }) {
  if (compared === undefined) return null;
  return (
    <div class="scroll">
      <table class="devices">
        <caption>{t('price_compared')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('price_duration')}</th>
            <th scope="col">{t('price_recurring')}</th>
            <th scope="col">{t('price_mrr')}</th>
            <th scope="col">{t('price_five_years')}</th>
          </tr>
        </thead>
        <tbody>
          {DURATIONS.map((each) => {
            const { total, overCompared } = compared[each];
            return (
              <tr key={each} class={each === duration ? 'chosen' : ''}>
                <th scope="row">{t(`term_${each}`)}</th>
                {total === undefined ? (
                  <td colSpan={3}>{t('review_not_known')}</td>
                ) : (
                  <>
                    <td>{moneyText(total.perTerm)}</td>
                    <td>{moneyText(total.perMonth)}</td>
                    <td>{overCompared === undefined ? t('review_not_known') : moneyText(overCompared)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** One unit of each product by itself, before any discount. */
export function Products({ answer: { quote } }: { answer: Answer }) {
  if (quote === undefined || quote.lines.every((line) => 'why' in line)) return null;
  return (
    <details>
      <summary>{t('price_products')}</summary>
      <div class="scroll">
        <table class="devices">
          <thead>
            <tr>
              <th scope="col">{t('price_product')}</th>
              <th scope="col">{t('price_first_short')}</th>
              <th scope="col">{t('price_recurring')}</th>
              <th scope="col">{t('price_mrr')}</th>
            </tr>
          </thead>
          <tbody>
            {quote.lines.map((line, i) => {
              const key = `${i} ${line.sku}`;
              if ('why' in line)
                return (
                  <tr key={key}>
                    <th scope="row" dir="auto">
                      {line.sku}
                    </th>
                    <td colSpan={3}>{t('review_not_known')}</td>
                  </tr>
                );
              const { proration } = quote;
              const one = { ...quote, lines: [line], total: line, ...(proration && { proration }) };
              const first = line.firstCharge === undefined ? undefined : undiscountedFirst(one);
              return (
                <tr key={key}>
                  <th scope="row" dir="auto">
                    {line.sku}
                  </th>
                  <td>{first === undefined ? t('review_not_known') : moneyText(first)}</td>
                  <td>{moneyText(line.listPerTerm)}</td>
                  <td>{line.discount.amountMinor === 0 ? moneyText(line.perMonth) : t('review_not_known')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
