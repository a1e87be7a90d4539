import { addListIndexes } from './list-indexes.ts';
import type { CompanionDb } from './open.ts';
import { addOrderTracking } from './order-tracking.ts';
import { addRememberedStores } from './remembered-stores.ts';
import { addRunHistory, type UpgradeTx } from './run-history.ts';
import { addSavedCarts } from './saved-carts-store.ts';

/** Brings a database of version `from` (0: none yet) to the newest. Each step is kept as it was shipped; none touches a record. */
export async function upgrade(db: CompanionDb, from: number, tx: UpgradeTx): Promise<void> {
  if (from < 1) {
    const orders = db.createObjectStore('orders', { keyPath: 'id' });
    orders.createIndex('pending', ['pending', 'sort']);
    orders.createIndex('number', 'number');
    orders.createIndex('reference', 'reference');
    orders.createIndex('customer', 'customer');
    db.createObjectStore('pbxes', { keyPath: 'id' }).createIndex('customer', 'customer');
    db.createObjectStore('carts', { keyPath: 'id' });
    const runs = db.createObjectStore('runs', { keyPath: 'id' });
    runs.createIndex('customer', 'customer');
    runs.createIndex('open', 'open');
    runs.createIndex('openDevices', 'openDevices', { multiEntry: true });
    db.createObjectStore('log', { autoIncrement: true });
  }
  if (from < 2) {
    db.createObjectStore('agreements', { keyPath: 'id' });
    db.createObjectStore('observations', { keyPath: 'id' }).createIndex('sku', 'sku');
    db.createObjectStore('priceLists', { keyPath: 'id' });
    const items = db.createObjectStore('priceItems', { keyPath: ['list', 'n'] });
    items.createIndex('sku', ['list', 'sku']);
    items.createIndex('name', ['list', 'name']);
    db.createObjectStore('mappings', { keyPath: 'id' });
  }
  if (from < 3) db.createObjectStore('profiles', { keyPath: 'id' });
  if (from < 3) addRememberedStores(db);
  if (from < 4) await addRunHistory(tx);
  if (from < 5) addSavedCarts(db);
  if (from < 5) await addOrderTracking(db, tx);
  if (from < 6) await addListIndexes(tx);
}
