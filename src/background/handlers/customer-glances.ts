import { daysBetween } from '../../core/calendar.ts';
import type { CalendarDate } from '../../core/facts.ts';
import type { Glance } from '../../core/messages/glance-contract.ts';
import { CustomerRecord } from '../../core/records/customer.ts';
import { PbxRecord } from '../../core/records/pbx.ts';
import { RunRecord, type RunStep } from '../../core/records/run.ts';
import { groupBy } from '../../core/rules/group-by.ts';
import { readable } from '../db/readable.ts';
import type { PbxRow } from '../db/schema.ts';
import { read } from '../db/transact.ts';
import { state as agreementStates } from './agreements.ts';
import type { Handler } from './handler.ts';

const UNCONFIRMED: ReadonlySet<RunStep> = new Set<RunStep>(['agreeing', 'accepted', 'unknown']);

/** Reads what is the customers' that are asked about, and no more. */
export const glance: Handler<'customers.glance'> = async ({ customers }, time) => {
  // A name that the asking page itself shows twice is two customers, whatever is remembered of it.
  const asked = groupBy(customers, ({ key }) => key);
  const keys = [...asked.keys()];
  const [listed, pbxRows, runRows, counts] = await read(['customers', 'pbxes', 'runs', 'orders'], (tx) =>
    Promise.all([
      tx.objectStore('customers').getAll(),
      Promise.all(keys.map((key) => tx.objectStore('pbxes').index('customer').getAll(key))),
      tx.objectStore('runs').index('open').getAll(1),
      Promise.all(keys.map((key) => tx.objectStore('orders').index('customerPending').count([key, 1]))),
    ]),
  );
  const twice = new Set(
    readable(CustomerRecord, listed).records.flatMap((record) => (record.namesakes ? [record.customer.key] : [])),
  );
  for (const [key, { length }] of asked) if (length > 1) twice.add(key);
  const orders = new Map(keys.map((key, i) => [key, counts[i] ?? 0]));
  const runs = groupBy(readable(RunRecord, runRows).records, ({ customer }) => customer.key);
  const pbxes = groupBy(pbxRows.flat(), ({ customer }) => customer);
  const { states } = await agreementStates({ customers }, time);
  const glances = customers.map((customer, i): Glance => {
    const { key } = customer;
    if (twice.has(key)) return { customer, unclear: true };
    const state = states[i];
    const devices = (runs.get(key) ?? []).flatMap((run) => (run.trial === true ? [] : run.devices));
    return {
      customer,
      unclear: false,
      openOrders: orders.get(key) ?? 0,
      unconfirmed: devices.filter(({ step }) => UNCONFIRMED.has(step)).length,
      ...(state && { agreement: agreementOf(state) }),
      ...expirations(pbxes.get(key) ?? [], time.today),
    };
  });
  return { glances };
};

type State = Awaited<ReturnType<typeof agreementStates>>['states'][number];

const agreementOf = ({ verdict, reasons, signed, sent }: State) => ({
  verdict,
  reasons,
  ...(signed && { signed }),
  ...(sent && { sent }),
});

/** On its expiration day a PBX has expired (R3). */
function expirations(rows: readonly PbxRow[], today: CalendarDate): Pick<Glance, 'pbxes' | 'next'> {
  const { records, unreadable } = readable(PbxRecord, rows);
  const dated = records.flatMap(({ name, expiration }) =>
    expiration === undefined ? [] : [{ pbx: name, expiration }],
  );
  const [next] = dated
    .filter(({ expiration }) => expiration > today)
    .sort((a, b) => (a.expiration < b.expiration ? -1 : 1));
  const all = records.length > 0 && unreadable === 0 && rows.every(({ complete }) => complete === 1);
  return {
    pbxes: { known: records.length, all, expired: dated.filter(({ expiration }) => expiration <= today).length },
    ...(next && { next: { ...next, days: daysBetween(today, next.expiration) } }),
  };
}
