import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ORDERS_PART, type TrackedOrder } from '../../core/messages/tracker-contract.ts';
import type { OrderFilter, OrderSort } from '../../core/orders/search.ts';
import type { Reason } from '../../core/outcome.ts';
import { failureOf, useRepeatWhileVisible } from '../../platform/use-answer.ts';
import { askTracker } from '../orders/ask-tracker.ts';
import { filterData } from '../orders/filter.ts';

export interface OrderRows {
  /** What is searched for and how it is sorted: another one begins at the top. */
  readonly search: string;
  readonly total: number | undefined;
  readonly failure: Reason | undefined;
  /** `undefined` while it is being asked for, or where it cannot be read. */
  row(index: number): TrackedOrder | undefined;
  /** Asks for what is to be shown. */
  need(from: number, until: number): void;
  /** Asks anew for all that is shown. */
  again(): void;
}

/** As many parts as a few screens hold; older ones are asked for again where they come back into view. */
const KEPT_PARTS = 20;
const RENEWED_MS = 30_000;

/** The rows of a search as they come into view, asked for part by part. Another search begins anew. */
export function useOrderRows(filter: OrderFilter, sort: OrderSort): OrderRows {
  const data = filterData(filter);
  const search = JSON.stringify([data, sort]);
  const [state, setState] = useState<{ search: string; total?: number; failure?: Reason }>({ search });
  const [, redraw] = useState(0);
  const needed = useRef([0, 1] as readonly [from: number, until: number]);
  const parts = useRef({ search, known: new Map<number, readonly TrackedOrder[] | undefined>() });
  if (parts.current.search !== search) parts.current = { search, known: new Map() };

  const load = useCallback(
    async (part: number, anew = false): Promise<void> => {
      const { known } = parts.current;
      if (known.has(part) && !anew) return;
      // What is shown stays until the answer is there.
      if (!anew) known.set(part, undefined);
      try {
        const body = { filter: data, sort, skip: part * ORDERS_PART, limit: ORDERS_PART };
        const { orders, total } = await askTracker('orders.search', body);
        known.set(part, orders);
        for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT_PARTS))) known.delete(old);
        if (parts.current.known !== known) return;
        setState({ search, total });
      } catch (error) {
        if (!anew) known.delete(part);
        if (parts.current.known === known) setState((before) => ({ ...before, search, failure: failureOf(error) }));
      }
      redraw((count) => count + 1);
    },
    [search],
  );
  useEffect(() => {
    void load(0);
  }, [load]);

  // Orders come and change while the page stands open.
  const again = useCallback(() => {
    const { known } = parts.current;
    const [from, until] = needed.current;
    for (const part of [...known.keys()])
      if (part * ORDERS_PART < until && (part + 1) * ORDERS_PART > from) void load(part, true);
      else known.delete(part);
  }, [load]);
  useRepeatWhileVisible(again, RENEWED_MS);

  return {
    search,
    total: state.total,
    failure: state.search === search ? state.failure : undefined,
    row: (index) => parts.current.known.get(Math.floor(index / ORDERS_PART))?.[index % ORDERS_PART],
    again,
    need(from, until) {
      needed.current = [from, until];
      for (let part = Math.floor(from / ORDERS_PART); part * ORDERS_PART < until; part++) void load(part);
    },
  };
}
