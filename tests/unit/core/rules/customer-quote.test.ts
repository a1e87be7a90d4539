import { describe, expect, test } from 'vitest';
import type { Money } from '../../../../src/core/facts.ts';
import { customerQuote, type OfferedLine } from '../../../../src/core/rules/customer-quote.ts';

const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const line = (quantity: number, purchase?: number, more: Partial<OfferedLine> = {}): OfferedLine => ({
  key: `${quantity}`,
  quantity,
  ...(purchase !== undefined && { purchase: eur(purchase) }),
  ...more,
});
const markup = (percent: string) => ({ kind: 'markup' as const, percent });
const margin = (percent: string) => ({ kind: 'margin' as const, percent });

describe('prices for the customer', () => {
  test('a mark-up is on the purchase price, a margin of the sale price', () => {
    const lines = [line(10, 10_000)];
    expect(customerQuote(lines, 'P1M', 'EUR', markup('25')).perMonth).toEqual(eur(12_500));
    expect(customerQuote(lines, 'P1M', 'EUR', margin('25')).perMonth).toEqual(eur(13_330));
    expect(customerQuote(lines, 'P1M', 'EUR', markup('0')).perMonth).toEqual(eur(10_000));
  });

  test('printed figures multiply: unit by quantity by months', () => {
    const { lines, perTerm } = customerQuote([line(3, 12_345)], 'P1Y', 'EUR', markup('12.5'));
    const unit = lines[0]?.unit?.amountMinor ?? 0;
    // 123.45 for 3 units and 12 months are 3.43 a unit and month before the mark-up, unrounded 3.429166…
    expect(unit).toBe(386);
    expect(lines[0]?.perMonth).toEqual(eur(unit * 3));
    expect(perTerm).toEqual(eur(unit * 36));
  });

  test('the partner’s own price counts before any other, and without a list', () => {
    const quote = customerQuote(
      [line(2, 1000, { own: '9.99' }), line(1, undefined, { own: '5' })],
      'P1M',
      'EUR',
      undefined,
    );
    expect(quote.lines.map(({ unit }) => unit)).toEqual([eur(999), eur(500)]);
    expect(quote.perMonth).toEqual(eur(2498));
  });

  test('a line without a price keeps the sum away', () => {
    const quote = customerQuote([line(2, 1000), line(1)], 'P1M', 'EUR', markup('10'));
    expect(quote.lines[1]).toEqual({ key: '1' });
    expect(quote.perMonth).toBeUndefined();
    expect(quote.purchase).toBeUndefined();
  });

  test('a price in another currency is none', () => {
    expect(customerQuote([line(1, 100)], 'P1M', 'CHF', markup('10')).perMonth).toBeUndefined();
  });

  test.each([margin('100'), margin('120'), markup('-1'), markup('1001')])('%o makes no price', (pricing) => {
    expect(customerQuote([line(1, 100)], 'P1M', 'EUR', pricing).perMonth).toBeUndefined();
  });

  test('currencies without minor units and with three of them', () => {
    const of = (currency: string) =>
      customerQuote([line(2, undefined, { own: '12.5' })], 'P1M', currency, undefined).perMonth?.amountMinor;
    expect(of('JPY')).toBe(26);
    expect(of('KWD')).toBe(25_000);
  });

  test('what the partner pays is told per month', () => {
    expect(customerQuote([line(2, 24_000)], 'P1Y', 'EUR', markup('10')).purchase).toEqual(eur(2000));
  });
});
