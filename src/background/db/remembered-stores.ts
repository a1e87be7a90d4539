import type { CompanionDb } from './open.ts';

/** What pages showed beyond PBXes and orders. A step of its own, called by {@link upgrade}. */
export function addRememberedStores(db: CompanionDb): void {
  db.createObjectStore('stocks', { keyPath: 'id' }).createIndex('name', 'name');
  db.createObjectStore('invoices', { keyPath: 'id' });
  db.createObjectStore('customers', { keyPath: 'id' });
}
