import { describe, expect, test } from 'vitest';
import type { CalendarDate, Instant } from '../../../../src/core/facts.ts';
import type { OrderRecord } from '../../../../src/core/records/order.ts';
import { AT_ONCE, lastChange, NEVER, needsFrom, orderStanding } from '../../../../src/core/rules/order-standing.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const instant = (text: string): Instant => text as Instant;

const order = (more: Partial<OrderRecord> = {}): OrderRecord => ({
  id: 'o1',
  revision: 1,
  updatedAt: instant('2026-11-10T09:00:00.000Z'),
  updatedBy: 'page',
  contract: 'hwaas',
  lines: [],
  state: 'processing',
  statusText: 'In process',
  evidence: 'listed',
  seen: { at: instant('2026-11-23T09:00:00.000Z'), url: 'https://my.wildix.com/' },
  history: [],
  ...more,
});
const BASIS = { changed: day('2026-11-10'), staleDays: 14 };
const TODAY = day('2026-11-23');
const codes = (one: OrderRecord, basis = BASIS, today = TODAY) => {
  const { group, reasons } = orderStanding(one, basis, today);
  return [group, ...reasons.map(({ code }) => code)];
};

describe('an order', () => {
  test.each<[string, Partial<OrderRecord>, string[]]>([
    [
      'that nobody answered',
      { state: 'unknown', evidence: 'asked', statusText: undefined },
      ['needs-you', 'order-outcome-unknown'],
    ],
    ['whose word nobody knows', { state: 'unknown', statusText: 'Zzz' }, ['needs-you', 'order-word-unknown']],
    ['without a status', { state: 'unknown', statusText: undefined }, ['needs-you', 'order-state-unknown']],
    ['on backorder', { state: 'backordered' }, ['needs-you', 'order-backordered']],
    ['expected yesterday', { shipmentDate: day('2026-11-22') }, ['needs-you', 'order-overdue']],
    ['expected today', { shipmentDate: TODAY }, ['on-the-way']],
    [
      'that is late and partly shipped',
      { state: 'partly-shipped', shipmentDate: day('2026-11-01') },
      ['needs-you', 'order-overdue'],
    ],
    ['that is not listed any more', { shown: false }, ['needs-you', 'order-not-shown']],
    ['that is done and not listed any more', { state: 'delivered', shown: false }, ['done', 'order-not-shown']],
    ['that was shipped late', { state: 'shipped', shipmentDate: day('2026-11-01') }, ['done']],
    ['that WMP refused', { state: 'unknown', evidence: 'refused' }, ['not-placed']],
    ['that is on its way', {}, ['on-the-way']],
  ])('%s', (_what, more, expected) => {
    expect(codes(order(more))).toEqual(expected);
  });

  test('stands still for too long on the day after the last that it may', () => {
    expect(codes(order(), BASIS, day('2026-11-24'))).toEqual(['on-the-way']);
    expect(codes(order(), BASIS, day('2026-11-25'))).toEqual(['needs-you', 'order-unchanged']);
    expect(codes(order(), { ...BASIS, staleDays: 0 }, day('2036-11-25'))).toEqual(['on-the-way']);
  });

  test('needs the partner from the first day on which a reason holds, as its place in the index says', () => {
    expect(needsFrom(order({ state: 'unknown' }), BASIS)).toBe(AT_ONCE);
    expect(needsFrom(order(), BASIS)).toBe('2026-11-25');
    expect(needsFrom(order({ shipmentDate: day('2026-11-20') }), BASIS)).toBe('2026-11-21');
    expect(needsFrom(order(), { ...BASIS, staleDays: 0 })).toBe(NEVER);
  });
});

test('the last change is none of its being shown, and a first sight where nothing changed', () => {
  const at = (text: string, field: 'state' | 'shown') => ({ at: instant(text), field });
  expect(lastChange(order())).toBe('2026-11-10T09:00:00.000Z');
  expect(lastChange(order({ firstSeen: instant('2026-11-01T09:00:00.000Z') }))).toBe('2026-11-01T09:00:00.000Z');
  const history = [at('2026-11-12T09:00:00.000Z', 'state'), at('2026-11-20T09:00:00.000Z', 'shown')];
  expect(lastChange(order({ history }))).toBe('2026-11-12T09:00:00.000Z');
});
