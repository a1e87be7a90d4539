import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CalendarDate, Instant } from '../../core/facts.ts';
import { type CalendarDay, calendarFile } from '../../core/orders/calendar-file.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { type Answers, askTracker } from '../orders/ask-tracker.ts';
import { stateText } from '../orders/order-state.ts';

/** Expected shipments and expirations as a file for any calendar. */
export function CalendarButton(): JSX.Element {
  const [said, setSaid] = useState('');

  async function save(): Promise<void> {
    try {
      const answer = await askTracker('orders.calendar', {});
      const days = daysOf(answer);
      if (days.length > 0) {
        const file = calendarFile(days, new Date().toISOString() as Instant);
        saveFile('wmp-orders.ics', new Blob([file], { type: 'text/calendar;charset=utf-8' }));
      }
      const words = days.length === 0 ? t('orders_calendar_none') : plural('orders_calendar_saved', days.length);
      setSaid(answer.left ? `${words} ${t('orders_calendar_left')}` : words);
    } catch (error) {
      setSaid(reasonText(failureOf(error)));
    }
  }

  return (
    <>
      <span role="status" class="soft">
        {said}
      </span>
      <button type="button" onClick={save}>
        {t('orders_calendar')}
      </button>
    </>
  );
}

function daysOf({ orders, pbxes }: Answers<'orders.calendar'>): CalendarDay[] {
  return [
    ...orders.map((order) => ({
      uid: `order:${order.id}`,
      date: order.shipmentDate as CalendarDate,
      title: t('orders_calendar_shipment', order.customer?.name ?? order.number ?? order.reference ?? '–'),
      text: [order.number, order.reference, stateText(order), order.seen.url].filter(Boolean).join('\n'),
    })),
    ...pbxes.map(({ id, customer, name, expiration, seen }) => ({
      uid: `pbx:${id}`,
      date: expiration as CalendarDate,
      title: t('orders_calendar_expiration', customer.name, name),
      text: seen.url,
    })),
  ];
}
