import { askMemory } from '../ask-memory.ts';
import { listDesk } from '../lists/page-lists.ts';
import { noteOnce } from '../noting.tsx';
import { customerRows } from '../portal/customers.ts';
import { isUndisturbed } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** Remembers who is on the Customers list, and which names stand there more than once. */
export const customerMemory: Helper = {
  id: 'customer-memory',
  pages: ['customers'],
  init(visit: Visit) {
    const note = noteOnce(visit, 'customers');
    listDesk(visit, 'customers').onSeen((list) => {
      if (!isUndisturbed(list.drawn)) return;
      const customers = customerRows(list.grid);
      const complete = list.complete && customers.length === list.rows;
      const body = { customers, complete, url: location.href };
      if (customers.length > 0) note(JSON.stringify(body), () => askMemory('customers.seen', body));
    });
  },
};
