import type { JSX } from 'preact';
import type { HistoryFilter } from '../../core/messages/history-contract.ts';
import { t } from '../../platform/i18n.ts';

interface Props {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

const STATES = ['all', 'open', 'settled'] as const;

export const FilterFields = ({ filter, onChange }: Props): JSX.Element => (
  <search class="filter">
    <label>
      <span>{t('history_customer')}</span>
      <input
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={filter.customer ?? ''}
        onInput={(event) => onChange({ ...filter, customer: event.currentTarget.value })}
      />
    </label>
    <label>
      <span>{t('history_state')}</span>
      <select
        value={filter.state}
        onChange={(event) => {
          const state = STATES.find((one) => one === event.currentTarget.value);
          if (state !== undefined) onChange({ ...filter, state });
        }}
      >
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`history_state_${state}`)}
          </option>
        ))}
      </select>
    </label>
  </search>
);
