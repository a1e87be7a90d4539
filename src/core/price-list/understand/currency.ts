/** Symbols that stand for one currency only. `$`, `¥` and `kr` do not; the partner's setting decides those. */
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/€|\beuros?\b/i, 'EUR'],
  [/£/, 'GBP'],
  [/\b(US\$|US-Dollar)/i, 'USD'],
  [/(^|\W)S?Fr\.|\bSFr\b/, 'CHF'],
  [/zł/, 'PLN'],
];

/** Codes that are also words of a headline in capitals: "ALL PRICES", "TOP". */
const WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'PEN', 'MAD', 'SOS']);

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').filter((code) => !WORDS.has(code)));

/** The one currency that a header, a title or a number format names, as its ISO code; `undefined` for none or several. */
export function currencyIn(text: string): string | undefined {
  const found = new Set<string>();
  for (const [code] of text.matchAll(/\b[A-Z]{3}\b/g)) {
    if (CODES.has(code)) found.add(code);
  }
  for (const [symbol, code] of SYMBOLS) {
    if (symbol.test(text)) found.add(code);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
