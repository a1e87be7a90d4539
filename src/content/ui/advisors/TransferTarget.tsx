import { useState } from 'preact/hooks';
import type { CustomerRef } from '../../../core/customer.ts';
import { reasonText, t } from '../../../platform/i18n.ts';
import { ask } from '../../../platform/send.ts';
import { askMemory } from '../../ask-memory.ts';
import { useFresh } from '../fresh-answer.ts';

export interface Target {
  readonly customer: CustomerRef;
  readonly pbx: string;
}

interface Props {
  /** Whose page it is. */
  readonly customer: CustomerRef;
  onChoose(target: Target | undefined): void;
}

/** The other PBX may belong to any customer (R9): whoever's PBXes are remembered. */
export function TransferTarget({ customer, onChoose }: Props) {
  const [key, setKey] = useState(customer.key);
  const [pbx, setPbx] = useState('');
  const customers = useFresh('customers', () => askMemory('customers.remembered', {}));
  const others = (customers?.value?.customers ?? []).filter((other) => other.customer.key !== customer.key);
  const mine = customers?.value?.customers.find((other) => other.customer.key === customer.key);
  const chosen = key === customer.key ? customer : others.find((other) => other.customer.key === key)?.customer;
  const level = (key === customer.key ? mine : others.find((other) => other.customer.key === key))?.level;
  const known = useFresh(`pbxes ${chosen?.key}`, () =>
    chosen === undefined ? Promise.resolve({ pbxes: [] }) : ask('pbxes.remembered', { customer: chosen }),
  );
  const names = [...new Set((known?.value?.pbxes ?? []).map(({ name }) => name))];
  const failure = customers?.failure ?? known?.failure;
  return (
    <>
      <label>
        {t('transfer_to_customer')}
        <select
          value={key}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setPbx('');
            onChoose(undefined);
          }}
        >
          <option value={customer.key}>{t('transfer_this_customer', customer.name)}</option>
          {others.map((other) => (
            <option key={other.customer.key} value={other.customer.key}>
              {other.customer.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('transfer_to')}
        <select
          value={pbx}
          disabled={names.length === 0}
          onChange={(event) => {
            const name = event.currentTarget.value;
            setPbx(name);
            onChoose(name === '' || chosen === undefined ? undefined : { customer: chosen, pbx: name });
          }}
        >
          <option value="">{t('transfer_choose')}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {failure !== undefined && <p class="note no">{reasonText(failure)}</p>}
      {known?.value !== undefined && names.length === 0 && (
        <p class="note unknown">{t(level === 'unclear' ? 'transfer_unclear' : 'transfer_no_pbxes')}</p>
      )}
    </>
  );
}
