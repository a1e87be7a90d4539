import type { JSX } from 'preact';
import type { TrackedOrder } from '../../core/messages/tracker-contract.ts';
import { agoText, dateText, daysText, instantText, reasonText, t } from '../../platform/i18n.ts';
import { Amount } from './Amount.tsx';
import { stateText } from './order-state.ts';
import { TwinQuestion } from './TwinQuestion.tsx';

interface Props {
  readonly tracked: TrackedOrder;
  /** Called when an answer of the partner's changed something. */
  readonly onChanged: () => void;
}

/** One order as it stands today. What WMP did not show is not filled in. */
export function OrderItem({ tracked: { order, group, reasons, twins, ageDays }, onChanged }: Props): JSX.Element {
  // What the state says already is not said twice.
  const why = reasons.filter(({ code }) => code !== 'order-backordered');
  const { customer, reference, number, date, total, statusText, shipmentDate, seen } = order;
  return (
    <li data-testid="order" data-order={order.id} data-row tabIndex={-1}>
      <div class="pair">
        <strong class="name">{customer ? <bdi>{customer.name}</bdi> : t('order_no_customer')}</strong>
        {total && (
          <span class="money">
            <Amount money={total} />
          </span>
        )}
      </div>
      <div class="pair">
        <span class="names">
          {reference && <bdi>{reference}</bdi>}
          {number ? <bdi class="number">{number}</bdi> : <span class="soft">{t('order_no_number')}</span>}
        </span>
        <span class={group === 'needs-you' ? 'state attention' : 'state'}>
          {stateText(order)}
          {statusText && (
            <q class="soft">
              <bdi>{statusText}</bdi>
            </q>
          )}
        </span>
      </div>
      {why.length > 0 && (
        <ul class="reasons">
          {why.map((reason) => (
            <li key={reason.code}>{reasonText(reason)}</li>
          ))}
        </ul>
      )}
      {twins.map((twin) => (
        <TwinQuestion key={twin.id} order={order} twin={twin} onChanged={onChanged} />
      ))}
      <p class="facts soft">
        {date && ageDays !== undefined && (
          <span title={dateText(date)}>{t('order_age', dateText(date), daysText(ageDays))}</span>
        )}
        {shipmentDate && <span>{t(shipmentKey(order.state), dateText(shipmentDate))}</span>}
        <span title={instantText(seen.at)}>{t('as_of', agoText(seen.at))}</span>
        <a href={`index.html?view=orders&order=${encodeURIComponent(order.id)}`} target="_blank" rel="noreferrer">
          {t('orders_page_details')}
        </a>
        {seen.url.startsWith('https://') && (
          <a href={seen.url} target="_blank" rel="noreferrer" data-open>
            {t('open_in_wmp')}
          </a>
        )}
      </p>
    </li>
  );
}

/** Once shipped, the column holds the day on which it was. */
const shipmentKey = (state: string): string =>
  state === 'shipped' || state === 'delivered' ? 'order_shipped' : 'order_shipment';
