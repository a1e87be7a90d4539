import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumn } from '../../../../src/core/money/column.ts';
import { commonCurrency, detectCurrency, minorDigits } from '../../../../src/core/money/currency.ts';
import {
  decimalOf,
  formatMoney,
  money,
  moneyOf,
  parseMoney,
  roundedMoney,
  sumMoney,
} from '../../../../src/core/money/money.ts';
import {
  compareRatios,
  minus,
  plus,
  ratio,
  ratioOf,
  roundRatio,
  times,
  toDecimal,
} from '../../../../src/core/money/ratio.ts';

describe('ratios', () => {
  it('rounds halves as asked', () => {
    const halves = ['5.5', '2.5', '-2.5'].map(ratioOf);
    expect(halves.map((half) => roundRatio(half))).toEqual([6n, 3n, -3n]);
    expect(halves.map((half) => roundRatio(half, 'half-even'))).toEqual([6n, 2n, -2n]);
  });

  const anyDecimal = fc
    .tuple(fc.integer(), fc.nat(6))
    .map(([n, places]) => new Big(n).div(new Big(10).pow(places)).toFixed());

  it('agrees with big.js on decimals', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.nat(4), (a, b, places) => {
        const [x, y] = [ratioOf(a), ratioOf(b)];
        expect(toDecimal(times(x, y), places)).toBe(positiveZero(new Big(a).times(b).toFixed(places, Big.roundHalfUp)));
        expect(toDecimal(plus(x, y), places, 'half-even')).toBe(
          positiveZero(new Big(a).plus(b).toFixed(places, Big.roundHalfEven)),
        );
        expect(compareRatios(x, y)).toBe(new Big(a).cmp(b));
        expect(toDecimal(minus(plus(x, y), y), 8)).toBe(toDecimal(x, 8));
      }),
    );
  });

  it('refuses what is not a number', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(ratio(1, -2)).toEqual(ratio(-1, 2));
    for (const text of ['', '1,5', '1e5', '.5', 'NaN']) expect(() => ratioOf(text)).toThrow(RangeError);
  });
});

/** big.js keeps the sign of a rounded-away amount, we do not. */
const positiveZero = (decimal: string): string => (/^-0(\.0*)?$/.test(decimal) ? decimal.slice(1) : decimal);

describe('money', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['CLP', 0],
    ['VND', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['JOD', 3],
    ['OMR', 3],
    ['TND', 3],
  ] as const)('%s has %i minor digits', (currency, digits) => expect(minorDigits(currency)).toBe(digits));

  it('keeps only what the currency can hold', () => {
    expect(moneyOf('12.5', 'EUR')).toEqual({ amountMinor: 1250, currency: 'EUR' });
    expect(moneyOf('0.125', 'EUR')).toBeUndefined();
    expect(moneyOf('0.125', 'KWD')).toEqual({ amountMinor: 125, currency: 'KWD' });
    expect(roundedMoney('-0.125', 'EUR')).toEqual({ amountMinor: -13, currency: 'EUR' });
    expect(() => money(2n ** 53n, 'EUR')).toThrow(RangeError);
    expect(() => money(0.5, 'EUR')).toThrow(RangeError);
  });

  it('prints exactly, however large', () => {
    expect(decimalOf(money(Number.MAX_SAFE_INTEGER, 'EUR'))).toBe('90071992547409.91');
    expect(formatMoney(money(Number.MAX_SAFE_INTEGER, 'EUR'), 'en')).toBe('€90,071,992,547,409.91');
    expect(formatMoney(money(-123450, 'CHF'), 'de-CH')).toMatch(/^CHF-1['’]234\.50$/);
  });

  it('tells what a hint may settle', () => {
    expect(parseMoney('12,50')).toEqual({ kind: 'no-currency', decimal: '12.5' });
    expect(parseMoney('$12.50')).toMatchObject({ kind: 'ambiguous', about: 'currency' });
    expect(parseMoney('$12.50', { currency: 'USD' })).toEqual({
      kind: 'ok',
      money: { amountMinor: 1250, currency: 'USD' },
    });
    expect(parseMoney('$12.50', { currency: 'EUR' })).toMatchObject({ kind: 'ambiguous', about: 'currency' });
    expect(parseMoney('€ 12,50', { currency: 'CHF' })).toMatchObject({ money: { currency: 'EUR' } });
    expect(parseMoney('1.234 €')).toEqual({ kind: 'ambiguous', about: 'number', readings: ['1.234', '1234'] });
    expect(parseMoney('1.234 €', { mark: 'point' })).toEqual({ kind: 'unfit', decimal: '1.234', currency: 'EUR' });
    const huge = '90071992547409.92';
    expect(parseMoney(`€ ${huge}`)).toEqual({ kind: 'unfit', decimal: huge, currency: 'EUR' });
    expect(parseMoney('-90071992547409.91', { currency: 'EUR' })).toMatchObject({ kind: 'ok' });
    expect(parseMoney('C$5')).toMatchObject({ kind: 'ambiguous', readings: ['CAD', 'NIO'] });
    expect(parseMoney('twelve')).toEqual({ kind: 'malformed' });
  });

  it('sums one currency only', () => {
    expect(sumMoney([money(1, 'EUR'), money(2, 'EUR')])).toEqual(money(3, 'EUR'));
    expect(sumMoney([money(1, 'EUR'), money(2, 'CHF')])).toBeUndefined();
    expect(sumMoney([])).toBeUndefined();
  });
});

describe('currencies by themselves', () => {
  it.each([
    ['', { kind: 'none' }],
    ['EUR', { kind: 'ok', currency: 'EUR' }],
    ['€ EUR', { kind: 'ok', currency: 'EUR' }],
    ['$ CAD', { kind: 'ok', currency: 'CAD' }],
    ['€ CHF', { kind: 'ambiguous', candidates: ['EUR', 'CHF'] }],
    ['eur', undefined],
    ['XYZ', undefined],
    ['price', undefined],
  ])('%j', (text, expected) => expect(detectCurrency(text)).toEqual(expected));
});

it('currencies side by side leave what they have in common', () => {
  const open = [
    ['USD', 'CAD', 'AUD'],
    ['CAD', 'AUD', 'NZD'],
  ];
  expect(commonCurrency(open)).toEqual({ kind: 'ambiguous', candidates: ['CAD', 'AUD'] });
  expect(commonCurrency([...open, ['AUD']])).toEqual({ kind: 'ok', currency: 'AUD' });
});

describe('readColumn', () => {
  it('settles doubtful values by the others', () => {
    const column = readColumn(['1.234', '12,50', 'n/a', '7']);
    expect(column).toMatchObject({ mark: 'comma', by: 'column', evidence: { comma: 1, point: 0 } });
    expect(column.values.map((value) => (value.kind === 'ok' ? value.decimal : value.kind))).toEqual([
      '1234',
      '12.5',
      'malformed',
      '7',
    ]);
  });

  it('asks the setting where the column says nothing, or contradicts itself', () => {
    expect(readColumn(['1.234', '5']).by).toBe('nothing');
    expect(readColumn(['1.234', '5']).values[0]).toMatchObject({ kind: 'ambiguous' });
    expect(readColumn(['1.234', '5'], 'point')).toMatchObject({
      by: 'setting',
      values: [{ decimal: '1.234' }, { decimal: '5' }],
    });
    expect(readColumn(['1.234', '1,5', '1.5'])).toMatchObject({ by: 'nothing', evidence: { point: 1, comma: 1 } });
    expect(readColumn(['1.234', '12,50'], 'point').values[0]).toMatchObject({ decimal: '1234' });
  });
});

describe('an amount whose currency only the setting tells', () => {
  const hints = { currency: 'USD', currencySaid: true } as const;
  it.each(['$ 12.00', '12.00'])('says so: %s', (text) => {
    const reading = parseMoney(text, hints);
    expect(reading).toEqual({ kind: 'ok', money: { amountMinor: 1200, currency: 'USD', currencySaid: true } });
  });
  it('is none where the text says its currency, or what stands around it does', () => {
    expect(parseMoney('€ 12.00', hints)).toEqual({ kind: 'ok', money: { amountMinor: 1200, currency: 'EUR' } });
    expect(parseMoney('$ 12.00', { currency: 'USD' })).toEqual({
      kind: 'ok',
      money: { amountMinor: 1200, currency: 'USD' },
    });
  });
});
