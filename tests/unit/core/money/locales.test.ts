import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecimalMark } from '../../../../src/core/money/digits.ts';
import { decimalOf, formatMoney, parseMoney } from '../../../../src/core/money/money.ts';

const LANGUAGES = ['en', 'de', 'it', 'fr', 'es', 'nl'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const REGIONS = ['', '-001', '-150', '-419', ...LETTERS.flatMap((a) => LETTERS.map((b) => `-${a}${b}`))];

/** `Intl` lists no locales, so every region there could be is asked for: it answers with the locale itself if it has it. */
const locales = LANGUAGES.flatMap((language) => REGIONS.map((region) => language + region)).filter(
  (locale) => new Intl.NumberFormat(locale).resolvedOptions().locale === locale,
);
const CURRENCIES = [
  'EUR',
  'CHF',
  'GBP',
  'USD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'CAD',
  'AUD',
  'JPY',
  'KWD',
  'ISK',
  'TRY',
  'INR',
  'NZD',
  'HKD',
  'SGD',
  'MXN',
  'BRL',
  'CNY',
  'ILS',
  'TND',
];

const markOf = (locale: string): DecimalMark =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value === ','
    ? 'comma'
    : 'point';

/** fr-CH and others write money with another mark than plain numbers. */
const moneyMark = (locale: string, currency: string): DecimalMark => {
  const decimal = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 1 })
    .formatToParts(0.5)
    .find((part) => part.type === 'decimal')?.value;
  return decimal === undefined ? markOf(locale) : decimal === ',' ? 'comma' : 'point';
};

describe('format → parse', () => {
  it('knows enough locales to mean something', () => expect(locales.length).toBeGreaterThan(200));

  it.each(LANGUAGES)('gives the amount back in every locale of %s', (language) => {
    const own = locales.filter((locale) => locale.startsWith(language));
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        fc.constantFrom(...CURRENCIES),
        fc.oneof(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.maxSafeInteger()),
        (locale, currency, amountMinor) => {
          const money = { amountMinor: amountMinor + 0, currency };
          expect(parseMoney(formatMoney(money, locale), { mark: moneyMark(locale, currency), currency })).toEqual({
            kind: 'ok',
            money,
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('holds for each locale, currency and form at least once', () => {
    for (const locale of locales) {
      for (const currency of CURRENCIES) {
        const mark = moneyMark(locale, currency);
        for (const form of [
          { currencyDisplay: 'symbol' },
          { currencyDisplay: 'code' },
          { currencySign: 'accounting' },
        ] as const) {
          // Making a formatter is what takes time here.
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...form });
          for (const amountMinor of [-1_234_567, 5, 100_000, 123_456_789_012]) {
            const money = { amountMinor, currency };
            const text = format.format(decimalOf(money) as `${number}`);
            const reading = parseMoney(text, { mark, currency });
            if (
              reading.kind !== 'ok' ||
              reading.money.amountMinor !== amountMinor ||
              reading.money.currency !== currency
            )
              expect.fail(`${locale} ${currency}: ${text} is ${JSON.stringify(reading)}`);
          }
        }
      }
    }
  }, 60_000);

  it('never reads another amount without a hint: the true one, or it says that it cannot tell', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom('EUR', 'CHF', 'KWD', 'JPY'),
        fc.integer(),
        (locale, currency, amountMinor) => {
          const money = { amountMinor: amountMinor + 0, currency };
          const reading = parseMoney(formatMoney(money, locale), { currency });
          if (reading.kind === 'ok') expect(reading.money).toEqual(money);
          else expect(reading).toMatchObject({ kind: 'ambiguous', about: 'number' });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
