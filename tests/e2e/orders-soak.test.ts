import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import type { ReadingRecord } from '../../src/core/records/reading.ts';
import { seeded } from '../portal/shared/random.ts';
import type { Order, OrderStatus } from '../portal/shared/types.ts';
import { type Knobs, type Session, waitFor, withSession } from '../support/index.ts';
import { stored } from './flows/portal.ts';

const ROUNDS = 50;
const STATUSES: readonly OrderStatus[] = ['submitted', 'processing', 'backorder', 'shipped', 'delivered', 'cancelled'];
const HIDEABLE = ['status', 'shipment', 'total', 'reference', 'contract'];

const records = (session: Session): Promise<OrderRecord[]> => stored<OrderRecord>(session, 'orders');

/** Some frames of the page's, so that what comes next meets the reading somewhere on its way. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (left) => {
    for (let i = 0; i < left; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
  }, count);

it(`${ROUNDS} visits to Orders, with faults and ended workers, leave exactly what WMP has`, async () => {
  await withSession('orders-soak', { portal: {} }, async (session) => {
    const random = seeded(7);
    const below = (most: number): number => Math.floor(random() * most);
    const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
    const portal = session.portal.state.orders as Order[];
    const removed: Order[] = [];
    /** What WMP listed of an order at some time, by its number. */
    const seen = new Set<number>();
    /** Those that it left out at some time. */
    const left = new Set<number>();
    const counts = { whole: 0, fault: 0, stopped: 0, left: 0 };

    function change(): void {
      for (let i = below(3); i > 0; i--)
        session.portal.setOrder(one(portal).number, {
          status: one(STATUSES),
          ...(below(2) === 0 && { shipmentDate: `2026-12-${10 + below(19)}` }),
        });
      const [newest] = portal;
      if (below(4) === 0 && newest !== undefined)
        portal.unshift({
          ...newest,
          number: Math.max(...portal.map((o) => o.number), ...removed.map((o) => o.number)) + 1,
        });
      if (below(8) === 0 && portal.length > 4) removed.push(...portal.splice(below(portal.length), 1));
      for (const { number } of removed) left.add(number);
      if (below(8) === 0) portal.push(...removed.splice(0, 1));
    }

    async function wholeVisit(knobs: Knobs = {}): Promise<void> {
      const before = (await stored<ReadingRecord>(session, 'readings'))[0]?.seen.at ?? '';
      const page = await session.openPortal('orders', { latency: 20, ...knobs });
      await waitFor(async () => ((await stored<ReadingRecord>(session, 'readings'))[0]?.seen.at ?? '') > before, {
        message: () => `Orders to be read: ${JSON.stringify(knobs)}`,
      });
      await page.close();
      for (const { number } of portal) seen.add(number);
    }

    for (let round = 0; round < ROUNDS; round++) {
      change();
      const knobs: Knobs = {
        latency: 20,
        skin: one(['plain', 'plain', 'ext']),
        shuffle: below(1000),
        ...(below(3) === 0 && { hide: [one(HIDEABLE)] }),
      };
      const kind = below(6);
      if (kind < 2) {
        await wholeVisit(knobs);
        counts.whole++;
      } else if (kind === 2) {
        // Signed out, or an error in place of the list.
        if (below(2) === 0) session.portal.expireSession();
        else session.portal.setFault('error:load');
        const page = await session.openPortal('orders', knobs);
        await frames(page, 20 + below(20));
        await page.close();
        session.portal.clearFaults();
        Object.assign(session.portal.state, { signedIn: true });
        counts.fault++;
      } else if (kind < 5) {
        const page = await session.openPortal('orders', knobs);
        await frames(page, below(40));
        await session.stopWorker();
        if (below(2) === 0) await frames(page, 10);
        await page.close();
        counts.stopped++;
      } else {
        // Left for one order's own page, and that one at once, too.
        const page = await session.openPortal('orders', knobs);
        await frames(page, below(30));
        await page.evaluate((hash) => Object.assign(location, { hash }), `#!orders/${one(portal).number}`);
        await frames(page, below(40));
        await page.close();
        counts.left++;
      }
      const now = await records(session);
      const numbers = now.map(({ number }) => number);
      expect(new Set(numbers).size, `no order twice after round ${round}`).toBe(numbers.length);
      for (const { number } of now)
        expect(
          [...portal, ...removed].map((o) => String(o.number)),
          `round ${round}`,
        ).toContain(number);
      // Only what WMP ever left out can have been taken for gone.
      for (const record of now)
        if (!left.has(Number(record.number)))
          expect(
            record.history.filter(({ field }) => field === 'shown'),
            `${record.number}, ${round}`,
          ).toEqual([]);
    }
    for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(2);

    await wholeVisit();
    const all = await records(session);
    const known = new Map(all.map((record) => [record.number, record]));
    for (const order of portal) {
      const { number, reference, customer, contract, totalMinor, currency, shipmentDate } = order;
      const record = known.get(String(number));
      expect(record, String(number)).toMatchObject({
        ...(reference !== '' && { reference }),
        customer: { name: customer },
        contract,
        state: order.status === 'backorder' ? 'backordered' : order.status,
        total: { amountMinor: totalMinor, currency },
        ...(shipmentDate !== null && { shipmentDate }),
      });
      expect(record?.shown ?? true, `${number} is shown`).toBe(true);
      // The history leads, change by change, to what is shown now.
      const words = record?.history.filter(({ field }) => field === 'statusText') ?? [];
      for (const [i, { from }] of words.entries()) if (i > 0) expect(from).toEqual(words[i - 1]?.to);
      if (words.length > 0) expect(words.at(-1)?.to).toBe(record?.statusText);
    }
    for (const record of all)
      expect(record.shown ?? true, `${record.number} is shown`).toBe(
        portal.some((o) => String(o.number) === record.number),
      );
    for (const number of seen) expect(known.has(String(number)), `${number} was not forgotten`).toBe(true);
    expect(session.problems([/401|500/])).toEqual([]);
  });
});
