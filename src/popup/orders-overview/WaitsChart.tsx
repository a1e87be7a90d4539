import type { JSX } from 'preact';
import { type Figures, waitsOf } from '../../core/orders/figures.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { BarChart } from './BarChart.tsx';
import { LeftOut } from './LeftOut.tsx';

/** More bars than this nobody looks at; the table has the others. */
const DRAWN = 12;

export function WaitsChart({ figures }: { figures: Figures }): JSX.Element {
  const waits = waitsOf(figures);
  const drawn = waits.slice(0, DRAWN);
  return (
    <section data-testid="chart-waits">
      <h2>{t('overview_waits')}</h2>
      <p class="soft">{t('overview_waits_what')}</p>
      {waits.length === 0 ? (
        <p class="empty">{t('overview_waits_empty')}</p>
      ) : (
        <BarChart
          label={t('overview_waits')}
          bars={{
            lying: true,
            labels: drawn.map(({ name }) => name),
            values: drawn.map(({ median }) => median),
            text: daysText,
            axisText: numberText,
            whole: true,
          }}
          columns={[t('overview_product'), t('overview_median'), t('popup_orders')]}
          rows={waits.map(({ name, median, orders }) => [name, daysText(median), numberText(orders)])}
        />
      )}
      {waits.length > DRAWN && <p class="soft">{plural('overview_waits_more', waits.length - DRAWN)}</p>}
      <LeftOut counts={figures.waitLeft} />
    </section>
  );
}

const daysText = (days: number): string => plural('overview_days', days);
