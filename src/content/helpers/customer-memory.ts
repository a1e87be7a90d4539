import { askMemory } from '../ask-memory.ts';
import { customerRows } from '../portal/customers.ts';
import { oneGrid } from '../portal/page.ts';
import { isUndisturbed, isWhole } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** Remembers who is on the Customers list, and which names stand there more than once. */
export const customerMemory: Helper = {
  id: 'customer-memory',
  pages: ['customers'],
  init(visit: Visit) {
    let told = '';
    visit.onRead((page) => {
      const grid = oneGrid(page, 'customers');
      if (grid === undefined || grid === 'twice' || !isUndisturbed(grid)) return;
      const customers = customerRows(grid);
      const body = { customers, complete: isWhole(grid, customers.length), url: location.href };
      const seen = JSON.stringify(body);
      if (customers.length === 0 || seen === told) return;
      told = seen;
      askMemory('customers.seen', body).catch((error: unknown) => {
        told = '';
        if (!visit.signal.aborted) console.error('WMP Companion:', error);
      });
    });
  },
};
