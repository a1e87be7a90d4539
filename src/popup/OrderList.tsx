import type { JSX } from 'preact';
import type { Response } from '../core/messages/contract.ts';
import { plural, reasonText, t } from '../platform/i18n.ts';
import type { Answer } from '../platform/use-answer.ts';
import { OrderItem } from './OrderItem.tsx';

interface Props {
  readonly answer: Answer<Response<'orders.pending'>>;
  /** Shows the rest, where there is more that can be shown. */
  readonly onMore: (() => void) | undefined;
}

/** Pending orders, oldest first. Where they cannot be had, that is said, and no empty list stands in for them. */
export function OrderList({ answer: { value, failure }, onMore }: Props): JSX.Element {
  return (
    <section aria-labelledby="orders-title" data-testid="orders">
      <h2 id="orders-title">
        {t('popup_orders')}
        {value && value.total > 0 && <span class="count">{value.total}</span>}
      </h2>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value && value.unreadable > 0 && (
        <p class="notice attention" role="alert">
          {plural('popup_unreadable', value.unreadable)}
        </p>
      )}
      {value === undefined && !failure && <p class="soft">{t('popup_asking')}</p>}
      {value?.total === 0 && <Empty />}
      {value && value.orders.length > 0 && (
        <ol class="rows">
          {value.orders.map((order) => (
            <OrderItem key={order.id} order={order} />
          ))}
        </ol>
      )}
      {value && value.orders.length + value.unreadable < value.total && (
        <p class="more soft">
          {t('popup_shown_of', value.orders.length, value.total)}
          {onMore && (
            <button type="button" onClick={onMore}>
              {t('popup_show_more')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

const Empty = (): JSX.Element => (
  <div class="empty" data-testid="orders-empty">
    <p>{t('popup_empty')}</p>
    <p class="soft">{t('popup_empty_how')}</p>
  </div>
);
