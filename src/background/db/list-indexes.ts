import * as v from 'valibot';
import { CalendarDate } from '../../core/facts.ts';
import type { UpgradeTx } from './run-history.ts';

/**
 * PBXes by their expiration, and orders by whose they are and whether they are pending: a calendar's day or a customer's chips read
 * no more than they show. Rows of earlier versions get `expires`; their records stay as they are.
 */
export async function addListIndexes(tx: UpgradeTx): Promise<void> {
  tx.objectStore('orders').createIndex('customerPending', ['customer', 'pending']);
  const pbxes = tx.objectStore('pbxes');
  pbxes.createIndex('expires', 'expires');
  for (let cursor = await pbxes.openCursor(); cursor; cursor = await cursor.continue())
    await cursor.update({ ...cursor.value, expires: expiresOf(cursor.value.record) });
}

/** A record that cannot be read, or says a day that there is not, stands among those without one. */
const expiresOf = (record: unknown): string =>
  typeof record === 'object' && record !== null && 'expiration' in record && v.is(CalendarDate, record.expiration)
    ? record.expiration
    : '';
