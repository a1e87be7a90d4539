import type { JSX } from 'preact';
import { daysText, plural, reasonText, t } from '../platform/i18n.ts';
import { useAnswer } from '../platform/use-answer.ts';
import { askMemory } from './ask-memory.ts';

/** Everybody of whom something is remembered, with how much. */
export function CustomersRemembered(): JSX.Element | null {
  const [{ value, failure }] = useAnswer('customers', () => askMemory('customers.remembered', {}));
  if (failure)
    return (
      <p class="notice attention" role="alert">
        {reasonText(failure)}
      </p>
    );
  if (value === undefined || value.customers.length === 0) return null;
  return (
    <details data-testid="customers">
      <summary>{plural('popup_customers', value.customers.length)}</summary>
      <ul class="rows">
        {value.customers.map(({ customer, level, pbxes, ageDays }) => (
          <li key={customer.key}>
            <div class="pair">
              <bdi>{customer.name}</bdi>
              <span class="soft">{plural(`popup_short_${level}`, pbxes)}</span>
            </div>
            <p class="facts soft">{t('as_of', daysText(ageDays))}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
