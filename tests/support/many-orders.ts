import { orderRow } from '../../src/background/db/order-row.ts';
import { PART_SIZE } from '../../src/background/db/put-orders.ts';
import type { CalendarDate, Instant } from '../../src/core/facts.ts';
import { searchLine } from '../../src/core/orders/search.ts';
import { ORDER_STATES, type OrderRecord } from '../../src/core/records/order.ts';
import type { Session } from './session.ts';
import { waitFor } from './wait-for.ts';

const BATCH = 5 * PART_SIZE;
const NAMES = ['Nordhafen', 'Alpenblick', 'Calder', 'Bodega', 'Clinique', 'Studio', 'Van Dijk', 'Seehaus'];

/** The `i`-th of as many orders as there are to be. */
export function order(i: number): OrderRecord {
  const name = `${NAMES[i % NAMES.length]} ${i % 1009}`;
  const day = new Date(Date.UTC(2020, 0, 1 + (i % 2400))).toISOString();
  return {
    id: `number:WX-${i}`,
    revision: 1,
    updatedAt: day as Instant,
    updatedBy: 'page',
    customer: { key: name.toLowerCase(), name },
    pbx: `PBX ${i % 2003}`,
    contract: 'hwaas',
    duration: 'P1Y',
    number: `WX-${i}`,
    reference: `PO ${(i * 37) % 99991}`,
    date: day.slice(0, 10) as CalendarDate,
    lines: [{ product: `WP4${i % 90} G2`, quantity: 1 + (i % 40) }],
    total: { amountMinor: i * 7, currency: 'EUR' },
    state: ORDER_STATES[i % ORDER_STATES.length] ?? 'unknown',
    statusText: `Word ${ORDER_STATES[i % ORDER_STATES.length]}`,
    evidence: 'listed',
    seen: { at: day as Instant, url: 'https://my.wildix.com/?#!orders' },
    history: [],
  };
}

/** Orders in the place of those stored, as the worker stores them, written past its messages: taking in so many would take longer than the rest. */
export async function fillDatabase(
  session: Session,
  count: number,
  make: (i: number) => OrderRecord = order,
): Promise<void> {
  // Opening the popup makes the database.
  const popup = await session.openPopup();
  await waitFor(() => popup.$('[data-testid="orders-empty"], [data-testid="order"]'), {
    message: 'the database to be made',
  });
  await popup.close();
  for (let from = 0; from < count; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => make(from + i));
    const orders = made.map((one, i) => orderRow(one, 14, Math.floor((from + i) / PART_SIZE)));
    const orderParts = Array.from({ length: Math.ceil(made.length / PART_SIZE) }, (_, i) => {
      const part = made.slice(i * PART_SIZE, (i + 1) * PART_SIZE);
      const text = part.map((one) => searchLine(one, one.date ?? '')).join('\n');
      return { id: from / PART_SIZE + i, lines: part.length, text };
    });
    // As each write of the worker's does: what it may have kept of the lines is not theirs any more.
    const stamp = { id: -1, lines: 0, text: crypto.randomUUID() };
    await putRows(session, { orders, orderParts: [...orderParts, stamp] });
  }
}

/** Rows by their stores, in one transaction. */
export async function putRows(session: Session, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  await session.worker(
    async (_, stores) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('wmp-companion');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const tx = db.transaction(Object.keys(stores), 'readwrite');
      for (const [store, put] of Object.entries(stores)) for (const row of put) tx.objectStore(store).put(row);
      await new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(tx.error);
      });
      db.close();
    },
    JSON.parse(JSON.stringify(rows)) as Record<string, object[]>,
  );
}
