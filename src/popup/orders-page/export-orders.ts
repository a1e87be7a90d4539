import { FETCHED_PART } from '../../core/messages/tracker-contract.ts';
import type { OrderFilter, OrderSort } from '../../core/orders/search.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { rowOf } from '../../platform/sheets/columns.ts';
import { datedName, type Format, fits, tableWriter } from '../../platform/sheets/table-file.ts';
import { type Answers, askTracker } from '../orders/ask-tracker.ts';
import { filterData } from '../orders/filter.ts';
import { orderColumns } from './orders-table.ts';

export interface ExportWork {
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/**
 * Saves every order that the search finds, in its order, drawn or not: the ids once, then the records part by part, so that
 * the page and the worker answer meanwhile. Gives what to say of it, with what is not in the file; where it was stopped
 * nothing is saved.
 * @throws MessageError of the worker's.
 */
export async function exportOrders(
  { filter, sort }: { readonly filter: OrderFilter; readonly sort: OrderSort },
  format: Format,
  { signal, onProgress }: ExportWork,
): Promise<string> {
  const wanted = { filter: filterData(filter), sort };
  const { ids, unlisted, at } = await askTracker('orders.ids', wanted);
  if (!fits(format, ids.length)) return t('history_too_many', numberText(ids.length));
  const columns = orderColumns();
  const widths = columns.map(({ width }) => width);
  const header = columns.map(({ words }) => words);
  const writer = await tableWriter(format, { header, widths, name: t('orders_page_title') });
  const count = { exported: 0, unreadable: unlisted, gone: 0, changed: 0, came: 0 };
  // While one part is written the worker reads the next one.
  let next = fetchPart(ids, 0);
  for (let from = 0; from < ids.length; from += FETCHED_PART) {
    onProgress(from, ids.length);
    const { orders, unreadable, gone } = await next;
    if (signal.aborted) break;
    next = fetchPart(ids, from + FETCHED_PART);
    writer.add(orders.map((one) => rowOf(columns, one)));
    count.exported += orders.length;
    count.unreadable += unreadable;
    count.gone += gone;
    count.changed += orders.filter(({ order }) => order.updatedAt > at).length;
  }
  const known = new Set(ids);
  const after = signal.aborted ? [] : (await askTracker('orders.ids', wanted)).ids;
  count.came = after.filter((id) => !known.has(id)).length;
  if (signal.aborted) return t('data_stopped_export');
  saveFile(datedName(t('orders_export_file'), format), writer.end());
  return said(count);
}

/** Some of the orders; none, without asking, where there are no more. */
function fetchPart(ids: readonly string[], from: number): Promise<Answers<'orders.some'>> {
  const part = ids.slice(from, from + FETCHED_PART);
  if (part.length === 0) return Promise.resolve({ orders: [], unreadable: 0, gone: 0 });
  const fetched = askTracker('orders.some', { ids: part });
  // Nobody may be waiting for it any more when it fails.
  fetched.catch(() => undefined);
  return fetched;
}

const said = (count: Readonly<Record<'exported' | 'unreadable' | 'gone' | 'changed' | 'came', number>>): string =>
  [
    plural('orders_exported', count.exported),
    count.unreadable > 0 && plural('orders_export_unreadable', count.unreadable),
    count.gone > 0 && plural('orders_export_gone', count.gone),
    count.changed > 0 && plural('orders_export_changed', count.changed),
    count.came > 0 && plural('orders_export_came', count.came),
  ]
    .filter(Boolean)
    .join(' ');
