import type { JSX } from 'preact';
import { reasonText, seenText, t } from '../platform/i18n.ts';
import { useAnswer } from '../platform/use-answer.ts';
import { askMemory } from './ask-memory.ts';

/** What the invoices of Account Balance mean for ordering (R7). Nothing where none has been seen: that is no news. */
export function InvoicesRemembered(): JSX.Element | null {
  const [{ value, failure }] = useAnswer('invoices', () => askMemory('invoices.remembered', {}));
  if (failure)
    return (
      <p class="notice attention" role="alert">
        {reasonText(failure)}
      </p>
    );
  if (value?.seen === undefined) return null;
  const { verdict, reasons } = value.overdue.ordering;
  return (
    <div data-testid="invoices">
      <h3>{t('popup_invoices')}</h3>
      <p class={verdict === 'no' ? 'state attention' : undefined}>
        {reasons.length === 0 ? t('overdue_none') : reasons.map(reasonText).join(' ')}
      </p>
      <p class="facts soft">{seenText(value.seen.at, value.ageDays ?? 0, 'account-balance')}</p>
    </div>
  );
}
