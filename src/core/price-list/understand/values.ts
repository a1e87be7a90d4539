import { parseAmount } from '../../money/amount.ts';
import type { Cell } from '../table.ts';
import { pricedPer } from './per-period.ts';

/** An amount by its looks: digits with separators, perhaps with a currency around them, in parentheses or signed. */
const AMOUNT =
  /^\(?\s*(?:[A-Z]{3}|[$€£¥]|Fr\.?|kr)?\s*[-+−]?\s*(?:[A-Z]{3}|[$€£¥])?\s*\d{1,3}(?:[\d.,'’\s\u00a0\u202f]*\d)?(?:[.,][-–—])?\s*(?:[A-Z]{3}|[$€£¥]|Fr\.?|kr)?\s*\)?$/;

/** Longer texts are no amounts, and the pattern above takes long over thousands of spaces. */
const LONGEST_AMOUNT = 40;

/** An article number by its looks: one word of letters, digits and joints that holds a digit or a joint. */
const SKU = /^(?=.*[\d_-])[\p{L}\d][\p{L}\d._/-]{1,39}$/u;

const isAmount = (text: string): boolean => text.length <= LONGEST_AMOUNT && AMOUNT.test(text);

export const looksLikeAmount = (cell: Cell): boolean =>
  cell.kind === 'number' || cell.kind === 'formula' || (cell.kind === 'text' && isAmount(pricedPer(cell.text).amount));

/** More than a bare whole number, which in a header may count months: `3,10 €`, `3.10`. Dates are none. */
export const looksLikePrice = (cell: Cell): boolean =>
  looksLikeAmount(cell) && /\D/.test(cell.text) && parseAmount(pricedPer(cell.text).amount).kind !== 'malformed';

/** A plain amount may be an article number too; which of the two is decided by the whole column. */
export const looksLikeSku = (cell: Cell): boolean =>
  cell.kind === 'number' ? /^\d{3,}$/.test(cell.text) : cell.kind === 'text' && SKU.test(cell.text);

/** How many cells hold something, and which share of these passes. */
export function profile(cells: readonly Cell[], test: (cell: Cell) => boolean): { share: number; held: number } {
  const held = cells.filter((cell) => cell.kind !== 'empty');
  return { share: held.length === 0 ? 0 : held.filter(test).length / held.length, held: held.length };
}
