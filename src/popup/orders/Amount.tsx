import type { JSX } from 'preact';
import type { Money } from '../../core/facts.ts';
import { t } from '../../platform/i18n.ts';
import { amountText } from '../../platform/money-text.ts';

/** An amount of WMP's, marked as an estimate where its currency is the partner's setting. */
export function Amount({ money }: { money: Money }): JSX.Element {
  return (
    <>
      {amountText(money)}
      {money.currencySaid && (
        <>
          {' '}
          <abbr class="estimate" title={t('money_currency_said_why', money.currency)}>
            {t('price_estimate')}
          </abbr>
        </>
      )}
    </>
  );
}
