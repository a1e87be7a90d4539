import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  MOST_COUNTED,
  type OrderPlace,
  type ShownGroup,
  type TrackedOrder,
} from '../../core/messages/tracker-contract.ts';
import { numberText, reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { type Answers, askTracker } from './ask-tracker.ts';
import { OrderItem } from './OrderItem.tsx';

const MORE = 50;

interface Props {
  readonly group: ShownGroup;
  readonly part: Answers<'orders.overview'>['groups'][ShownGroup];
  readonly onChanged: () => void;
}

/** One group of orders, as far as it was asked for. Nothing where it has none. */
export function GroupList({ group, part, onChanged }: Props): JSX.Element | null {
  const [extra, setExtra] = useState<{ orders: readonly TrackedOrder[]; next: OrderPlace | undefined }>();
  const [failure, setFailure] = useState('');
  if (part.count === 0) return null;
  const first = new Set(part.orders.map(({ order }) => order.id));
  const shown = [...part.orders, ...(extra?.orders ?? []).filter(({ order }) => !first.has(order.id))];
  const next = extra === undefined ? part.next : extra.next;

  async function showMore(after: OrderPlace): Promise<void> {
    try {
      const answer = await askTracker('orders.more', { group, after, limit: MORE });
      setExtra({ orders: [...(extra?.orders ?? []), ...answer.orders], next: answer.next });
      setFailure('');
    } catch (error) {
      setFailure(reasonText(failureOf(error)));
    }
  }

  const key = group.replaceAll('-', '_');
  return (
    <div data-testid={`group-${group}`}>
      <h3 class={group === 'needs-you' ? 'attention' : undefined}>
        {t(`order_group_${key}`)}
        <span class="count">
          {part.count < MOST_COUNTED ? numberText(part.count) : t('order_count_more', numberText(MOST_COUNTED - 1))}
        </span>
      </h3>
      <ol class="rows">
        {shown.map((tracked) => (
          <OrderItem key={tracked.order.id} tracked={tracked} onChanged={onChanged} />
        ))}
      </ol>
      {failure && (
        <p class="notice attention" role="alert">
          {failure}
        </p>
      )}
      {next && (
        <p class="more soft">
          <button type="button" onClick={() => showMore(next)}>
            {t('popup_show_more')}
          </button>
        </p>
      )}
    </div>
  );
}
