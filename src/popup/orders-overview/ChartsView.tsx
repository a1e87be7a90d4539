import type { JSX } from 'preact';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { RecurringChart } from './RecurringChart.tsx';
import { StatesChart } from './StatesChart.tsx';
import { useFigures } from './use-figures.ts';
import { WaitsChart } from './WaitsChart.tsx';

/** Figures of all orders. Nothing is drawn before all of them are counted: half of the figures would be wrong figures. */
export function ChartsView(): JSX.Element {
  const { counted, figures, covers, failure } = useFigures();
  if (failure)
    return (
      <p class="notice attention" role="alert">
        {reasonText(failure)}
      </p>
    );
  if (figures === undefined || covers === undefined)
    return <p role="status">{counted === 0 ? t('popup_asking') : plural('overview_counted', counted)}</p>;
  return (
    <>
      {figures.unreadable > 0 && <p class="notice attention">{plural('overview_unreadable', figures.unreadable)}</p>}
      {figures.orders === 0 ? (
        <p class="empty">{t('overview_charts_empty')}</p>
      ) : (
        <div class="charts">
          <StatesChart figures={figures} />
          <WaitsChart figures={figures} />
          <RecurringChart figures={figures} covers={covers} />
        </div>
      )}
    </>
  );
}
