import { parseOrderState } from '../../core/orders/states.ts';
import { foldSpaces, isShown, readText } from './dom.ts';
import { cellText, type Grid } from './grid.ts';
import { columnConcepts } from './vocabulary/columns.ts';
import { orderNumberIn } from './vocabulary/pages.ts';

/**
 * `Status: Shipped` above `Shipment date: …` are two labels with their values, though "Shipped" is a column elsewhere. So are labels
 * with one value below each of them where nothing says which order it is, and lines of labels between lines of values.
 */
export function isPairs(grid: Grid): boolean {
  const { kind, header, rows, reader, columns } = grid;
  if (kind !== 'orders' || reader !== 'geometry') return false;
  if (rows.length === 1 && isHeaded(grid)) return true;
  const isNumbered = columns.get('orderNumber')?.state === 'ok' || columns.get('reference')?.state === 'ok';
  if (rows.length <= 1) return header.cells.length <= 2 || !isNumbered;
  return rows.some(({ cells }) => cells.filter((cell) => cell !== undefined && isName(readText(cell))).length >= 2);
}

/** Whether a heading of the page is that one order's: `Order SO-1201`. */
function isHeaded(grid: Grid): boolean {
  const [row] = grid.rows;
  const number = row === undefined ? undefined : cellText(grid, row, 'orderNumber');
  if (number === undefined || number === '') return false;
  return [...document.querySelectorAll('h1,h2,h3,[role=heading]')].some(
    (heading) => orderNumberIn(foldSpaces(heading.textContent ?? '')) === number && isShown(heading),
  );
}

/** A column's name that is no word of an order's state. */
const isName = (text: string): boolean => columnConcepts(text).length > 0 && parseOrderState(text) === 'unknown';
