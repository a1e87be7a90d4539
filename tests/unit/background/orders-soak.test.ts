import './setup.ts';
import { expect, test, vi } from 'vitest';
import { search } from '../../../src/background/handlers/order-search.ts';
import { answered, asked } from '../../../src/background/handlers/orders.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import type { OrderRow } from '../../../src/core/messages/contract.ts';
import { parseOrderState } from '../../../src/core/orders/states.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';
import { seeded } from '../../portal/shared/random.ts';
import { ACME, at, BETA, day, rawRows } from './setup.ts';

const URL = 'https://my.wildix.com/?#!orders';
const WORDS = ['Submitted', 'In process', 'Backorder', 'Partly shipped', 'Sent', 'Delivered', 'Cancelled', 'Zzz'];

interface Truth {
  readonly row: OrderRow;
  /** Id of the checkout that it was noted by. */
  readonly noted?: string;
  listed: boolean;
}

test.each([1, 2])(
  'fifty rounds of readings in any order, with faults, leave exactly the truth (seed %d)',
  async (seed) => {
    const random = seeded(seed);
    const below = (most: number): number => Math.floor(random() * most);
    const portal = new Map<string, Truth>();
    /** What the extension was last shown of each order. */
    const told = new Map<string, { row: OrderRow; shown: boolean }>();
    const words = new Map<string, string[]>();

    let failures = 0;
    for (let round = 0; round < 50; round++) {
      const time = at(new Date(Date.UTC(2026, 0, 1 + round, 9)).toISOString());
      for (let i = below(4); i > 0; i--) {
        const number = String(1000 + portal.size);
        const reference = `Ref ${number}`;
        const customer = below(2) ? ACME : BETA;
        const row = {
          number,
          reference,
          customer,
          date: day(time.today),
          contract: 'hwaas',
          state: 'submitted',
          statusText: 'Submitted',
        } as const;
        const noted = below(2) ? `checkout ${number}` : undefined;
        portal.set(number, { row, listed: true, ...(noted && { noted }) });
        if (noted === undefined) continue;
        await asked(
          { id: noted, customer, contract: 'hwaas', reference, lines: [{ product: 'WP480', quantity: 1 }], url: URL },
          time,
        );
        // Half of WMP's answers are not seen.
        if (below(2)) await answered({ id: noted, outcome: 'placed', number, url: URL }, time);
      }
      for (const [number, truth] of portal) {
        if (below(4) === 0) {
          const statusText = WORDS[below(WORDS.length)] ?? 'Sent';
          portal.set(number, { ...truth, row: { ...truth.row, statusText, state: parseOrderState(statusText) } });
        }
        if (below(25) === 0) truth.listed = !truth.listed;
      }

      const all = [...portal.values()].filter(({ listed }) => listed).map(({ row }) => row);
      const kind = below(5);
      // A page of it, a filter, one order's own page; whole, but in another order; whole.
      const part =
        kind === 0 ? all.slice(0, 5) : kind === 1 ? all.filter(() => below(2) === 0) : kind === 2 ? all.slice(-1) : all;
      const shuffled = part
        .map((row) => [random(), row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row);
      const body = { orders: shuffled, complete: kind > 2, list: kind !== 2, url: URL };
      if (below(6) === 0) {
        // The disk is full in the middle: nothing of it may stay.
        const real = IDBObjectStore.prototype.put;
        let puts = 0;
        const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
          this: IDBObjectStore,
          ...args
        ) {
          if (++puts > 2) throw new DOMException('full', 'QuotaExceededError');
          return real.apply(this, args);
        });
        const before = await rawRows('orders');
        const failed = await seen(body, time).then(
          () => false,
          () => true,
        );
        spy.mockRestore();
        if (failed) failures++;
        if (failed) expect(await rawRows('orders')).toEqual(before);
      }
      // A message whose answer was lost is sent again.
      for (let times = 1 + below(2); times > 0; times--) await seen(body, time);
      if (body.complete && shuffled.length > 0) for (const one of told.values()) one.shown = false;
      for (const row of shuffled) {
        const number = row.number ?? '';
        told.set(number, { row, shown: true });
        const known = words.get(number) ?? [];
        if (known.at(-1) !== row.statusText) words.set(number, [...known, row.statusText ?? '']);
      }
    }

    expect(failures).toBeGreaterThan(0);
    const records = (await rawRows('orders')).map(({ record }) => record as OrderRecord);
    const listed = records.filter(({ evidence }) => evidence === 'listed');
    expect(listed).toHaveLength(told.size);
    for (const [number, { row, shown }] of told) {
      const [record, ...others] = records.filter((one) => one.number === number);
      expect(others).toEqual([]);
      expect(record).toMatchObject({ ...row, evidence: 'listed' });
      expect(record?.shown ?? true).toBe(shown);
      const noted = portal.get(number)?.noted;
      if (noted !== undefined) expect(record).toMatchObject({ id: noted, lines: [{ product: 'WP480' }] });
      const changes = record?.history.filter(({ field }) => field === 'statusText').map(({ to }) => to);
      const first = noted === undefined ? words.get(number)?.slice(1) : words.get(number);
      expect(changes).toEqual(first);
    }
    // Nothing was lost, and what was never listed waits as it was noted.
    const waiting = [...portal.values()].filter(({ noted, row }) => noted !== undefined && !told.has(row.number ?? ''));
    expect(
      records
        .filter(({ evidence }) => evidence !== 'listed')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(waiting.map(({ noted }) => noted).sort());
    const found = await search({ filter: {}, skip: 0, limit: 100 }, at());
    expect(found.total).toBe(records.length);
  },
);
