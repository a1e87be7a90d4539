import { parseOrderState } from '../../core/orders/states.ts';
import { readText } from './dom.ts';
import type { Grid } from './grid.ts';
import { columnConcepts } from './vocabulary/columns.ts';

/**
 * `Status: Shipped` above `Shipment date: …` are two labels with their values, though "Shipped" is a column elsewhere. So are labels
 * with one value below each of them where nothing says which order it is, and lines of labels between lines of values.
 */
export function isPairs(grid: Grid): boolean {
  const { kind, header, rows, reader, columns } = grid;
  if (kind !== 'orders' || reader !== 'geometry') return false;
  const isNumbered = columns.get('orderNumber')?.state === 'ok' || columns.get('reference')?.state === 'ok';
  if (rows.length <= 1) return header.cells.length <= 2 || !isNumbered;
  return rows.some(({ cells }) => cells.filter((cell) => cell !== undefined && isName(readText(cell))).length >= 2);
}

/** A column's name that is no word of an order's state. */
const isName = (text: string): boolean => columnConcepts(text).length > 0 && parseOrderState(text) === 'unknown';
