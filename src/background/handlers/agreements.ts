import type { CustomerRef } from '../../core/customer.ts';
import type { CalendarDate } from '../../core/facts.ts';
import { AgreementRecord } from '../../core/records/agreement.ts';
import { agreementState } from '../../core/rules/agreement.ts';
import { log } from '../db/log.ts';
import { readable, readOne } from '../db/readable.ts';
import { read, write } from '../db/transact.ts';
import { stamped } from '../merge/stamp.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

export const state: Handler<'agreement.state'> = async ({ customers }, { today }) => {
  const rows = await read(['agreements'], async (tx) => {
    const store = tx.objectStore('agreements');
    return Promise.all(customers.map(({ key }) => store.get(key)));
  });
  const found = rows.flatMap((row) => row ?? []);
  const { records, unreadable } = readable(AgreementRecord, found);
  if (unreadable > 0) await log('records-unreadable', `agreements: ${unreadable}`);
  const byKey = new Map(records.map((record) => [record.customer.key, record]));
  return {
    states: customers.map((customer) => stateOf(customer, byKey.get(customer.key), today)),
    areaManagerMail: (await readSettings()).areaManagerMail,
  };
};

export const note: Handler<'agreement.note'> = ({ customer, signed, sent, attachment }, { at, today }) =>
  write(['agreements'], async (tx) => {
    const store = tx.objectStore('agreements');
    const before = readOne(AgreementRecord, await store.get(customer.key));
    const agreement: AgreementRecord = {
      ...stamped(customer.key, 'partner', at, before),
      customer,
      ...(signed && { signed }),
      ...(sent && { sent }),
      ...(attachment && { attachment }),
    };
    await store.put({ id: customer.key, record: agreement });
    return { agreement, state: stateOf(customer, agreement, today) };
  });

/** A note without any date is none. */
function stateOf(customer: CustomerRef, record: AgreementRecord | undefined, today: CalendarDate) {
  const { signed, sent, attachment } = record ?? {};
  const dates = { ...(signed && { signed }), ...(sent && { sent }) };
  const { verdict, reasons } = agreementState(signed || sent ? dates : undefined, today);
  return { customer, verdict, reasons: [...reasons], ...dates, ...(attachment && { attachment }) };
}
