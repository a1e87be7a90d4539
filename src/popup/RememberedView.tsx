import type { JSX } from 'preact';
import { customerRef } from '../core/customer.ts';
import { reasonText, seenText, t } from '../platform/i18n.ts';
import { useAnswer } from '../platform/use-answer.ts';
import { askMemory } from './ask-memory.ts';
import { CustomersRemembered } from './CustomersRemembered.tsx';
import { InvoicesRemembered } from './InvoicesRemembered.tsx';
import { PbxItem } from './PbxItem.tsx';

/** What is remembered of the customer that the tab shows; of nobody where it does not say whose it is. */
export function RememberedView({ customer: name }: { customer: string | null | undefined }): JSX.Element {
  const customer = customerRef(name ?? '');
  return (
    <section aria-labelledby="remembered-title" data-testid="remembered">
      <h2 id="remembered-title">{t('popup_remembered')}</h2>
      {customer && <CustomerFacts key={customer.key} customer={customer} />}
      <InvoicesRemembered />
      <CustomersRemembered />
    </section>
  );
}

function CustomerFacts({ customer }: { customer: { key: string; name: string } }): JSX.Element {
  const [{ value, failure }] = useAnswer(`facts ${customer.key}`, () => askMemory('customer.facts', { customer }));
  return (
    <div data-testid="customer-facts">
      <h3>
        <bdi>{customer.name}</bdi>
      </h3>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value && <p class={value.level === 'all' ? 'soft' : 'soft level'}>{t(`popup_level_${value.level}`)}</p>}
      {value && value.pbxes.length > 0 && (
        <ul class="rows">
          {value.pbxes.map(({ record, contradictory, ageDays }) => (
            <PbxItem
              key={record.id}
              pbx={record}
              contradictory={contradictory}
              seen={seenText(record.seen.at, ageDays, 'pbxes')}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
