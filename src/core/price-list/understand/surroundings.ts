import { cellAt, type Table } from '../table.ts';
import { currencyIn } from './currency.ts';
import { rowText } from './lines.ts';
import { hasPhrase, normalise } from './normalise.ts';
import { readTime } from './time.ts';
import { PRICE_WORDS } from './words.ts';

/** What titles and notes around a table say about all of its prices. */
export interface Surroundings {
  readonly currency?: string;
  readonly unit?: { readonly unit: 'month' | 'term'; readonly row: number };
}

/** Texts of the rows that are not data, with their 1-based rows. */
export interface OuterText {
  readonly row: number;
  readonly text: string;
}

function unitOf(text: string): 'month' | 'term' | undefined {
  const normalised = normalise(text);
  if (!PRICE_WORDS.some((word) => hasPhrase(normalised, word))) return undefined;
  const { unit } = readTime(text);
  return unit === 'month' || unit === 'term' ? unit : undefined;
}

/**
 * Reads the currency and the unit from titles and notes. Two of them that differ say nothing.
 */
export function readSurroundings(texts: readonly OuterText[]): Surroundings {
  const currencies = new Set(texts.flatMap(({ text }) => currencyIn(text) ?? []));
  const units = texts.flatMap(({ row, text }) => {
    const unit = unitOf(text);
    return unit ? [{ unit, row }] : [];
  });
  const [currency] = currencies;
  const [unit] = units;
  return {
    ...(currencies.size === 1 && currency !== undefined && { currency }),
    ...(unit && new Set(units.map((each) => each.unit)).size === 1 && { unit }),
  };
}

/** All text above the header row. */
export const titleTexts = (table: Table, headerRow: number): readonly OuterText[] =>
  table.rows.slice(0, Math.max(0, headerRow)).map((row, index) => ({ row: index + 1, text: rowText(row) }));

/** Texts of the first column are enough to tell what a sheet is about. */
export const firstTexts = (table: Table): string =>
  table.rows
    .slice(0, 5)
    .map((row) => cellAt(row, 0).text)
    .join(' ');
