import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ORDER_STATES, type OrderState } from '../../core/records/order.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { askTracker } from './ask-tracker.ts';

interface Props {
  readonly word: string;
  readonly onChanged: () => void;
}

/** A status word that nobody knows: asked about once, whatever the answer is. */
export function WordQuestion({ word, onChanged }: Props): JSX.Element {
  const [state, setState] = useState<OrderState>('unknown');
  const [failure, setFailure] = useState('');

  async function keep(chosen: OrderState): Promise<void> {
    try {
      await askTracker('states.set', { word, state: chosen });
      onChanged();
    } catch (error) {
      setFailure(reasonText(failureOf(error)));
    }
  }

  return (
    <div class="question" data-testid="word-question">
      <label>
        <span>{t('order_word_question', word)}</span>
        <select
          value={state}
          onChange={(event) => setState(ORDER_STATES.find((one) => one === event.currentTarget.value) ?? 'unknown')}
        >
          <option value="unknown">{t('order_word_choose')}</option>
          {ORDER_STATES.filter((one) => one !== 'unknown').map((one) => (
            <option key={one} value={one}>
              {t(`order_state_${one.replaceAll('-', '_')}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="buttons">
        <button type="button" class="primary" disabled={state === 'unknown'} onClick={() => keep(state)}>
          {t('order_word_keep')}
        </button>
        <button type="button" onClick={() => keep('unknown')}>
          {t('order_word_leave')}
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
