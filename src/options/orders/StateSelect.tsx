import type { JSX } from 'preact';
import { ORDER_STATES, type OrderState } from '../../core/records/order.ts';
import { t } from '../../platform/i18n.ts';

interface Props {
  readonly label: string;
  readonly value: OrderState;
  readonly onChange: (state: OrderState) => void;
}

export const StateSelect = ({ label, value, onChange }: Props): JSX.Element => (
  <select
    aria-label={label}
    value={value}
    onChange={(event) => {
      const chosen = ORDER_STATES.find((state) => state === event.currentTarget.value);
      if (chosen !== undefined) onChange(chosen);
    }}
  >
    {ORDER_STATES.map((state) => (
      <option key={state} value={state}>
        {state === 'unknown' ? t('state_words_left') : t(`order_state_${state.replaceAll('-', '_')}`)}
      </option>
    ))}
  </select>
);
