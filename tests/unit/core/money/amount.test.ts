import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../../src/core/money/amount.ts';

/** One line per answer: the decimal or both readings, and the currency if one is named. */
function read(text: string, mark?: 'point' | 'comma'): string {
  const reading = parseAmount(text, mark);
  if (reading.kind === 'malformed') return `malformed ${reading.why}`;
  const { currency } = reading;
  const named =
    currency.kind === 'ok'
      ? ` ${currency.currency}`
      : currency.kind === 'none'
        ? ''
        : ` ${currency.candidates.join('|')}`;
  return (reading.kind === 'ok' ? reading.decimal : `${reading.point} or ${reading.comma}`) + named;
}

describe('parseAmount', () => {
  it.each([
    ['1.234,56 €', '1234.56 EUR'],
    ['€ 1,234.56', '1234.56 EUR'],
    ['1 234,56', '1234.56'],
    ['1\u202f234,56\u00a0€', '1234.56 EUR'],
    ['CHF 1’234.50', '1234.5 CHF'],
    ["CHF 1'234.50", '1234.5 CHF'],
    ['CHF-1’234.50', '-1234.5 CHF'],
    ['Fr. 12.50', '12.5 CHF'],
    ['Fr.12.50', '12.5 CHF'],
    ['SFr. 5', '5 CHF'],
    ['12.–', '12'],
    ['CHF 12.—', '12 CHF'],
    ['€ 12,-', '12 EUR'],
    ['12,-- €', '12 EUR'],
    ['1.234,- €', '1234 EUR'],
    ['(1.234,56 €)', '-1234.56 EUR'],
    ['€ (1,234.56)', '-1234.56 EUR'],
    ['\u22121.234,56 €', '-1234.56 EUR'],
    ['€ -12,00', '-12 EUR'],
    ['12,50-', '-12.5'],
    ['+12,50', '12.5'],
    ['12,34,567.89', '1234567.89'],
    ['1.234.567', '1234567'],
    ['1 234', '1234'],
    ['0.125', '0.125'],
    ['0,000', '0'],
    ['1234.567', '1234.567'],
    ['1.234,567', '1234.567'],
    ['.5', '0.5'],
    ['-,50 €', '-0.5 EUR'],
    ['-0,00', '0'],
    ['007', '7'],
    ['\u200e12,50\u200f', '12.5'],
    ['1234567890123456789.01', '1234567890123456789.01'],
    ['12 USD', '12 USD'],
    ['US$12', '12 USD'],
    ['$ 12 USD', '12 USD'],
    ['12 zł', '12 PLN'],
    ['£3', '3 GBP|EGP|FKP|GIP|LBP|SDG|SHP|SSP|SYP'],
    ['UK£ 3', '3 GBP'],
    ['12 Euro', '12 EUR'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['1.234', '1.234 or 1234'],
    ['1,234', '1234 or 1.234'],
    ['€ -999.000', '-999 or -999000 EUR'],
    ['12 €/CHF', 'malformed text'],
    ['12 € CHF', '12 EUR|CHF'],
    ['¥5', '5 JPY|CNY'],
    ['5 kr', '5 SEK|NOK|DKK|ISK'],
  ])('%s stays open: %s', (text, expected) => expect(read(text)).toBe(expected));

  it('names every dollar for $', () => expect(read('$5')).toMatch(/^5 USD\|CAD\|AUD\|/));

  it('is settled by a given mark only where it is open', () => {
    expect(read('1.234', 'point')).toBe('1.234');
    expect(read('1.234', 'comma')).toBe('1234');
    expect(read('1,234', 'comma')).toBe('1.234');
    expect(read('1.234,56', 'point')).toBe('1234.56');
    expect(read('1.234,-', 'point')).toBe('1234');
  });

  it.each([
    ['', 'empty'],
    ['  \u00a0', 'empty'],
    ['€', 'no-number'],
    ['n/a', 'no-number'],
    ['12 pcs', 'text'],
    ['12 / month', 'text'],
    ['approx. 12', 'text'],
    ['12.50*', 'text'],
    ['12²', 'text'],
    ['12 - 15', 'digits'],
    ['1.23.456', 'digits'],
    ['1,2,3', 'digits'],
    ['1.234 567', 'digits'],
    ['1,234.567,89', 'digits'],
    ["1'234 567.00", 'digits'],
    ['1..5', 'digits'],
    ['12 50', 'digits'],
    ['0.123.456', 'digits'],
    ['12,50.-', 'digits'],
    ['--12', 'sign'],
    ['-12-', 'sign'],
    ['-(12)', 'sign'],
    ['(12', 'sign'],
    ['12)', 'sign'],
    [')12(', 'sign'],
    ['123,45,678', 'digits'],
    ['+-3', 'sign'],
    ['ABC 12', 'text'],
    ['1e5', 'digits'],
    ['0x1F', 'text'],
    [`${'1'.repeat(101)}`, 'no-number'],
  ])('%j is refused: %s', (text, why) => expect(read(text)).toBe(`malformed ${why}`));
});
