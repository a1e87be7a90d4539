import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CalendarDate } from '../../core/facts.ts';
import { type Move, monthOf, monthWeeks, moved } from '../../core/month.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { firstDayOfWeek } from '../../platform/week.ts';
import { dayNumber, longDate, monthText, weekdayText } from './date-words.ts';

interface DayCounts {
  readonly date: CalendarDate;
  readonly shipments: number;
  readonly expirations: number;
}

interface Props {
  readonly chosen: CalendarDate;
  readonly today: CalendarDate;
  /** `undefined` while they are asked for. */
  readonly days: readonly DayCounts[] | undefined;
  readonly onChoose: (date: CalendarDate) => void;
}

/** A month to be walked by keyboard; whichever day has the focus is chosen. */
export function MonthGrid({ chosen, today, days, onChoose }: Props): JSX.Element {
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const firstDay = firstDayOfWeek();
  const month = monthOf(chosen);
  const weeks = monthWeeks(month, firstDay);
  const counts = new Map(days?.map((day) => [day.date, day]));
  useEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>(`[data-date="${chosen}"]`)?.focus();
    byKey.current = false;
  }, [chosen]);

  const go = (move: Move): void => onChoose(moved(chosen, move, firstDay));
  function onKeyDown(event: KeyboardEvent): void {
    const move = event.ctrlKey || event.altKey || event.metaKey ? undefined : moveOf(event);
    if (move === undefined) return;
    event.preventDefault();
    byKey.current = true;
    go(move);
  }
  return (
    <div>
      <div class="month-head">
        <button type="button" aria-label={t('overview_month_before')} onClick={() => go('month-before')}>
          <span aria-hidden="true">{'‹'}</span>
        </button>
        <h2 id="month-title" aria-live="polite">
          {monthText(month)}
        </h2>
        <button type="button" aria-label={t('overview_month_after')} onClick={() => go('month-after')}>
          <span aria-hidden="true">{'›'}</span>
        </button>
        <button type="button" onClick={() => onChoose(today)}>
          {t('overview_today')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is a table. */}
      <table ref={grid} role="grid" class="month" aria-labelledby="month-title" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col" abbr={weekdayText(date, 'long')}>
                {weekdayText(date, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    data-date={date}
                    class={monthOf(date) === month ? undefined : 'other'}
                    tabIndex={date === chosen ? 0 : -1}
                    aria-current={date === today ? 'date' : undefined}
                    aria-pressed={date === chosen}
                    aria-label={dayLabel(date, counts.get(date))}
                    onClick={() => onChoose(date)}
                  >
                    <span class="day-number">{dayNumber(date)}</span>
                    <Marks counts={counts.get(date)} />
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend soft">
        <span class="mark shipment">{t('overview_shipments')}</span>
        <span class="mark expiration">{t('overview_expirations')}</span>
      </p>
    </div>
  );
}

const Marks = ({ counts }: { counts: DayCounts | undefined }): JSX.Element => (
  <>
    {counts && counts.shipments > 0 && <span class="mark shipment">{numberText(counts.shipments)}</span>}
    {counts && counts.expirations > 0 && <span class="mark expiration">{numberText(counts.expirations)}</span>}
  </>
);

const dayLabel = (date: CalendarDate, counts: DayCounts | undefined): string =>
  [
    longDate(date),
    ...(counts && counts.shipments > 0 ? [plural('overview_day_shipments', counts.shipments)] : []),
    ...(counts && counts.expirations > 0 ? [plural('overview_day_expirations', counts.expirations)] : []),
  ].join(', ');

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'week-before',
  ArrowDown: 'week-after',
  Home: 'week-start',
  End: 'week-end',
};

/** Left is before where one reads from left to right. */
function moveOf({ key, shiftKey }: KeyboardEvent): Move | undefined {
  if (key === 'PageUp') return shiftKey ? 'year-before' : 'month-before';
  if (key === 'PageDown') return shiftKey ? 'year-after' : 'month-after';
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return KEYS[key];
  return (key === 'ArrowLeft') === (document.documentElement.dir !== 'rtl') ? 'day-before' : 'day-after';
}
