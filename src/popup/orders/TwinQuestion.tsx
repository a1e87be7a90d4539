import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OrderRecord } from '../../core/records/order.ts';
import { dateText, reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { askTracker } from './ask-tracker.ts';

interface Props {
  readonly order: OrderRecord;
  readonly twin: OrderRecord;
  readonly onChanged: () => void;
}

/** An order noted at checkout may be one that Orders lists: only the partner knows. */
export function TwinQuestion({ order, twin, onChanged }: Props): JSX.Element {
  const [failure, setFailure] = useState('');

  async function answer(name: 'orders.join' | 'orders.part'): Promise<void> {
    try {
      await askTracker(name, { id: order.id, listed: twin.id });
      onChanged();
    } catch (error) {
      setFailure(reasonText(failureOf(error)));
    }
  }

  const isNamed = (order.reference ?? '') !== '';
  const name = twin.number ?? twin.reference ?? '';
  return (
    <div class="question" data-testid="twin">
      <p>
        {twin.date
          ? t(isNamed ? 'order_twin_of' : 'order_twin_unnamed', name, dateText(twin.date))
          : t('order_twin', name)}
      </p>
      <div class="buttons">
        <button type="button" onClick={() => answer('orders.join')}>
          {t('order_twin_same')}
        </button>
        <button type="button" onClick={() => answer('orders.part')}>
          {t('order_twin_other')}
        </button>
      </div>
      {failure && (
        <p class="notice attention" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
