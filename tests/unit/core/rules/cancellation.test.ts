import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../src/core/calendar.ts';
import type { CalendarDate } from '../../../../src/core/facts.ts';
import { canCancel, cancellationCharge } from '../../../../src/core/rules/cancellation.ts';
import { CONVENTIONS, type Convention, DEFAULT_PRORATION } from '../../../../src/core/rules/proration.ts';

const d = (text: string): CalendarDate => text as CalendarDate;
const monthly = { decimal: '10.00', currency: 'EUR' };
const charged = (on: string, convention: Convention = 'actual-days', over = {}): unknown =>
  cancellationCharge({ start: d('2024-01-31'), monthly, ...over }, d(on), { ...DEFAULT_PRORATION, convention });

describe('cancellationCharge (R10)', () => {
  it('charges until 6 months are reached', () => {
    expect(charged('2024-05-31')).toEqual({
      verdict: 'no',
      reasons: [{ code: 'charged-until', rule: 'R10', params: { date: '2024-07-31', days: 61 } }],
      freeFrom: '2024-07-31',
      from: '2024-05-31',
      days: 61,
      charge: { amountMinor: 2000, currency: 'EUR' },
      estimate: true,
    });
    expect(charged('2024-01-31')).toMatchObject({ days: 182, charge: { amountMinor: 6000 } });
    expect(charged('2024-07-30')).toMatchObject({ verdict: 'no', days: 1, charge: { amountMinor: 32 } });
    expect(charged('2024-07-31')).toMatchObject({ verdict: 'yes', days: 0, reasons: [] });
  });

  it('measures as the partner’s convention says', () => {
    const cents = (convention: Convention): number =>
      (charged('2024-05-15', convention) as { charge: { amountMinor: number } }).charge.amountMinor;
    expect(Object.fromEntries(CONVENTIONS.map((convention) => [convention, cents(convention)]))).toEqual({
      'actual-days': 2516, // 16 of the 31 days to 31 May, then two months
      'inclusive-days': 2516,
      'thirty-day-month': 2567, // 77/30
      'months-and-days': 2516, // two months to 15 July, then 16/31
      'started-months': 3000,
    });
  });

  it('charges six months for a device cancelled at once', () => {
    // 182 days are 6.07 months of 30.
    for (const convention of CONVENTIONS)
      expect(charged('2024-01-31', convention)).toMatchObject({ charge: { amountMinor: 6000 } });
  });

  it('leaves out what is paid already', () => {
    expect(charged('2024-02-10', 'actual-days', { paidUntil: d('2024-06-30') })).toMatchObject({
      from: '2024-06-30',
      days: 31,
      charge: { amountMinor: 1000 },
    });
    expect(charged('2024-02-10', 'actual-days', { paidUntil: d('2025-01-01') })).toMatchObject({
      verdict: 'yes',
      days: 0,
    });
  });

  it('counts from the cancellation where what was paid for is over', () => {
    expect(charged('2024-05-31', 'actual-days', { paidUntil: d('2024-04-30') })).toEqual(charged('2024-05-31'));
  });

  it('says what is missing', () => {
    expect(cancellationCharge({ monthly }, d('2024-01-01'), DEFAULT_PRORATION)).toMatchObject({
      verdict: 'unknown',
      reasons: [{ code: 'hwaas-start-unknown' }],
    });
    expect(charged('2024-01-30')).toMatchObject({ verdict: 'unknown', reasons: [{ code: 'hwaas-start-in-future' }] });
    expect(cancellationCharge({ start: d('2024-01-31') }, d('2024-02-01'), DEFAULT_PRORATION)).not.toHaveProperty(
      'charge',
    );
  });

  it('never rises with time, and never exceeds six months', () => {
    const start = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays(d('2020-01-01'), n));
    fc.assert(
      fc.property(start, fc.nat(190), fc.constantFrom(...CONVENTIONS), (from, days, convention) => {
        const at = (n: number): number => {
          const found = cancellationCharge({ start: from, monthly }, addDays(from, n), {
            ...DEFAULT_PRORATION,
            convention,
          });
          expect(found.verdict === 'yes').toBe(addDays(from, n) >= addMonths(from, 6));
          return found.charge?.amountMinor ?? 0;
        };
        expect(at(days)).toBeLessThanOrEqual(6000);
        expect(at(days + 1)).toBeLessThanOrEqual(at(days));
      }),
    );
  });
});

describe('canCancel (R10)', () => {
  it.each([
    ['hwaas', 'pbx', 'yes', []],
    ['hwaas', 'customer', 'no', ['cancel-at-pbx-level']],
    ['hwaas', undefined, 'unknown', ['cancel-at-pbx-level']],
    ['capex', 'pbx', 'no', ['not-hwaas']],
    ['unknown', 'pbx', 'unknown', ['contract-unknown']],
    ['unknown', 'customer', 'no', ['cancel-at-pbx-level']],
  ] as const)('%s at %s level: %s', (contract, level, verdict, codes) => {
    const answer = canCancel({ contract }, level);
    expect([answer.verdict, answer.reasons.map((one) => one.code)]).toEqual([verdict, codes]);
  });
});
