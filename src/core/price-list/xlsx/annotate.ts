import { LAST_ROW } from '../limits.ts';
import type { Merge } from '../table.ts';
import { readXml } from './xml.ts';

/** What the value reader does not tell about a sheet. Cells are keyed `row:column`, both 0-based. */
export interface Annotations {
  /** Cells with a formula whose value was not saved. */
  readonly uncached: ReadonlySet<string>;
  /** Cells that hold an error such as `#REF!`. */
  readonly errors: ReadonlyMap<string, string>;
  /** Cells whose number format prints a currency. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly merges: readonly Merge[];
  /** Extent of the cells that hold a value. */
  readonly rows: number;
  readonly columns: number;
}

/** `B3` → row 2, column 1. */
function address(ref: string): { row: number; column: number } {
  const [, letters = '', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function merge(ref: string): Merge {
  const [first = '', last = first] = ref.split(':');
  const from = address(first);
  const to = address(last);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

export const cellKey = (row: number, column: number): string => `${row}:${column}`;

/** Walks a sheet once for formulas, errors, formats, merges and extent. @throws Error where the part is malformed. */
export function annotateSheet(xml: string, styleCurrencies: readonly (string | undefined)[]): Annotations {
  const uncached = new Set<string>();
  const errors = new Map<string, string>();
  const currencies = new Map<string, string>();
  const merges: Merge[] = [];
  let rows = 0;
  let columns = 0;
  let cell: { row: number; column: number; formula: boolean; type: string; style: number; value: string } | undefined;
  let inValue = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row' && Number(attributes['r']) > LAST_ROW) throw new Error('a row that no sheet has');
      if (name === 'c') {
        const { r = '', t = 'n', s = '' } = attributes;
        cell = { ...address(r), formula: false, type: t, style: s === '' ? -1 : Number(s), value: '' };
      } else if (name === 'f' && cell) cell.formula = true;
      else if ((name === 'v' || name === 't') && cell) inValue = true;
      else if (name === 'mergeCell' && attributes['ref']) merges.push(merge(attributes['ref']));
    },
    text: (text) => {
      if (inValue && cell) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name !== 'c' || !cell) return;
      const key = cellKey(cell.row, cell.column);
      const currency = styleCurrencies[cell.style];
      if (cell.formula && cell.value === '') uncached.add(key);
      if (cell.type === 'e') errors.set(key, cell.value);
      if (currency !== undefined && cell.value !== '') currencies.set(key, currency);
      if (cell.value !== '' || cell.formula) {
        rows = Math.max(rows, cell.row + 1);
        columns = Math.max(columns, cell.column + 1);
      }
      cell = undefined;
    },
  });
  return { uncached, errors, currencies, merges, rows, columns };
}
