import { askMemory } from '../ask-memory.ts';
import { listDesk } from '../lists/page-lists.ts';
import { noteFacts } from '../noting.tsx';
import { unclearCurrency } from '../portal/amounts.ts';
import { invoiceRows } from '../portal/invoices.ts';
import { oneGrid } from '../portal/page.ts';
import { isUndisturbed } from '../portal/whole.ts';
import { placeByList } from '../ui/host.ts';
import { OverdueBar } from '../ui/overdue.tsx';
import { createSurface } from '../ui/render.ts';
import { sayUnclearCurrency } from '../unclear-currency.tsx';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

function init(visit: Visit): void {
  const surface = createSurface('overdue', visit.signal, (host) =>
    placeByList(host, oneGrid(visit.page(), 'invoices'), visit.signal),
  );
  sayUnclearCurrency(visit, (page) => {
    const list = oneGrid(page, 'invoices');
    return list === undefined || list === 'twice' ? undefined : unclearCurrency(list, 'amount');
  });
  let told = '';
  listDesk(visit, 'invoices').onSeen((list) => {
    if (!isUndisturbed(list.drawn)) return;
    const invoices = invoiceRows(list.grid);
    const complete = list.complete && invoices.length === list.rows;
    const body = { invoices, complete, url: location.href };
    const seen = JSON.stringify(body);
    if (invoices.length === 0 || (seen === told && surface.host.isConnected)) return;
    told = seen;
    const note = async (): Promise<void> => {
      await askMemory('invoices.seen', body);
      const { overdue } = await askMemory('invoices.remembered', {});
      if (!visit.signal.aborted) surface.show(<OverdueBar overdue={overdue} />);
    };
    void noteFacts(visit, 'invoices', note).then((noted) => {
      if (!noted && told === seen) told = '';
    });
  });
}

/** Remembers the invoices of Account Balance, and says there what overdue ones lead to and when (R7). */
export const invoiceMemory: Helper = { id: 'invoice-memory', pages: ['account-balance'], init };
