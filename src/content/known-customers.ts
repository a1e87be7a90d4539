import { CUSTOMERS_CHANGED } from '../core/messages/memory-contract.ts';
import { askMemory } from './ask-memory.ts';
import { followStorage } from './follow-storage.ts';
import { forgetUnknown, noteKnown, revision, settled, unasked } from './portal/known-names.ts';
import type { Page } from './portal/page.ts';

/** What was known may be forgotten while something else is asked. */
const MOST_TRIES = 3;

/** Whose page it is, where only the remembered customers tell. Without an answer it stays nobody's. */
export async function settleWhose(page: Page): Promise<Page> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const names = unasked(page);
    if (names.length === 0) break;
    const asked = revision();
    try {
      const { known } = await askMemory('customers.known', { customers: [...names] });
      // An answer from before they changed says nothing of the customers now.
      if (asked === revision()) noteKnown(names, known);
    } catch (error) {
      console.error('WMP Companion:', error);
      break;
    }
  }
  return settled(page);
}

/** Asks again about who was not known, once other customers are remembered: the Customers list may be open in another tab. */
export const followCustomers = (life: AbortSignal, onChange: () => void): void =>
  followStorage('local', CUSTOMERS_CHANGED, life, () => {
    forgetUnknown();
    if (!life.aborted) onChange();
  });
