import type { Instant } from '../../core/facts.ts';
import type { OrderRow } from '../../core/messages/contract.ts';
import { sameMoney } from '../../core/money/money.ts';
import { isOnlyListed, type OrderRecord } from '../../core/records/order.ts';
import type { Stamp } from '../../core/records/stamp.ts';
import { stamped } from './stamp.ts';

type Tracked = 'state' | 'statusText' | 'shipmentDate' | 'number' | 'total' | 'shown';
const TRACKED: readonly Tracked[] = ['state', 'statusText', 'shipmentDate', 'number', 'total', 'shown'];

/**
 * `after` over `before`, with what changed in its history and one revision more; the very same record, but for `seen`,
 * where nothing changed.
 */
export function changed(before: OrderRecord, after: OrderRecord, by: Stamp['updatedBy'], at: Instant): OrderRecord {
  if (equal(withoutSeen(before), withoutSeen(after))) return { ...before, seen: after.seen };
  const history = TRACKED.filter((field) => !isSame(field, before, after)).map((field) => ({
    at,
    field,
    from: inWords(before[field]),
    to: inWords(after[field]),
  }));
  return { ...after, ...stamped(before.id, by, at, before), history: [...before.history, ...history] };
}

/** What an Orders page now says of a known order. What the page does not show stays as it was known. */
export function withRow(order: OrderRecord, row: OrderRow, seen: OrderRecord['seen']): OrderRecord {
  // A page without a status column says nothing of the state; a word outside the vocabulary does.
  const state = row.state === 'unknown' && row.statusText === undefined ? order.state : row.state;
  const contract = row.contract === 'unknown' ? order.contract : row.contract;
  const { number, date, reference, customer, pbx, statusText, shipmentDate } = row;
  // WMP may have stated the currency elsewhere.
  const total = sameMoney(order.total, row.total) && row.total?.currencySaid ? order.total : row.total;
  const printed = { number, date, reference, customer, pbx, statusText, shipmentDate, total };
  const known = Object.fromEntries(Object.entries(printed).filter(([, value]) => value !== undefined));
  const again = order.shown === false ? { shown: true } : {};
  // Lines that were noted at checkout stay: they hold the stock before the order.
  const lines = row.lines !== undefined && (isOnlyListed(order) || order.lines.length === 0) ? row.lines : order.lines;
  return { ...order, ...known, ...again, lines, state, contract, evidence: 'listed', seen };
}

/** An order that is first heard of through an Orders page. */
export const fromRow = (id: string, row: OrderRow, seen: OrderRecord['seen']): OrderRecord => ({
  ...stamped(id, 'page', seen.at),
  ...row,
  lines: row.lines ?? [],
  evidence: 'listed',
  seen,
  firstSeen: seen.at,
  history: [],
});

/** A whole reading of Orders did not list it any more. */
export const notShown = (order: OrderRecord, at: Instant): OrderRecord =>
  changed(order, { ...order, shown: false }, 'page', at);

/** Where an amount's currency is known from is no change of the amount. */
const isSame = (field: Tracked, before: OrderRecord, after: OrderRecord): boolean =>
  field === 'total' ? sameMoney(before.total, after.total) : equal(before[field], after[field]);

const withoutSeen = ({ seen: _, ...rest }: OrderRecord): object => rest;

function inWords(value: OrderRecord[Tracked]): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return value;
  return `${value.amountMinor} ${value.currency}${value.currencySaid ? ' said' : ''}`;
}

/** Equal as stored: the order of keys and keys without a value do not count. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => equal(a[key as keyof typeof a], b[key as keyof typeof b]));
}
