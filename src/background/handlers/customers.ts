import type { CustomerRef } from '../../core/customer.ts';
import { CUSTOMERS_CHANGED } from '../../core/messages/memory-contract.ts';
import { CustomerRecord } from '../../core/records/customer.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { ageInDays } from '../../core/rules/age.ts';
import { indexPbxes, pbxKey } from '../../core/rules/pbx.ts';
import { dayOf } from '../clock.ts';
import { readable } from '../db/readable.ts';
import type { PbxRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
import { mergeRemembered } from '../merge/remembered.ts';
import { tellPages } from '../tell-pages.ts';
import type { Handler } from './handler.ts';
import { pbxesOf } from './pbxes.ts';

interface Listed {
  readonly customer: CustomerRef;
  readonly namesakes: boolean;
}

/** A name that a list shows twice is two customers; a partial list that shows it once says nothing against that. */
function listed(customers: readonly CustomerRef[], complete: boolean, known: ReadonlyMap<string, CustomerRecord>) {
  const facts = new Map<string, Listed>();
  for (const customer of customers) {
    const before = !complete && known.get(customer.key)?.namesakes === true;
    facts.set(customer.key, { customer, namesakes: before || facts.has(customer.key) });
  }
  return facts;
}

export const seen: Handler<'customers.seen'> = async ({ customers, complete, url }, { at }) => {
  const { stored, renamed } = await write(
    ['customers'],
    async (tx) => {
      const store = tx.objectStore('customers');
      const rows = await store.getAll();
      const { records } = readable(CustomerRecord, rows);
      const known = new Map(records.map((record) => [record.id, record]));
      const facts = listed(customers, complete, known);
      const change = mergeRemembered<Listed, CustomerRecord>(records, { facts, complete, seen: { at, url } });
      const put = change.put.filter(({ id }) => known.has(id) || !rows.some((row) => row.id === id));
      await Promise.all([
        ...change.remove.map((id) => store.delete(id)),
        ...put.map((record) => store.put({ id: record.id, record })),
      ]);
      const renamed = change.remove.length > 0 || put.some(({ id }) => !known.has(id));
      return { stored: put.length, renamed };
    },
    'relaxed',
  );
  if (renamed) await tellPages(CUSTOMERS_CHANGED, at);
  return { stored };
};

/** Everybody on the Customers list, and everybody whose PBXes were seen without it. */
export const remembered: Handler<'customers.remembered'> = async (_, { today }) => {
  const [customerRows, pbxRows] = await read(['customers', 'pbxes'], (tx) =>
    Promise.all([tx.objectStore('customers').getAll(), tx.objectStore('pbxes').getAll()]),
  );
  const listedOnes = readable(CustomerRecord, customerRows);
  const byCustomer = new Map<string, PbxRow[]>();
  for (const row of pbxRows) byCustomer.set(row.customer, [...(byCustomer.get(row.customer) ?? []), row]);
  const known = new Map(listedOnes.records.map((record) => [record.customer.key, record]));
  const keys = new Set([...known.keys(), ...byCustomer.keys()]);
  const customers = [...keys].flatMap((key) => {
    const rows = byCustomer.get(key) ?? [];
    const { records } = readable(PbxRecord, rows);
    const record = known.get(key);
    const customer = record?.customer ?? records[0]?.customer;
    if (customer === undefined) return [];
    const sights =
      records.length > 0 ? records.map(({ seen: { at } }) => at) : record === undefined ? [] : [record.seen.at];
    const level =
      record?.namesakes === true
        ? ('unclear' as const)
        : records.length === 0
          ? ('none' as const)
          : rows.every((row) => row.complete === 1)
            ? ('all' as const)
            : ('some' as const);
    const ages = sights.map((at) => ageInDays(dayOf(at), today));
    return [{ customer, level, pbxes: records.length, ageDays: Math.max(0, ...ages) }];
  });
  return {
    customers: customers.sort((a, b) => (a.customer.key < b.customer.key ? -1 : 1)),
    unreadable: listedOnes.unreadable,
  };
};

/** A record that cannot be read says nothing of whose it is. */
export const known: Handler<'customers.known'> = async ({ customers }) => {
  const [listedRows, pbxRows] = await read(['customers', 'pbxes'], (tx) =>
    Promise.all([tx.objectStore('customers').getAll(), tx.objectStore('pbxes').getAll()]),
  );
  const { records } = readable(CustomerRecord, listedRows);
  const keys = new Set([...records.map(({ customer }) => customer.key), ...pbxRows.map(({ customer }) => customer)]);
  return { known: customers.filter(({ key }) => keys.has(key)) };
};

export const facts: Handler<'customer.facts'> = async ({ customer }, { today }) => {
  const { pbxes, complete, namesakes } = await pbxesOf(customer);
  const index = indexPbxes(pbxes);
  const level = namesakes ? 'unclear' : pbxes.length === 0 ? 'none' : complete ? 'all' : 'some';
  return {
    level,
    pbxes: pbxes.map((record) => ({
      record,
      contradictory: index.get(pbxKey(record.name))?.kind === 'contradictory',
      ageDays: ageInDays(dayOf(record.seen.at), today),
    })),
  };
};
