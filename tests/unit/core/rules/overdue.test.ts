import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/core/calendar.ts';
import type { CalendarDate } from '../../../../src/core/facts.ts';
import { orderingDespiteOverdue, overdueState } from '../../../../src/core/rules/overdue.ts';

const due = '2024-01-31' as CalendarDate;
const dueAnd = (days: number): CalendarDate => addDays(due, days);
const ask = (days: number): string => {
  const { verdict, reasons } = orderingDespiteOverdue([{ due }], dueAnd(days));
  return [verdict, ...reasons.map((one) => one.code)].join(' ');
};

describe('overdue ladder (R7)', () => {
  it('gives the date of every step', () => {
    expect(overdueState([{ due: dueAnd(20) }, { due }], dueAnd(3))).toEqual({
      due,
      daysOverdue: 3,
      step: 'warning',
      steps: [
        { step: 'warning', date: '2024-02-02', reached: true },
        { step: 'orders-blocked', date: '2024-02-05', reached: false },
        { step: 'portal-locked', date: '2024-03-01', reached: false },
        { step: 'services-suspended', date: '2024-03-06', reached: false },
      ],
      next: { step: 'orders-blocked', date: '2024-02-05', inDays: 2 },
      undated: 0,
    });
  });

  it('follows the documented days', () => {
    const expected = (day: number): string =>
      day >= 35
        ? 'services-suspended'
        : day >= 30
          ? 'portal-locked'
          : day >= 5
            ? 'orders-blocked'
            : day >= 2
              ? 'warning'
              : 'none';
    for (let day = -40; day < 60; day++)
      expect([day, overdueState([{ due }], dueAnd(day)).step]).toEqual([day, expected(day)]);
    expect(overdueState([{ due }], dueAnd(40)).next).toBeUndefined();
    expect(overdueState([], due)).toEqual({ daysOverdue: 0, step: 'none', steps: [], undated: 0 });
  });

  it.each([
    [-3, 'yes'],
    [0, 'yes'],
    [1, 'yes overdue-orders-blocked-soon'],
    [4, 'yes overdue-orders-blocked-soon'],
    [5, 'no overdue-orders-blocked'],
    [30, 'no overdue-portal-locked'],
    [35, 'no overdue-services-suspended'],
  ])('day %i: ordering %s', (days, expected) => expect(ask(days)).toBe(expected));

  it('cannot tell without the invoices or their dates', () => {
    expect(orderingDespiteOverdue(undefined, due)).toMatchObject({
      verdict: 'unknown',
      reasons: [{ code: 'invoices-not-seen' }],
    });
    expect(orderingDespiteOverdue([{ number: '7' }], due)).toMatchObject({
      verdict: 'unknown',
      reasons: [{ code: 'invoices-undated' }],
    });
    expect(orderingDespiteOverdue([{}, { due }], dueAnd(9)).verdict).toBe('no');
    expect(orderingDespiteOverdue([], due)).toEqual({ verdict: 'yes', reasons: [] });
  });

  it('never gets better while nothing is paid', () => {
    const order = ['none', 'warning', 'orders-blocked', 'portal-locked', 'services-suspended'];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer({ min: -60, max: 60 }), (dues, day) => {
        const invoices = dues.map((days) => ({ due: dueAnd(days) }));
        const at = (days: number): number => order.indexOf(overdueState(invoices, dueAnd(days)).step);
        expect(at(day + 1)).toBeGreaterThanOrEqual(at(day));
      }),
    );
  });
});
