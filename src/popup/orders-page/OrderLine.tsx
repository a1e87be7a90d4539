import type { JSX } from 'preact';
import type { TrackedOrder } from '../../core/messages/tracker-contract.ts';
import { dateText, t } from '../../platform/i18n.ts';
import { Amount } from '../orders/Amount.tsx';
import { stateText } from '../orders/order-state.ts';

interface Props {
  readonly index: number;
  readonly tracked: TrackedOrder | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One row of the table. What WMP did not show is left empty. */
export function OrderLine({ index, tracked, chosen, onChoose }: Props): JSX.Element {
  if (tracked === undefined)
    return (
      <tr aria-rowindex={index + 2}>
        <td colSpan={8} class="soft">
          {t('popup_asking')}
        </td>
      </tr>
    );
  const { order, group } = tracked;
  const { id, date, customer, reference, number, statusText, shipmentDate, total, seen } = order;
  const isChosen = id === chosen;
  return (
    <tr aria-rowindex={index + 2} class={isChosen ? 'chosen' : undefined} data-order={id}>
      <td>{date && dateText(date)}</td>
      <td>
        <button type="button" class="link" aria-expanded={isChosen} onClick={() => onChoose(id)}>
          {customer ? <bdi>{customer.name}</bdi> : t('order_no_customer')}
        </button>
      </td>
      <td>{reference && <bdi>{reference}</bdi>}</td>
      <td>{number && <bdi class="number">{number}</bdi>}</td>
      <td>
        <span class={group === 'needs-you' ? 'state attention' : 'state'} title={statusText}>
          {stateText(order)}
        </span>
      </td>
      <td>{shipmentDate && dateText(shipmentDate)}</td>
      <td class="money">{total && <Amount money={total} />}</td>
      <td>
        {seen.url.startsWith('https://') && (
          <a
            href={seen.url}
            target="_blank"
            rel="noreferrer"
            aria-label={t('orders_page_row_open', number ?? reference ?? customer?.name ?? '')}
          >
            {t('orders_page_open_short')}
          </a>
        )}
      </td>
    </tr>
  );
}
