import { orderRow } from '../../src/background/db/order-row.ts';
import { PART_SIZE } from '../../src/background/db/put-orders.ts';
import type { CalendarDate, Instant } from '../../src/core/facts.ts';
import { searchLine } from '../../src/core/orders/search.ts';
import { ORDER_STATES, type OrderRecord } from '../../src/core/records/order.ts';
import type { Session } from './session.ts';
import { waitFor } from './wait-for.ts';

const BATCH = 5 * PART_SIZE;
const NAMES = ['Nordhafen', 'Alpenblick', 'Calder', 'Bodega', 'Clinique', 'Studio', 'Van Dijk', 'Seehaus'];

function order(i: number): OrderRecord {
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
export async function fillDatabase(session: Session, count: number): Promise<void> {
  // Opening the popup makes the database.
  const popup = await session.openPopup();
  await waitFor(() => popup.$('[data-testid="orders-empty"], [data-testid="order"]'), {
    message: 'the database to be made',
  });
  await popup.close();
  for (let from = 0; from < count; from += BATCH) {
    const orders = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => order(from + i));
    const rows = orders.map((one, i) => orderRow(one, 14, Math.floor((from + i) / PART_SIZE)));
    const parts = Array.from({ length: Math.ceil(orders.length / PART_SIZE) }, (_, i) => {
      const part = orders.slice(i * PART_SIZE, (i + 1) * PART_SIZE);
      const text = part.map((one) => searchLine(one, one.date ?? '')).join('\n');
      return { id: from / PART_SIZE + i, lines: part.length, text };
    });
    await session.worker(
      async (_, stored) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('wmp-companion');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const tx = db.transaction(['orders', 'orderParts'], 'readwrite');
        for (const row of stored.rows) tx.objectStore('orders').put(row);
        for (const part of stored.parts) tx.objectStore('orderParts').put(part);
        // As each write of the worker's does: what it may have kept of the lines is not theirs any more.
        tx.objectStore('orderParts').put({ id: -1, lines: 0, text: crypto.randomUUID() });
        await new Promise<void>((resolve, reject) => {
          tx.oncomplete = () => resolve();
          tx.onerror = () => reject(tx.error);
        });
        db.close();
      },
      JSON.parse(JSON.stringify({ rows, parts })) as { rows: object[]; parts: object[] },
    );
  }
}
