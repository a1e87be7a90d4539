import { nameKey } from '../../core/customer.ts';
import { type InvoiceFacts, InvoiceRecord } from '../../core/records/invoice.ts';
import { ageInDays } from '../../core/rules/age.ts';
import { openInvoices, orderingAsRemembered } from '../../core/rules/invoices.ts';
import { overdueState } from '../../core/rules/overdue.ts';
import { dayOf } from '../clock.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import { invoiceRow } from '../db/rows.ts';
import { read, write } from '../db/transact.ts';
import { byId, mergeRemembered } from '../merge/remembered.ts';
import type { Handler } from './handler.ts';
import { overdueLadder } from './overdue.ts';

const idOf = ({ number }: InvoiceFacts): string => nameKey(number);

/** One number listed twice: what both rows say; where they differ, nothing is known of it. */
function agreeing([first, ...others]: readonly InvoiceFacts[]): InvoiceFacts | undefined {
  if (first === undefined) return undefined;
  const same = (field: keyof InvoiceFacts) =>
    others.every((other) => JSON.stringify(other[field]) === JSON.stringify(first[field]));
  const kept = Object.fromEntries(Object.entries(first).filter(([field]) => same(field as keyof InvoiceFacts)));
  return { number: first.number, state: 'unknown', ...kept };
}

/** A page without a status that is understood says nothing against the one that is known. */
const withoutUnknown = (facts: InvoiceFacts, known: InvoiceRecord | undefined): InvoiceFacts =>
  facts.state === 'unknown' && facts.statusText === undefined && known !== undefined
    ? { ...facts, state: known.state }
    : facts;

export const seen: Handler<'invoices.seen'> = async ({ invoices, complete, url }, { at }) => {
  const facts = byId(invoices, idOf, agreeing);
  const stored = await write(
    ['invoices'],
    async (tx) => {
      const store = tx.objectStore('invoices');
      const rows = await store.getAll();
      const { records } = readable(InvoiceRecord, rows);
      const known = new Map(records.map((record) => [record.id, record]));
      const whole = new Set(rows.filter((row) => row.complete === 1).map(({ id }) => id));
      const told = new Map([...facts].map(([id, one]) => [id, withoutUnknown(one, known.get(id))]));
      const change = mergeRemembered<InvoiceFacts, InvoiceRecord>(records, {
        facts: told,
        complete,
        seen: { at, url },
      });
      // What cannot be read is left alone.
      const put = change.put.filter(({ id }) => known.has(id) || !rows.some((row) => row.id === id));
      await Promise.all([
        ...change.remove.map((id) => store.delete(id)),
        ...put.map((record) => store.put(invoiceRow(record, complete || whole.has(record.id)))),
      ]);
      return put.length;
    },
    'relaxed',
  );
  return { stored };
};

export const remembered: Handler<'invoices.remembered'> = async (_, { today }) => {
  const rows = await read(['invoices'], (tx) => tx.objectStore('invoices').getAll());
  const { records, unreadable } = readable(InvoiceRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `invoices: ${unreadable}`);
  const complete = unreadable === 0 && rows.every((row) => row.complete === 1);
  const ladder = await overdueLadder();
  const state = overdueState(openInvoices(records), today, ladder);
  const { verdict, reasons } = orderingAsRemembered(records, complete, today, ladder);
  const [oldest] = records.map((record) => record.seen).sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    invoices: records,
    complete,
    overdue: { ...state, steps: [...state.steps], ordering: { verdict, reasons: [...reasons] } },
    ...(oldest && { seen: oldest, ageDays: ageInDays(dayOf(oldest.at), today) }),
  };
};
