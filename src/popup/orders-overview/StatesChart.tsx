import type { JSX } from 'preact';
import type { Figures } from '../../core/orders/figures.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { BarChart } from './BarChart.tsx';

export function StatesChart({ figures: { states, notPlaced } }: { figures: Figures }): JSX.Element {
  const labels = states.map(({ of }) => t(`order_state_${of.replaceAll('-', '_')}`));
  return (
    <section data-testid="chart-states">
      <h2>{t('overview_states')}</h2>
      {states.length === 0 ? (
        <p class="empty">{t('overview_states_empty')}</p>
      ) : (
        <BarChart
          label={t('overview_states')}
          bars={{
            lying: true,
            labels,
            values: states.map(({ count }) => count),
            text: (value) => plural('orders_page_found', value),
            axisText: numberText,
            whole: true,
          }}
          columns={[t('order_filter_state'), t('popup_orders')]}
          rows={states.map(({ count }, i) => [labels[i] ?? '', numberText(count)])}
        />
      )}
      {notPlaced > 0 && <p class="soft">{plural('overview_not_placed', notPlaced)}</p>}
    </section>
  );
}
