import { describe, expect, test } from 'vitest';
import type { CalendarDate, Instant } from '../../../../src/core/facts.ts';
import type { OrderRecord } from '../../../../src/core/records/order.ts';
import type { PbxRecord } from '../../../../src/core/records/pbx.ts';
import { isQuiet, orderFacts, pbxFacts } from '../../../../src/core/rules/reminders.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const at = '2026-11-20T09:00:00.000Z' as Instant;
const stamp = { revision: 1, updatedAt: at, updatedBy: 'page' as const, seen: { at, url: 'https://my.wildix.com/' } };
const order = (more: Partial<OrderRecord>): OrderRecord => ({
  ...stamp,
  id: 'number:1',
  number: '1',
  contract: 'hwaas',
  lines: [],
  state: 'processing',
  evidence: 'listed',
  history: [],
  ...more,
});
const BASIS = { changed: day('2026-11-20'), staleDays: 14 };
const facts = (more: Partial<OrderRecord>, today = '2026-11-23') =>
  orderFacts(order(more), BASIS, day(today)).map(({ id }) => id);
const shipped = { at, field: 'state' as const, from: 'processing', to: 'shipped' };

describe('an order gives', () => {
  test.each<[string, Partial<OrderRecord>, string[]]>([
    [
      'that it was shipped, where that was seen to happen',
      { state: 'shipped', history: [shipped] },
      ['number:1 shipped'],
    ],
    ['nothing where it was shipped when it was first seen', { state: 'shipped' }, []],
    ['nothing where it was cancelled', { state: 'cancelled', history: [shipped] }, []],
    [
      'that it is late, by the date that was promised',
      { shipmentDate: day('2026-11-22') },
      ['number:1 late 2026-11-22'],
    ],
    ['nothing on the day itself', { shipmentDate: day('2026-11-23') }, []],
    ['that it is still unknown', { state: 'unknown' }, ['number:1 unknown']],
    ['nothing where WMP refused it', { state: 'unknown', evidence: 'refused' }, []],
    ['nothing for a backorder alone', { state: 'backordered' }, []],
  ])('%s', (_what, more, ids) => {
    expect(facts(more)).toEqual(ids);
  });

  test('no old news, and no unknown outcome of the same day', () => {
    expect(facts({ state: 'shipped', history: [shipped] }, '2026-11-24')).toEqual([]);
    expect(facts({ state: 'unknown' }, '2026-11-20')).toEqual([]);
  });
});

test('a PBX is reminded of 30 and 7 days ahead, once each, and again for another date', () => {
  const pbx = (expiration: string): PbxRecord => ({
    ...stamp,
    id: 'p',
    customer: { key: 'a', name: 'A' },
    name: 'P',
    expiration: day(expiration),
  });
  const ids = (expiration: string) => pbxFacts(pbx(expiration), day('2026-11-01')).map(({ id }) => id);
  expect(ids('2026-12-02')).toEqual([]);
  expect(ids('2026-12-01')).toEqual(['p expires 2026-12-01 30']);
  expect(ids('2026-11-09')).toEqual(['p expires 2026-11-09 30']);
  expect(ids('2026-11-08')).toEqual(['p expires 2026-11-08 7']);
  expect(ids('2026-11-01')).toEqual(['p expires 2026-11-01 7']);
  expect(ids('2026-10-31')).toEqual([]);
});

test('quiet hours may pass midnight, and are none where they begin when they end', () => {
  const quiet = (from: number, until: number) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuiet(hour, from, until));
  expect(quiet(20, 7)).toEqual([0, 1, 2, 3, 4, 5, 6, 20, 21, 22, 23]);
  expect(quiet(12, 14)).toEqual([12, 13]);
  expect(quiet(8, 8)).toEqual([]);
});
