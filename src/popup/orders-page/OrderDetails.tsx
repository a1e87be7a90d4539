import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemovedOrder } from '../../core/messages/tracker-contract.ts';
import type { OrderRecord } from '../../core/records/order.ts';
import { agoText, dateText, instantText, reasonText, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { failureOf, useAnswer, useRepeatWhileVisible } from '../../platform/use-answer.ts';
import { askTracker } from '../orders/ask-tracker.ts';
import { stateText } from '../orders/order-state.ts';
import { Observations } from './Observations.tsx';

const RENEWED_MS = 30_000;

interface Props {
  readonly id: string;
  readonly onClose: () => void;
  /** What was deleted, so that it can be put back. Nothing where it was gone already. */
  readonly onDeleted: (removed: RemovedOrder | undefined) => void;
}

/** All that is known of one order: what was seen, its lines, and what changed when. */
export function OrderDetails({ id, onClose, onDeleted }: Props): JSX.Element {
  const [failed, setFailed] = useState('');
  const [{ value, failure }, again] = useAnswer(`order ${id}`, () => askTracker('orders.get', { id }));
  useRepeatWhileVisible(again, RENEWED_MS);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [value === undefined]);
  const found = value?.found;
  async function remove(): Promise<void> {
    try {
      onDeleted((await askTracker('orders.remove', { id })).removed);
    } catch (error) {
      setFailed(reasonText(failureOf(error)));
    }
  }
  return (
    <aside aria-labelledby="details-title" data-testid="order-details">
      <div class="pair">
        <h2 id="details-title" ref={heading} tabIndex={-1}>
          {found?.order.number ? t('orders_page_order', found.order.number) : t('orders_page_details')}
        </h2>
        <button type="button" onClick={onClose}>
          {t('orders_page_close')}
        </button>
      </div>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value && !found && <p>{reasonText({ code: 'record-not-found' })}</p>}
      {found && (
        <>
          {found.reasons.length > 0 && (
            <ul class="reasons">
              {found.reasons.map((reason) => (
                <li key={reason.code}>{reasonText(reason)}</li>
              ))}
            </ul>
          )}
          <Facts order={found.order} />
          <Lines order={found.order} />
          <Observations order={found.order} />
          <p class="buttons">
            <button type="button" class="link" onClick={remove}>
              {t('orders_page_delete')}
            </button>
          </p>
          <p role="alert" class={failed ? 'notice attention' : undefined}>
            {failed}
          </p>
        </>
      )}
    </aside>
  );
}

function Facts({ order }: { order: OrderRecord }): JSX.Element {
  const { customer, reference, pbx, duration, address, date, shipmentDate, total, statusText, seen } = order;
  const facts: readonly (readonly [words: string, value: string | undefined])[] = [
    ['order_filter_customer', customer?.name],
    ['order_filter_state', stateText(order)],
    ['orders_page_word', statusText],
    ['orders_page_reference', reference],
    ['history_pbx', pbx],
    ['order_filter_term', duration && t(`term_${duration}`)],
    ['orders_page_date', date && dateText(date)],
    ['orders_page_shipment', shipmentDate && dateText(shipmentDate)],
    ['orders_page_total', total && moneyText(total)],
    ['orders_page_address', address],
  ];
  return (
    <>
      <dl>
        {facts.map(
          ([words, value]) =>
            value !== undefined && (
              <div key={words}>
                <dt>{t(words)}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <p class="facts soft">
        <span title={instantText(seen.at)}>{t('as_of', agoText(seen.at))}</span>
        {seen.url.startsWith('https://') && (
          <a href={seen.url} target="_blank" rel="noreferrer">
            {t('open_in_wmp')}
          </a>
        )}
      </p>
    </>
  );
}

function Lines({ order: { lines, linesUnseen, cartSeen } }: { order: OrderRecord }): JSX.Element {
  return (
    <>
      <h3>{t('orders_page_lines')}</h3>
      {lines.length === 0 ? (
        <p class="soft">{t(linesUnseen ? 'orders_page_lines_unseen' : 'orders_page_no_lines')}</p>
      ) : (
        <ul>
          {lines.map(({ product, sku, quantity }, i) => (
            <li key={`${sku ?? product} ${i}`}>
              {t('orders_page_line', quantity, product)} {sku && <span class="soft">{sku}</span>}
            </li>
          ))}
        </ul>
      )}
      {cartSeen && lines.length > 0 && <p class="soft">{t('orders_page_cart_seen', instantText(cartSeen))}</p>}
    </>
  );
}
