import type { CompanionDb } from './open.ts';

/** Carts under a name. A step of its own, called by {@link upgrade}. */
export function addSavedCarts(db: CompanionDb): void {
  db.createObjectStore('savedCarts', { keyPath: 'id' });
}
