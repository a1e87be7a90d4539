import { useState } from 'preact/hooks';
import type { Reason } from '../../../core/outcome.ts';
import { plural, reasonText, t } from '../../../platform/i18n.ts';
import { failureOf } from '../../../platform/use-answer.ts';
import { askCarts } from '../../ask-carts.ts';
import { onlyByPerson } from '../consent.ts';
import type { CartView } from './view.ts';

/** The cart of the page as a quote for the customer, on a page of the extension's own. */
export function QuotePart({ view: { lines, form, prices, currencySaid } }: { view: CartView }) {
  const [failure, setFailure] = useState<Reason>();
  if (lines === undefined) return <p class="note unknown">{t('quote_cart_unread')}</p>;
  if (lines.length === 0) return <p class="muted">{t('quote_cart_empty')}</p>;
  const { customer, pbx, duration } = form;
  const open = () =>
    askCarts('quoteDraft.open', {
      ...(customer && { customer }),
      ...(pbx && { pbx }),
      ...(duration && { duration }),
      lines: lines.map((line, i) => {
        const price = prices?.[i];
        return { ...line, ...(price && { price }) };
      }),
      ...(currencySaid && { currencySaid }),
    }).then(
      () => setFailure(undefined),
      (error) => setFailure(failureOf(error)),
    );
  return (
    <>
      <p>{t('quote_about')}</p>
      {customer === undefined && <p class="note unknown">{t('quote_no_customer')}</p>}
      {failure !== undefined && (
        <p class="note no" role="alert">
          {reasonText(failure)}
        </p>
      )}
      <div class="buttons start">
        <button type="button" class="main" onClick={onlyByPerson(() => void open())}>
          {plural('quote_open', lines.length)}
        </button>
      </div>
    </>
  );
}
