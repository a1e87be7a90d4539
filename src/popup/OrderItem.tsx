import type { JSX } from 'preact';
import type { OrderRecord } from '../core/records/order.ts';
import { agoText, dateText, instantText, t } from '../platform/i18n.ts';
import { moneyText } from '../platform/money-text.ts';
import { needsAttention, stateText } from './order-state.ts';

/** One pending order. What WMP did not show is not filled in. */
export function OrderItem({ order }: { order: OrderRecord }): JSX.Element {
  const { customer, reference, number, date, total, statusText, shipmentDate, seen } = order;
  return (
    <li data-testid="order" data-order={order.id}>
      <div class="pair">
        <strong class="name">{customer ? <bdi>{customer.name}</bdi> : t('order_no_customer')}</strong>
        {total && <span class="money">{moneyText(total)}</span>}
      </div>
      <div class="pair">
        <span class="names">
          {reference && <bdi>{reference}</bdi>}
          {number ? <bdi class="number">{number}</bdi> : <span class="soft">{t('order_no_number')}</span>}
        </span>
        <span class={needsAttention(order) ? 'state attention' : 'state'}>
          {stateText(order)}
          {statusText && (
            <q class="soft">
              <bdi>{statusText}</bdi>
            </q>
          )}
        </span>
      </div>
      <p class="facts soft">
        {date && <span>{t('order_date', dateText(date))}</span>}
        {shipmentDate && <span>{t('order_shipment', dateText(shipmentDate))}</span>}
        <span title={instantText(seen.at)}>{t('as_of', agoText(seen.at))}</span>
        {seen.url.startsWith('https://') && (
          <a href={seen.url} target="_blank" rel="noreferrer">
            {t('open_in_wmp')}
          </a>
        )}
      </p>
    </li>
  );
}
