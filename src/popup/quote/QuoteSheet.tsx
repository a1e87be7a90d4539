import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dateText, numberText, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { drawLogo } from './logo.ts';
import type { Look } from './look.ts';
import type { Basis, Priced } from './quote-data.ts';

export interface Sheet {
  readonly basis: Basis;
  readonly look: Look;
  readonly figures: Priced;
  readonly withPurchase: boolean;
}

/** What the customer gets: on screen as on paper. */
export function QuoteSheet({ basis: { draft }, look, figures, withPurchase }: Sheet): JSX.Element {
  const { quote, duration } = figures;
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
  return (
    <article class="sheet" data-testid="quote-sheet">
      <header class="letterhead">
        {look.logo !== undefined && <Logo logo={look.logo} />}
        {look.sender !== '' && (
          <p class="free" dir="auto">
            {look.sender}
          </p>
        )}
      </header>
      <h2>{draft.customer === undefined ? t('quote_heading') : t('quote_heading_for', draft.customer.name)}</h2>
      <p class="soft">{dateText(day)}</p>
      <dl class="facts">
        {draft.pbx !== undefined && (
          <>
            <dt>{t('label_pbx')}</dt>
            <dd>
              <bdi>{draft.pbx}</bdi>
            </dd>
          </>
        )}
        {duration !== undefined && (
          <>
            <dt>{t('quote_duration')}</dt>
            <dd>{t(`term_${duration}`)}</dd>
          </>
        )}
      </dl>
      {look.intro !== '' && (
        <p class="free" dir="auto">
          {look.intro}
        </p>
      )}
      <Lines {...{ draft, quote, duration, withPurchase }} />
      {quote?.perMonth === undefined && <p class="notice no-print">{t('quote_incomplete')}</p>}
      {look.closing !== '' && (
        <p class="free" dir="auto">
          {look.closing}
        </p>
      )}
    </article>
  );
}

type LinesProps = Pick<Priced, 'quote' | 'duration'> & Pick<Basis, 'draft'> & Pick<Sheet, 'withPurchase'>;

function Lines({ draft, quote, duration, withPurchase }: LinesProps): JSX.Element {
  const withTerm = duration !== undefined && duration !== 'P1M';
  const price = (money: Parameters<typeof moneyText>[0] | undefined) => (money === undefined ? '–' : moneyText(money));
  return (
    <div class="lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('quote_column_product')}</th>
            <th scope="col" class="number">
              {t('quote_column_quantity')}
            </th>
            <th scope="col" class="number">
              {t('quote_column_unit')}
            </th>
            <th scope="col" class="number">
              {t('quote_column_month')}
            </th>
            {withTerm && (
              <th scope="col" class="number">
                {t('quote_column_term', t(`term_${duration}`))}
              </th>
            )}
            {withPurchase && (
              <th scope="col" class="number">
                {t('quote_column_purchase')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {draft.lines.map(({ product, sku, quantity }, i) => {
            const line = quote?.lines[i];
            return (
              <tr key={`${product} ${String(i)}`}>
                <td>
                  <bdi>{product}</bdi>
                  {sku !== undefined && <span class="soft"> {sku}</span>}
                </td>
                <td class="number">{numberText(quantity)}</td>
                <td class="number">{price(line?.unit)}</td>
                <td class="number">{price(line?.perMonth)}</td>
                {withTerm && <td class="number">{price(line?.perTerm)}</td>}
                {withPurchase && <td class="number">{price(line?.purchase)}</td>}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('quote_total')}
            </th>
            <td class="number">{price(quote?.perMonth)}</td>
            {withTerm && <td class="number">{price(quote?.perTerm)}</td>}
            {withPurchase && <td class="number">{price(quote?.purchase)}</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Logo({ logo }: { logo: string }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void drawLogo(canvas.current, logo).catch(() => undefined);
  }, [logo]);
  return <canvas ref={canvas} class="logo" role="img" aria-label={t('quote_logo')} />;
}
