import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CalendarDate } from '../../core/facts.ts';
import { DAY_PART } from '../../core/messages/overview-contract.ts';
import type { OrderRecord } from '../../core/records/order.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { stateText } from '../orders/order-state.ts';
import { askOverview } from './ask-overview.ts';

type Day = CalendarDate | undefined;

/** What stands on a day, or has none: a hundred at first, more when asked for. */
export function DayList({ date }: { date: Day }): JSX.Element {
  const [parts, setParts] = useState(1);
  const [total, setTotal] = useState(0);
  return (
    <>
      {Array.from({ length: parts }, (_, i) => (
        <DayPart key={i} date={date} skip={i * DAY_PART} onTotal={setTotal} />
      ))}
      {total > parts * DAY_PART && (
        <p class="more">
          <button type="button" onClick={() => setParts(parts + 1)}>
            {plural('overview_more', total - parts * DAY_PART)}
          </button>
        </p>
      )}
    </>
  );
}

function DayPart({ date, skip, onTotal }: { date: Day; skip: number; onTotal: (total: number) => void }): JSX.Element {
  const [{ value, failure }] = useAnswer(`day ${date} ${skip}`, () =>
    askOverview('overview.day', { skip, limit: DAY_PART, ...(date && { date }) }),
  );
  useEffect(() => {
    if (value) onTotal(value.total);
  }, [value]);
  if (failure)
    return (
      <p class="notice attention" role="alert">
        {reasonText(failure)}
      </p>
    );
  if (value === undefined) return <p class="soft">{t('popup_asking')}</p>;
  return (
    <>
      {value.total + value.unreadable === 0 && <p class="soft">{t('overview_day_empty')}</p>}
      {/* Those without a day are counted above the list already. */}
      {date && value.unreadable > 0 && (
        <p class="notice attention">{plural('overview_unreadable', value.unreadable)}</p>
      )}
      <ul class="rows">
        {value.pbxes.map((pbx) => (
          <PbxEntry key={pbx.id} pbx={pbx} />
        ))}
        {value.orders.map((order) => (
          <OrderEntry key={order.id} order={order} />
        ))}
      </ul>
    </>
  );
}

const PbxEntry = ({ pbx: { customer, name, seen } }: { pbx: PbxRecord }): JSX.Element => (
  <li data-testid="expiration">
    <span class="mark expiration">{t('overview_expiration')}</span>
    <span class="name">
      {seen.url.startsWith('https://') ? (
        <a href={seen.url} target="_blank" rel="noreferrer">
          <bdi>{customer.name}</bdi>
        </a>
      ) : (
        <bdi>{customer.name}</bdi>
      )}
    </span>
    <span class="facts">
      <bdi>{name}</bdi>
    </span>
  </li>
);

const OrderEntry = ({ order }: { order: OrderRecord }): JSX.Element => (
  <li data-testid="shipment">
    <span class="mark shipment">{t('overview_shipment')}</span>
    <span class="name">
      <a href={`index.html?view=orders&order=${encodeURIComponent(order.id)}`}>
        {order.customer ? <bdi>{order.customer.name}</bdi> : t('order_no_customer')}
      </a>
    </span>
    <span class="facts">
      {order.number && <bdi class="number">{order.number}</bdi>}
      {order.reference && <bdi>{order.reference}</bdi>}
      <span class="state">
        {stateText(order)}
        {order.state === 'unknown' && order.statusText && (
          <q>
            <bdi>{order.statusText}</bdi>
          </q>
        )}
      </span>
    </span>
  </li>
);
