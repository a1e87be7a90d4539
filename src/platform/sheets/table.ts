import type { CalendarDate, Instant, Money } from '../../core/facts.ts';

/**
 * A text, a whole number, an amount, a decimal number as it is written (`7.5`), a calendar date, a point in time; or nothing
 * where nothing is known.
 */
export type Cell =
  | string
  | number
  | Money
  | { readonly decimal: string }
  | { readonly day: CalendarDate }
  | { readonly at: Instant }
  | undefined;
export type Row = readonly Cell[];

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** Writes one file, rows as they come, so that a long list neither fills the memory nor holds the page up. */
export interface TableWriter {
  add(rows: readonly Row[]): void;
  /** The file. Nothing can be added after it. */
  end(): Blob;
}

/** As many rows as an Excel sheet holds, without its header. */
export const MOST_ROWS = 1_048_575;

/** What a spreadsheet would take for a formula, also in full-width signs, and also where the text goes on in a new line. */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** `-1234.50` of -123450 with two digits after the mark: by its figures, since a division would round. */
export function decimalText(amountMinor: number, digits: number): string {
  const figures = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return `${amountMinor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${figures.slice(-digits)}` : ''}`;
}
