import Big from 'big.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/core/calendar.ts';
import type { CalendarDate, Duration } from '../../../../../src/core/facts.ts';
import { DiscountSchedule } from '../../../../../src/core/rules/discount/schedule.ts';
import { CONVENTIONS, DEFAULT_PRORATION } from '../../../../../src/core/rules/proration.ts';
import type { Cart, CartLine } from '../../../../../src/core/rules/quote/cart.ts';
import { compareDurations } from '../../../../../src/core/rules/quote/compare.ts';
import { isPriced, quote } from '../../../../../src/core/rules/quote/quote.ts';

const d = (text: string): CalendarDate => text as CalendarDate;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const price = (decimal: string, per: 'month' | 'term' = 'term') => ({ decimal, currency: 'EUR', per }) as const;
const schedule = (over: Record<string, unknown>): DiscountSchedule =>
  v.parse(DiscountSchedule, {
    id: 'S',
    scope: { kind: 'order' },
    model: 'volume',
    source: 'list',
    tiers: [{ from: 10, percent: '10' }],
    ...over,
  });
const cart = (over: Partial<Cart> = {}): Cart => ({
  lines: [{ sku: 'A', quantity: 10, price: price('120.00') }],
  currency: 'EUR',
  duration: 'P1Y',
  schedules: [],
  proration: DEFAULT_PRORATION,
  joining: { from: d('2020-08-01'), expiration: d('2021-05-01') },
  ...over,
});

describe('quote', () => {
  it('gives first charge, recurring charge, MRR and liability', () => {
    const { lines, total, proration } = quote(cart({ schedules: [schedule({})] }));
    const expected = {
      listPerTerm: eur(120_000),
      perTerm: eur(108_000),
      discount: eur(12_000),
      perMonth: eur(9_000),
      firstCharge: eur(80_778), // 1080.00 × 273/365
      sixMonths: eur(54_000),
      liability: eur(80_778),
    };
    expect(lines).toEqual([{ sku: 'A', quantity: 10, ...expected, tier: { schedule: 'S', from: 10, source: 'list' } }]);
    expect(total).toEqual(expected);
    expect(proration).toMatchObject({ convention: 'actual-days', days: 273, estimate: true });
  });

  it('takes prices per month or per term', () => {
    const monthly = quote(cart({ lines: [{ sku: 'A', quantity: 1, price: price('10', 'month') }] })).total;
    expect(monthly).toMatchObject({ perTerm: eur(12_000), perMonth: eur(1_000) });
    expect(
      quote(cart({ lines: [{ sku: 'A', quantity: 1, price: price('10', 'month') }], duration: 'P5Y' })).total,
    ).toMatchObject({ perTerm: eur(60_000) });
  });

  it('takes a tier’s price and flat part per month or per term', () => {
    const tiers = [{ from: 10, price: '5', flat: '6' }];
    const of = (per: 'month' | 'term', duration: Duration) =>
      quote(cart({ duration, schedules: [schedule({ per, tiers })] })).total;
    expect(of('term', 'P1Y')).toMatchObject({ perTerm: eur(5_600), perMonth: eur(467) });
    expect(of('month', 'P1Y')).toMatchObject({ perTerm: eur(67_200), perMonth: eur(5_600) });
    expect(of('month', 'P5Y')).toMatchObject({ perTerm: eur(336_000), perMonth: eur(5_600) });
  });

  it('of an empty cart, or of no units, is zero and not missing', () => {
    const { total, lines } = quote(cart({ lines: [], schedules: [schedule({})] }));
    expect([lines, total?.perTerm, total?.firstCharge]).toEqual([[], eur(0), eur(0)]);
    const none = quote(cart({ lines: [{ sku: 'A', quantity: 0, price: price('9') }], schedules: [schedule({})] }));
    expect(none.total).toMatchObject({ listPerTerm: eur(0), perTerm: eur(0), discount: eur(0), liability: eur(0) });
  });

  it.each([
    ['JPY', '120', 1_200, 100, 898],
    ['KWD', '0.125', 1_250, 104, 935],
  ])('rounds to the minor unit of %s', (currency, decimal, perTerm, perMonth, firstCharge) => {
    const lines: CartLine[] = [{ sku: 'A', quantity: 10, price: { decimal, currency, per: 'term' } }];
    const { total } = quote(cart({ lines, currency }));
    expect([total?.perTerm, total?.perMonth, total?.firstCharge].map((one) => one?.amountMinor)).toEqual([
      perTerm,
      perMonth,
      firstCharge,
    ]);
  });

  it('owes six months even where less is left (R10)', () => {
    const joining = { from: d('2021-03-01'), expiration: d('2021-05-01') };
    expect(quote(cart({ joining })).total).toMatchObject({
      firstCharge: eur(20_055),
      sixMonths: eur(60_000),
      liability: eur(60_000),
    });
    const { total } = quote(
      cart({
        duration: 'P1M',
        lines: [{ sku: 'A', quantity: 1, price: price('9.99') }],
        joining: { from: d('2021-04-20'), expiration: d('2021-05-01') },
      }),
    );
    expect(total).toMatchObject({ firstCharge: eur(366), sixMonths: eur(5_994), liability: eur(5_994) });
  });

  it('leaves out the first charge where the expiration is not known', () => {
    const { joining: _, ...open } = cart();
    const { total, proration } = quote(open);
    expect(proration).toBeUndefined();
    expect(Object.keys(total ?? {})).toEqual(['listPerTerm', 'perTerm', 'discount', 'perMonth', 'sixMonths']);
  });

  it('names no first charge on an expired PBX', () => {
    const { total, proration } = quote(cart({ joining: { from: d('2021-05-01'), expiration: d('2021-05-01') } }));
    expect(proration?.position).toBe('expired');
    expect(total).not.toHaveProperty('firstCharge');
  });

  it('gives no total where a price is missing', () => {
    const { lines, total } = quote(
      cart({
        lines: [
          { sku: 'A', quantity: 1, price: price('1') },
          { sku: 'B', quantity: 2 },
          { sku: 'C', quantity: 1, price: { ...price('1'), currency: 'CHF' } },
        ],
      }),
    );
    expect(total).toBeUndefined();
    expect(lines.slice(1)).toEqual([
      { sku: 'B', quantity: 2, why: 'no-price' },
      { sku: 'C', quantity: 1, why: 'other-currency' },
    ]);
  });

  it('adds the rounded lines, since those are shown', () => {
    const lines = ['A', 'B', 'C'].map((sku): CartLine => ({ sku, quantity: 1, price: price('0.06') }));
    expect(quote(cart({ lines })).total?.perMonth).toEqual(eur(3)); // half a cent thrice: 1.5 would round to 2
  });

  it('tells SKUs that two discounts claim, and applies neither', () => {
    const { contradictory, total } = quote(
      cart({ schedules: [schedule({}), schedule({ id: 'T', tiers: [{ from: 1, percent: '50' }] })] }),
    );
    expect(contradictory).toEqual(['A']);
    const twice = [1, 2].map((quantity): CartLine => ({ sku: 'A', quantity, price: price('1') }));
    const schedules = [schedule({}), schedule({ id: 'T' })];
    expect(quote(cart({ lines: twice, schedules })).contradictory).toEqual(['A']);
    expect(total?.perTerm).toEqual(total?.listPerTerm);
  });

  it.each([[{ quantity: -1 }], [{ quantity: 1.5 }], [{ price: price('-1') }], [{ price: price('1,5') }]])(
    'refuses %j',
    (over) => {
      expect(() => quote(cart({ lines: [{ sku: 'A', quantity: 1, price: price('1'), ...over }] }))).toThrow(RangeError);
    },
  );
});

describe('compareDurations', () => {
  it('puts the three side by side over five years', () => {
    const compared = compareDurations({
      ...cart(),
      lines: [{ sku: 'A', quantity: 2, prices: { P1M: price('10'), P1Y: price('100'), P5Y: price('400') } }],
      joining: { duration: 'P1Y', from: d('2020-08-01'), expiration: d('2021-05-01') },
    });
    expect([compared.P1M, compared.P1Y, compared.P5Y].map((one) => [one.total?.perMonth, one.overCompared])).toEqual([
      [eur(2_000), eur(120_000)],
      [eur(1_667), eur(100_000)],
      [eur(1_333), eur(80_000)],
    ]);
    expect([compared.P1M, compared.P1Y, compared.P5Y].map((one) => one.total?.firstCharge)).toEqual([
      undefined,
      eur(14_959),
      undefined,
    ]);
  });

  it('says where a Duration has no price', () => {
    const compared = compareDurations({
      currency: 'EUR',
      schedules: [],
      proration: DEFAULT_PRORATION,
      lines: [{ sku: 'A', quantity: 2, prices: { P1M: price('10') } }],
    });
    expect(compared.P1Y.lines).toEqual([{ sku: 'A', quantity: 2, why: 'no-price' }]);
    expect(compared.P1Y.overCompared).toBeUndefined();
  });
});

describe('properties', () => {
  const decimals = fc
    .tuple(fc.nat(500_000), fc.nat(4))
    .map(([n, places]) => new Big(n).div(new Big(10).pow(places)).toFixed());
  const line = fc.record<CartLine>({
    sku: fc.constantFrom('A', 'B', 'C', 'D'),
    category: fc.constantFrom('phones', 'gateways', undefined),
    quantity: fc.nat(300),
    price: fc.record({ decimal: decimals, currency: fc.constant('EUR'), per: fc.constantFrom('month', 'term') }),
  });
  const froms = fc
    .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 })
    .map((all) => all.sort((a, b) => a - b));
  const effects = fc.oneof(
    fc.record({ percent: fc.integer({ min: 0, max: 1000 }).map((n) => `${n / 10}`) }),
    fc.record({ price: decimals, flat: decimals }),
    fc.record({ flat: decimals }),
  );
  const schedules = fc.array(
    fc
      .record({
        scope: fc.constantFrom(
          { kind: 'order' },
          { kind: 'sku', sku: 'A' },
          { kind: 'sku', sku: 'B' },
          { kind: 'category', category: 'phones' },
        ),
        model: fc.constantFrom('volume', 'graduated'),
        per: fc.constantFrom('month', 'term'),
        froms,
        effects: fc.array(effects, { minLength: 5, maxLength: 5 }),
      })
      .map(({ froms: at, effects: some, ...rest }) =>
        schedule({ ...rest, id: JSON.stringify(rest.scope), tiers: at.map((from, i) => ({ from, ...some[i] })) }),
      ),
    { maxLength: 4 },
  );
  const anyCart = fc
    .record({
      lines: fc.array(line, { minLength: 1, maxLength: 12 }),
      duration: fc.constantFrom<Duration>('P1M', 'P1Y', 'P5Y'),
      schedules,
      convention: fc.constantFrom(...CONVENTIONS),
      roundEach: fc.constantFrom('line', 'unit'),
      rounding: fc.constantFrom('half-up', 'half-even'),
      ahead: fc.nat(400),
    })
    .map(({ convention, roundEach, rounding, ahead, ...rest }) =>
      cart({
        ...rest,
        proration: { convention, roundEach, rounding } as Cart['proration'],
        joining: { from: addDays(d('2024-03-31'), -ahead), expiration: d('2024-03-31') },
      }),
    );

  it('no order of the lines changes a total', () => {
    fc.assert(
      fc.property(anyCart, fc.infiniteStream(fc.nat()), (one, numbers) => {
        const shuffled = one.lines
          .map((own) => [numbers.next().value as number, own] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, own]) => own);
        expect(quote({ ...one, lines: shuffled }).total).toEqual(quote(one).total);
      }),
    );
  });

  it('the price never rises with fewer days', () => {
    fc.assert(
      fc.property(anyCart, fc.integer({ min: 1, max: 60 }), (one, later) => {
        const joining = one.joining as NonNullable<Cart['joining']>;
        const first = (from: CalendarDate): number =>
          quote({ ...one, joining: { ...joining, from } }).total?.firstCharge?.amountMinor ?? 0;
        expect(first(addDays(joining.from, later))).toBeLessThanOrEqual(first(joining.from));
      }),
    );
  });

  it('discounts never make an amount negative, and totals are the sums of what is shown', () => {
    fc.assert(
      fc.property(anyCart, (one) => {
        const { lines, total } = quote(one);
        for (const key of ['listPerTerm', 'perTerm', 'perMonth', 'firstCharge', 'sixMonths', 'liability'] as const) {
          if (total?.[key] === undefined) continue;
          const shown = lines.filter(isPriced).map((own) => own[key]?.amountMinor ?? Number.NaN);
          for (const amount of shown) expect(amount).toBeGreaterThanOrEqual(0);
          expect(total?.[key]?.amountMinor).toBe(shown.reduce((a, b) => a + b, 0));
        }
      }),
    );
  });

  it('agrees with naive decimal sums where the discount is a volume percentage', () => {
    const tiers = [
      { from: 20, percent: '7.5' },
      { from: 100, percent: '15' },
    ];
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.constantFrom<Duration>('P1M', 'P1Y', 'P5Y'),
        fc.integer({ min: 1, max: 27 }),
        (lines, duration, left) => {
          const expiration = d('2023-04-30');
          const { total } = quote(
            cart({
              lines,
              duration,
              schedules: [schedule({ tiers })],
              joining: { from: addDays(expiration, -left), expiration },
            }),
          );
          const months = { P1M: 1, P1Y: 12, P5Y: 60 }[duration];
          const termDays = { P1M: 31, P1Y: 365, P5Y: 1826 }[duration];
          const units = lines.reduce((sum, own) => sum + own.quantity, 0);
          const off = units >= 100 ? '15' : units >= 20 ? '7.5' : '0';
          let [first, term] = [new Big(0), new Big(0)];
          for (const { quantity, price: own } of lines) {
            const unit = new Big(own?.decimal ?? 0).times(own?.per === 'month' ? months : 1);
            const net = unit.times(quantity).times(new Big(100).minus(off)).div(100);
            term = term.plus(net.round(2, Big.roundHalfUp));
            first = first.plus(net.times(left).div(termDays).round(2, Big.roundHalfUp));
          }
          expect(total?.perTerm).toEqual(eur(term.times(100).toNumber()));
          expect(total?.firstCharge).toEqual(eur(first.times(100).toNumber()));
        },
      ),
    );
  });
});
