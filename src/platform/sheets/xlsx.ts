import { strToU8, Zip, ZipDeflate } from 'fflate';
import { minorDigits } from '../../core/money/currency.ts';
import { type Cell, decimalText, FORMULA, type Row, type TableWriter } from './table.ts';
import { CONTENT_TYPES, PACKAGE_RELATIONS, sheetHead, styles, WORKBOOK_RELATIONS, workbook } from './xlsx-parts.ts';
import { columnName, serialOf, xmlText } from './xlsx-values.ts';

export interface SheetLook {
  readonly header: readonly string[];
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  readonly name: string;
  readonly rightToLeft: boolean;
}

/** Places in the list of styles of `xlsx-parts.ts`; those of the currencies follow. */
const [PLAIN, HEADER, TEXT, INERT, DAY, INSTANT, CURRENCIES] = [0, 1, 2, 3, 4, 5, 6];

/** Figures that a number of Excel's holds; an amount with more of them stays a text, which loses none. */
const MOST_FIGURES = 15;

/** Characters that a cell of Excel's holds: it takes a file with more in one for a broken one. */
const MOST_CHARACTERS = 32_767;

/**
 * A workbook with one sheet. Texts stay texts, so that no serial turns into a number and no name into a formula, also where
 * somebody edits the cell; amounts are numbers, written by their figures, in the form of their currency; dates are days
 * without a zone, instants are in UTC.
 */
export function xlsxWriter({ header, widths, name, rightToLeft }: SheetLook): TableWriter {
  const chunks: BlobPart[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const part = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 4 });
    zip.add(file);
    return file;
  };
  const whole = (path: string, xml: string): void => part(path).push(strToU8(xml), true);

  const currencies: string[] = [];
  const known = new Map<string, { readonly style: number; readonly digits: number }>();
  const currencyOf = (currency: string) => {
    const found = known.get(currency);
    if (found) return found;
    const added = { style: CURRENCIES + currencies.push(currency) - 1, digits: minorDigits(currency) };
    known.set(currency, added);
    return added;
  };

  const names = header.map((_, i) => columnName(i));
  let row = 0;
  const text = (ref: string, value: string, style: number): string =>
    `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(shortened(value))}</t></is></c>`;
  const number = (ref: string, value: string | number, style: number): string =>
    `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  const cellXml = (cell: Cell, column: number, style: number): string => {
    const ref = `${names[column] ?? columnName(column)}${row}`;
    if (cell === undefined || cell === '') return '';
    if (typeof cell === 'string') return text(ref, cell, style === TEXT && FORMULA.test(cell) ? INERT : style);
    if (typeof cell === 'number') return number(ref, cell, PLAIN);
    if ('decimal' in cell)
      return cell.decimal.replace(/\D/g, '').length > MOST_FIGURES
        ? text(ref, cell.decimal, TEXT)
        : number(ref, cell.decimal, PLAIN);
    if ('day' in cell || 'at' in cell) {
      const serial = serialOf('day' in cell ? cell.day : cell.at);
      const written = 'day' in cell ? cell.day : cell.at;
      return serial === undefined ? text(ref, written, TEXT) : number(ref, serial, 'day' in cell ? DAY : INSTANT);
    }
    const { style: form, digits } = currencyOf(cell.currency);
    const decimal = decimalText(cell.amountMinor, digits);
    return String(Math.abs(cell.amountMinor)).length > MOST_FIGURES
      ? text(ref, `${decimal} ${cell.currency}`, TEXT)
      : number(ref, decimal, form);
  };
  const rowXml = (cells: Row, style: number): string => {
    row++;
    return `<row r="${row}">${cells.map((cell, i) => cellXml(cell, i, style)).join('')}</row>`;
  };

  whole('[Content_Types].xml', CONTENT_TYPES);
  whole('_rels/.rels', PACKAGE_RELATIONS);
  whole('xl/workbook.xml', workbook(name));
  whole('xl/_rels/workbook.xml.rels', WORKBOOK_RELATIONS);
  const sheet = part('xl/worksheets/sheet1.xml');
  sheet.push(strToU8(sheetHead(widths, rightToLeft) + rowXml(header, HEADER)));
  return {
    add(rows) {
      sheet.push(strToU8(rows.map((cells) => rowXml(cells, TEXT)).join('')));
    },
    end() {
      sheet.push(strToU8('</sheetData></worksheet>'), true);
      whole('xl/styles.xml', styles(currencies.map((currency) => ({ currency, digits: currencyOf(currency).digits }))));
      zip.end();
      return new Blob(chunks, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
    },
  };
}

/** Told by its last character where it is cut. */
const shortened = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
