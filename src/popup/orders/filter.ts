import type * as v from 'valibot';
import type { Term } from '../../core/facts.ts';
import type { OrderFilterData } from '../../core/messages/tracker-contract.ts';
import type { OrderFilter } from '../../core/orders/search.ts';

export const isFiltered = ({ text = '', state, term, customer }: OrderFilter): boolean =>
  text.trim() !== '' || state !== undefined || term !== undefined || customer !== undefined;

/** As the worker is asked: what narrows nothing is left out. */
export function filterData({ text = '', ...rest }: OrderFilter): v.InferOutput<typeof OrderFilterData> {
  const given = Object.entries({ ...rest, text: text.trim().slice(0, 1000) || undefined });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as { term?: Term };
}
