import type { JSX } from 'preact';
import type { OrderRecord } from '../../core/records/order.ts';
import { dateText, instantText, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';

type Change = OrderRecord['history'][number];

/** What changed when, newest first, and when it was first heard of. */
export function Observations({ order: { history, firstSeen } }: { order: OrderRecord }): JSX.Element {
  return (
    <>
      <h3>{t('orders_page_observed')}</h3>
      <ol class="observed" data-testid="observations">
        {history.toReversed().map((change, i) => (
          <li key={`${change.at} ${change.field} ${i}`}>
            <time dateTime={change.at}>{instantText(change.at)}</time>
            <span>{changeText(change)}</span>
          </li>
        ))}
        {firstSeen && (
          <li>
            <time dateTime={firstSeen}>{instantText(firstSeen)}</time>
            <span>{t('orders_page_first')}</span>
          </li>
        )}
      </ol>
    </>
  );
}

function changeText({ field, from, to }: Change): string {
  if (field === 'shown') return t(to === 'no' ? 'orders_page_hidden' : 'orders_page_shown');
  const [before, after] = [valueText(field, from), valueText(field, to)];
  const name = t(`orders_page_field_${field}`);
  return before === undefined
    ? t('orders_page_became', name, after ?? '–')
    : t('orders_page_changed', name, before, after ?? '–');
}

/** As it was stored, in words. */
function valueText(field: Change['field'], value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (field === 'state') return t(`order_state_${value.replaceAll('-', '_')}`);
  if (field === 'shipmentDate') return dateText(value);
  const [amount = '', currency = '', said] = value.split(' ');
  return field === 'total' && /^[A-Z]{3}$/.test(currency)
    ? moneyText({ amountMinor: Number(amount), currency, ...(said && { currencySaid: true }) })
    : value;
}
