import type { OrderRow } from '../../core/messages/contract.ts';
import type { OrderRecord } from '../../core/records/order.ts';
import { changed, fromRow, withRow } from './order-change.ts';
import { agreeing, rowIdentity } from './order-match.ts';

/** One order of a reading, and what is known that it may be. */
export interface Listed {
  /** Id of the record that it becomes where nothing is known of it. */
  readonly id: string;
  readonly row: OrderRow;
}

export interface Known {
  /** Records of the same id or number; `unreadable` ones stand for an order too. */
  readonly same: readonly OrderRecord[];
  readonly unreadable: boolean;
  /** Orders noted without a number that this may be. */
  readonly candidates: readonly OrderRecord[];
}

export type Merge = { readonly kind: 'added' | 'updated' | 'unchanged'; readonly record: OrderRecord };

/** The rows of a reading by order. Rows of which cannot be told whose they are, are left out and counted. */
export function listedOrders(rows: readonly OrderRow[]): { listed: Listed[]; untold: number } {
  const groups = new Map<string, [OrderRow, ...OrderRow[]]>();
  let untold = 0;
  for (const row of rows) {
    const id = rowIdentity(row);
    const group = id === undefined ? undefined : groups.get(id);
    if (id === undefined) untold++;
    else if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return { listed: [...groups].map(([id, group]) => ({ id, row: agreeing(group) })), untold };
}

/**
 * What a reading does to the orders that are known. An order noted at checkout is merged only where exactly one row may
 * be it and it is the only one that the row may be; else both stay, since a wrong merge would lose one of them.
 */
export function mergeOrders(all: readonly (Listed & { readonly known: Known })[], seen: OrderRecord['seen']): Merge[] {
  const claims = new Map<string, number>();
  for (const { known } of all)
    for (const { id } of known.same.length > 0 ? known.same : known.candidates)
      claims.set(id, (claims.get(id) ?? 0) + 1);

  return all.flatMap(({ id, row, known }) => {
    if (known.unreadable || known.same.length > 1) return [];
    const [same] = known.same;
    if (same !== undefined) return [merged(same, row, seen)];
    const [candidate] = known.candidates;
    if (candidate !== undefined && known.candidates.length === 1 && claims.get(candidate.id) === 1)
      return [merged(candidate, row, seen)];
    // Without a number it is one of the candidates, only not known which: adding it would make one order too many.
    if (known.candidates.length > 1 && row.number === undefined) return [];
    return [{ kind: 'added', record: fromRow(id, row, seen) }];
  });
}

function merged(order: OrderRecord, row: OrderRow, seen: OrderRecord['seen']): Merge {
  const record = changed(order, withRow(order, row, seen), 'page', seen.at);
  return { kind: record.revision === order.revision ? 'unchanged' : 'updated', record };
}
