import { originOf } from '../messages/senders.ts';
import { isOnlyListed, type OrderRecord } from '../records/order.ts';
import { canonical } from './verdict.ts';

/** Whether two records are one order: the same id, or the same number in the same portal. */
export const isOneOrder = (a: OrderRecord, b: OrderRecord): boolean =>
  a.id === b.id ||
  (a.number !== undefined && a.number.trim() === b.number?.trim() && originOf(a.seen.url) === originOf(b.seen.url));

/**
 * One record out of two of one order, the same whichever is the file's: under the id of the one that was noted at checkout,
 * else the one that sorts first. It has that one's own lines, and of what Orders shows what was seen last.
 */
export function joinOrders(a: OrderRecord, b: OrderRecord): OrderRecord {
  const [kept, other] = isBefore(a, b) ? [a, b] : [b, a];
  const later = other.seen.at > kept.seen.at ? other : kept;
  const { date, reference, customer, pbx, total, state, statusText, shipmentDate, shown, seen } = later;
  const printed = { date, reference, customer, pbx, total, statusText, shipmentDate, shown };
  const known = Object.fromEntries(Object.entries(printed).filter(([, value]) => value !== undefined));
  const history = new Map([...kept.history, ...other.history].map((change) => [canonical(change), change]));
  const apart = [...new Set([...(kept.apart ?? []), ...(other.apart ?? [])])].sort();
  const newest = kept.updatedAt >= other.updatedAt ? kept : other;
  return {
    ...kept,
    ...known,
    revision: Math.max(kept.revision, other.revision),
    updatedAt: newest.updatedAt,
    updatedBy: newest.updatedBy,
    updatedOn: newest.updatedOn,
    lines: kept.lines.length > 0 ? kept.lines : other.lines,
    contract: later.contract === 'unknown' ? kept.contract : later.contract,
    state,
    evidence: kept.evidence === 'listed' || other.evidence === 'listed' ? 'listed' : kept.evidence,
    seen,
    ...(apart.length > 0 && { apart }),
    history: [...history.values()].sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0)),
  };
}

function isBefore(a: OrderRecord, b: OrderRecord): boolean {
  const [x, y] = [rank(a), rank(b)];
  return x === y ? canonical(a) < canonical(b) : x < y;
}

const rank = (order: OrderRecord): string => `${isOnlyListed(order) ? 1 : 0} ${order.id}`;
