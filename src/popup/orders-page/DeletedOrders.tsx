import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemovedOrder } from '../../core/messages/tracker-contract.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { askTracker } from '../orders/ask-tracker.ts';

interface Props {
  readonly deleted: readonly RemovedOrder[];
  readonly onRestored: (id: string) => void;
}

/** Orders that were deleted on this page, each with the way back. */
export function DeletedOrders({ deleted, onRestored }: Props): JSX.Element | null {
  if (deleted.length === 0) return null;
  return (
    <ul class="deleted">
      {deleted.map((removed) => (
        <Deleted key={removed.record.id} removed={removed} onRestored={() => onRestored(removed.record.id)} />
      ))}
    </ul>
  );
}

function Deleted({ removed, onRestored }: { removed: RemovedOrder; onRestored: () => void }): JSX.Element {
  const [failure, setFailure] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone with the order.
  useEffect(() => button.current?.focus(), []);
  async function restore(): Promise<void> {
    try {
      await askTracker('orders.restore', { removed });
      onRestored();
    } catch (error) {
      setFailure(reasonText(failureOf(error)));
    }
  }
  const name = nameOf(removed);
  return (
    <li data-testid="order-deleted">
      <span role="status">{t('orders_page_deleted', name)}</span>
      <button type="button" ref={button} aria-label={t('orders_page_undo_of', name)} onClick={restore}>
        {t('orders_page_undo')}
      </button>
      {failure && (
        <p class="notice attention" role="alert">
          {failure}
        </p>
      )}
    </li>
  );
}

function nameOf({ record: { number, reference, customer } }: RemovedOrder): string {
  const parts = [customer?.name, number ?? reference].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : t('order_no_customer');
}
