import type { OverdueData } from '../../core/messages/overdue-data.ts';
import { dateText, plural, reasonText, t } from '../../platform/i18n.ts';

/** What overdue invoices mean for ordering, in sentences: what holds now, then what comes next. */
export function overdueWords({ ordering, next, due, daysOverdue }: OverdueData): string[] {
  const words = ordering.reasons.map(reasonText);
  if (words.length === 0 && ordering.verdict === 'yes') words.push(t('overdue_none'));
  const said = ordering.reasons.some(({ code }) => code === 'overdue-orders-blocked-soon');
  // Before anything is overdue, the first step of the ladder is of no use to anybody.
  if (due !== undefined && daysOverdue > 0 && next !== undefined && !(said && next.step === 'orders-blocked'))
    words.push(plural(`overdue_next_${next.step.replaceAll('-', '_')}`, next.inDays, dateText(next.date)));
  return words;
}

export function OverdueBar({ overdue }: { overdue: OverdueData }) {
  return (
    <section class="bar" aria-label={t('extension_name')}>
      <span class="brand">{t('extension_name')}</span>
      <span class={overdue.ordering.verdict === 'no' ? 'text alert' : 'text'} role="status">
        {overdueWords(overdue).join(' ')}
      </span>
    </section>
  );
}
