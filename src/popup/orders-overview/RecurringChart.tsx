import type { JSX } from 'preact';
import { type Figures, type RecurringSeries, recurringSeries, type TotalCovers } from '../../core/orders/figures.ts';
import { language, numberText, plural, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { BarChart } from './BarChart.tsx';
import { monthText, shortMonth } from './date-words.ts';
import { LeftOut } from './LeftOut.tsx';

const MONTHS = 24;

/** One chart for each currency: amounts of several are never added up. */
export function RecurringChart({ figures, covers }: { figures: Figures; covers: TotalCovers }): JSX.Element {
  const series = recurringSeries(figures, MONTHS);
  return (
    <section data-testid="chart-recurring">
      <h2>{t('overview_recurring')}</h2>
      <p class="soft">{t('overview_recurring_what')}</p>
      {series.length === 0 ? (
        <p class="empty">{t('overview_recurring_empty')}</p>
      ) : (
        <p class="notice">{t('overview_recurring_estimate', t(`options_page_price_${covers}`))}</p>
      )}
      {series.map((one) => (
        <CurrencyChart key={one.currency} series={one} />
      ))}
      <LeftOut counts={figures.recurringLeft} />
    </section>
  );
}

function CurrencyChart({ series: { currency, months, before } }: { series: RecurringSeries }): JSX.Element {
  const text = (amountMinor: number): string => moneyText({ amountMinor, currency });
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency, notation: 'compact' });
  const scale =
    10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);
  const labels = months.map(({ month }) => shortMonth(month));
  const axisText = (amountMinor: number): string => format.format(amountMinor / scale);
  const bars = (values: readonly number[]) => ({ lying: false, labels, values, text, axisText, whole: false });
  const running = months.flatMap(({ runningMinor }) => runningMinor ?? []);
  return (
    <>
      <h3>{t('overview_recurring_in', currency)}</h3>
      <BarChart
        label={t('overview_recurring_in', currency)}
        bars={bars(months.map(({ amountMinor }) => amountMinor))}
        columns={[t('overview_month'), t('overview_per_month'), t('popup_orders')]}
        rows={months.map(({ month, amountMinor, orders }) => [monthText(month), text(amountMinor), numberText(orders)])}
      />
      {before.orders > 0 && (
        <p class="soft">{plural('overview_recurring_before', before.orders, text(before.amountMinor))}</p>
      )}
      {running.length === months.length && (
        <>
          <h3>{t('overview_running_in', currency)}</h3>
          <p class="soft">{t('overview_running_what')}</p>
          <BarChart
            label={t('overview_running_in', currency)}
            bars={bars(running)}
            columns={[t('overview_month'), t('overview_running')]}
            rows={months.map(({ month }, i) => [monthText(month), text(running[i] ?? 0)])}
          />
        </>
      )}
    </>
  );
}
