import type { Instant } from '../../core/facts.ts';
import type { Request } from '../../core/messages/contract.ts';
import type { OrderRecord } from '../../core/records/order.ts';
import { changed } from './order-change.ts';

type Answer = Omit<Request<'orders.answered'>, 'id'>;

/**
 * What WMP's answer to a checkout makes of its order. Evidence only grows: what was seen in Orders is not unmade by a
 * late "refused" or "abandoned", and only a checkout without an answer can be either.
 */
export function answer(order: OrderRecord, { outcome, number, text, url }: Answer, at: Instant): OrderRecord {
  const seen = { at, url };
  if (outcome === 'placed') {
    const evidence = order.evidence === 'listed' ? 'listed' : 'answered';
    const state = order.state === 'unknown' && evidence === 'answered' ? 'submitted' : order.state;
    const own = text === undefined ? order.confirmation : text;
    const after = { ...order, evidence, state, number: number?.trim() || order.number, seen } as const;
    return changed(order, { ...after, ...(own !== undefined && { confirmation: own }) }, 'checkout', at);
  }
  if (order.evidence !== 'asked') return order;
  const after = changed(order, { ...order, evidence: outcome, seen }, 'checkout', at);
  // WMP's words for it are kept, but they are no status of an order.
  return text === undefined
    ? after
    : { ...after, history: [...after.history, { at, field: 'statusText', from: undefined, to: text }] };
}

/** One order out of two records: the noted one with its id and lines, and what Orders showed of it. */
export function absorb(
  order: OrderRecord,
  listed: OrderRecord,
  at: Instant,
  by: 'checkout' | 'partner' = 'checkout',
): OrderRecord {
  const { date, reference, customer, pbx, contract, number, total, state, statusText, shipmentDate } = listed;
  const shown = { date, reference, customer, pbx, number, total, statusText, shipmentDate };
  const known = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
  const history = [...order.history, ...listed.history].sort((a, b) => (a.at < b.at ? -1 : 1));
  const after: OrderRecord = {
    ...order,
    ...known,
    ...(listed.shown === undefined ? {} : { shown: listed.shown }),
    seen: listed.seen.at > order.seen.at ? listed.seen : order.seen,
    lines: order.lines.length > 0 ? order.lines : listed.lines,
    contract: contract === 'unknown' ? order.contract : contract,
    state,
    evidence: 'listed',
    history,
  };
  return changed({ ...order, history }, after, by, at);
}
