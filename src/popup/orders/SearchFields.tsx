import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { OrderFilter } from '../../core/orders/search.ts';
import { ORDER_STATES } from '../../core/records/order.ts';
import { t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { askTracker } from './ask-tracker.ts';

interface Props {
  readonly filter: OrderFilter;
  readonly onChange: (filter: OrderFilter) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** What the list of orders is narrowed by: text as it is typed, and three choices that are folded away. */
export function SearchFields({ filter, onChange, field }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <search>
      <input
        ref={field}
        type="search"
        aria-label={t('order_search')}
        placeholder={t('order_search_hint')}
        aria-keyshortcuts="/"
        value={filter.text ?? ''}
        onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('order_filter')}</summary>
        {open && <Choices filter={filter} onChange={onChange} />}
      </details>
    </search>
  );
}

function Choices({ filter, onChange }: Omit<Props, 'field'>): JSX.Element {
  const [{ value }] = useAnswer('customers of orders', () => askTracker('orders.customers', {}));
  return (
    <div class="choices">
      <Choice
        label={t('order_filter_state')}
        value={filter.state}
        options={ORDER_STATES.map((state) => [state, t(`order_state_${state.replaceAll('-', '_')}`)])}
        onChange={(chosen) => onChange({ ...filter, state: ORDER_STATES.find((state) => state === chosen) })}
      />
      <Choice
        label={t('order_filter_customer')}
        value={filter.customer}
        options={(value?.customers ?? []).map(({ key, name }) => [key, name])}
        onChange={(customer) => onChange({ ...filter, customer })}
      />
      <Choice
        label={t('order_filter_term')}
        value={filter.term}
        options={['P1M', 'P1Y', 'P5Y'].map((term) => [term, t(`term_${term}`)])}
        onChange={(term) => onChange({ ...filter, term })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string | undefined) => void;
}

const Choice = ({ label, value, options, onChange }: ChoiceProps): JSX.Element => (
  <label>
    <span>{label}</span>
    <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
      <option value="">{t('order_filter_all')}</option>
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  </label>
);
