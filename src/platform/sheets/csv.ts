import { minorDigits } from '../../core/money/currency.ts';
import { type Cell, decimalText, FORMULA, type Row, type TableWriter } from './table.ts';

export type Separator = ',' | ';';

/** What Excel expects: a semicolon where the comma is the decimal mark. */
export const separatorOf = (language: string): Separator =>
  new Intl.NumberFormat(language).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',')
    ? ';'
    : ',';

/**
 * UTF-8 with its mark, without which Excel reads it in an old code page; quotes by RFC 4180. Amounts have the decimal mark
 * that goes with the separator, dates and instants stay ISO 8601, and a text that a spreadsheet would calculate stands
 * behind an apostrophe.
 */
export function csvWriter(header: readonly string[], separator: Separator): TableWriter {
  const digits = new Map<string, number>();
  const marked = (decimal: string): string => (separator === ';' ? decimal.replace('.', ',') : decimal);
  const textOf = (cell: Cell): string => {
    if (typeof cell === 'string') return quoted(FORMULA.test(cell) ? `'${cell}` : cell, separator);
    if (cell === undefined) return '';
    if (typeof cell === 'number') return String(cell);
    if ('at' in cell) return cell.at;
    if ('day' in cell) return cell.day;
    if ('decimal' in cell) return marked(cell.decimal);
    const places = digits.get(cell.currency) ?? minorDigits(cell.currency);
    digits.set(cell.currency, places);
    return marked(decimalText(cell.amountMinor, places));
  };
  const line = (row: Row): string => row.map(textOf).join(separator);
  const parts: BlobPart[] = [`\uFEFF${line(header)}`];
  return {
    add(rows) {
      if (rows.length > 0) parts.push(`\r\n${rows.map(line).join('\r\n')}`);
    },
    end: () => new Blob(parts, { type: 'text/csv;charset=utf-8' }),
  };
}

const quoted = (text: string, separator: Separator): string =>
  text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
