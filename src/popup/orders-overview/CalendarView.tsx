import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { CalendarDate } from '../../core/facts.ts';
import { Month, monthOf } from '../../core/month.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { askOverview } from './ask-overview.ts';
import { DayList } from './DayList.tsx';
import { longDate } from './date-words.ts';
import { MonthGrid } from './MonthGrid.tsx';

/** Expected shipments and expirations on the days of a month, the chosen day's beside it, what has no day below. */
export function CalendarView(): JSX.Element {
  const [chosen, setChosen] = useState(dateOfAddress);
  const month = chosen && monthOf(chosen);
  const [{ value, failure }] = useAnswer(`month ${month}`, () => askOverview('overview.month', month ? { month } : {}));
  useEffect(() => {
    if (chosen !== undefined) history.replaceState(null, '', `?view=orders&show=calendar&date=${chosen}`);
    else if (value !== undefined) setChosen(value.today);
  }, [chosen, value]);
  return (
    <>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value === undefined && !failure && <p role="status">{t('popup_asking')}</p>}
      {value && chosen && (
        <div class="calendar">
          <div class="month-side">
            <MonthGrid
              chosen={chosen}
              today={value.today}
              days={value.month === month ? value.days : undefined}
              onChoose={setChosen}
            />
            <Aside {...value.aside} />
          </div>
          <section aria-labelledby="day-title" data-testid="day">
            <h2 id="day-title">{longDate(chosen)}</h2>
            <DayList key={chosen} date={chosen} />
          </section>
        </div>
      )}
    </>
  );
}

/** What stands on no day: it would be forgotten otherwise. */
function Aside({ shipments, expirations, unreadable }: Record<'shipments' | 'expirations' | 'unreadable', number>) {
  const [open, setOpen] = useState(false);
  const undated = [
    ...(shipments > 0 ? [plural('overview_undated_orders', shipments)] : []),
    ...(expirations > 0 ? [plural('overview_undated_pbxes', expirations)] : []),
  ];
  if (undated.length + unreadable === 0) return null;
  return (
    <section data-testid="aside">
      <h2>{t('overview_aside')}</h2>
      {unreadable > 0 && <p class="notice attention">{plural('overview_unreadable', unreadable)}</p>}
      {undated.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{new Intl.ListFormat(document.documentElement.lang).format(undated)}</summary>
          {open && <DayList date={undefined} />}
        </details>
      )}
    </section>
  );
}

/** The day that the address names, so that Back leads to it. */
function dateOfAddress(): CalendarDate | undefined {
  const date = v.safeParse(CalendarDate, new URLSearchParams(location.search).get('date'));
  return date.success && v.is(Month, monthOf(date.output)) ? date.output : undefined;
}
