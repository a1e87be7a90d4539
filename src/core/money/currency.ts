/** Digits after the decimal mark by ISO 4217, as `Intl` knows them: JPY 0, EUR 2, KWD 3; 2 for a code it does not know. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** What the currency printed beside a number can mean. */
export type CurrencyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly currency: string }
  /** One symbol of several currencies, or several currencies side by side. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] };

/** Printed as `US$`, `$US` and `$ US`, by the country whose dollar or peso it is. */
const DOLLARS_OF: Readonly<Record<string, string>> = {
  ...{ us: 'USD', ca: 'CAD', au: 'AUD', nz: 'NZD', sg: 'SGD', hk: 'HKD' },
  ...{ mx: 'MXN', ar: 'ARS', cl: 'CLP', co: 'COP' },
};
const DOLLARS = Object.values(DOLLARS_OF);
const KRONER = ['SEK', 'NOK', 'DKK', 'ISK'];

/** Pounds and liras that are printed with the bare sign where they are at home. */
const POUNDS = ['GBP', 'EGP', 'FKP', 'GIP', 'LBP', 'SDG', 'SHP', 'SSP', 'SYP'];

/** Symbols as the Unicode CLDR prints them in the six languages and at home. Currencies that share a symbol are all named. */
const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(DOLLARS_OF).flatMap(([country, code]) =>
      [`${country}$`, `$${country}`, `$ ${country}`].map((symbol) => [symbol, [code]]),
    ),
  ),
  '€': ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  '£': POUNDS,
  'gb£': ['GBP'],
  '£gb': ['GBP'],
  'uk£': ['GBP'],
  'fr.': ['CHF'],
  'sfr.': ['CHF'],
  sfr: ['CHF'],
  c$: ['CAD', 'NIO'],
  a$: ['AUD'],
  $: DOLLARS,
  'jp¥': ['JPY'],
  'cn¥': ['CNY'],
  '¥': ['JPY', 'CNY'],
  '￥': ['JPY', 'CNY'],
  kr: KRONER,
  'kr.': KRONER,
  skr: ['SEK'],
  nkr: ['NOK'],
  dkr: ['DKK'],
  ikr: ['ISK'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON', 'MDL'],
  '₺': ['TRY'],
  r$: ['BRL'],
  '₹': ['INR'],
  '₪': ['ILS'],
  '₩': ['KRW', 'KPW'],
  dt: ['TND'],
};

/** Longest first, so that `US$` is not read as `$`. */
const BY_LENGTH = Object.keys(SYMBOLS).sort((a, b) => b.length - a.length);

/**
 * The currency that begins `text`: which it may be, and how much of the text it takes. `undefined` where it begins with
 * none. A code counts only in capitals and only if it is a currency.
 */
export function currencyAt(
  text: string,
): { readonly candidates: readonly string[]; readonly length: number } | undefined {
  const lower = text.toLowerCase().replaceAll(/\s/gu, ' ');
  const symbol = BY_LENGTH.find((one) => lower.startsWith(one) && endsThere(one, text));
  if (symbol !== undefined) return { candidates: SYMBOLS[symbol] ?? [], length: symbol.length };
  const code = /^[A-Z]{3}(?!\p{L})/u.exec(text)?.[0];
  return code !== undefined && isCurrencyCode(code) ? { candidates: [code], length: 3 } : undefined;
}

/** The currency that a text made of currencies and white space names; `undefined` for any other text. */
export function detectCurrency(text: string): CurrencyReading | undefined {
  const found: (readonly string[])[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const here = currencyAt(rest);
    if (here === undefined) return undefined;
    found.push(here.candidates);
    rest = rest.slice(here.length).trimStart();
  }
  return commonCurrency(found);
}

/** What several printed currencies name together: `$` beside `USD` is USD, `€` beside `CHF` is ambiguous. */
export function commonCurrency(found: readonly (readonly string[])[]): CurrencyReading {
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'none' };
  const common = first.filter((one) => others.every((other) => other.includes(one)));
  const [only] = common;
  if (only !== undefined && common.length === 1) return { kind: 'ok', currency: only };
  return { kind: 'ambiguous', candidates: common.length > 0 ? common : [...new Set(found.flat())] };
}

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrencyCode = (code: string): boolean => CODES.has(code);

const endsThere = (symbol: string, text: string): boolean =>
  !/\p{L}$/u.test(symbol) || !/^\p{L}/u.test(text.slice(symbol.length));
