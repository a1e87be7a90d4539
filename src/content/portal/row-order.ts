import type { GridRow } from './cells.ts';
import { flatChildren, flatParent } from './dom.ts';
import type { HeaderLine } from './headers.ts';
import { isNumbered } from './table-cells.ts';

/** Which child of its parent an element is, as far as the browser's own flow puts it there. */
interface Place {
  readonly parent: Element;
  readonly index: number;
}

const isInFlow = (element: Element): boolean => {
  const { position, transform } = getComputedStyle(element);
  return /^(static|relative|sticky)$/.test(position) && transform === 'none';
};

/** Counts children once for each parent. */
function placesIn(): (element: Element) => Place | undefined {
  const known = new Map<Element, ReadonlyMap<Node, number> | undefined>();
  return (element) => {
    const parent = flatParent(element);
    if (parent === null) return undefined;
    if (!known.has(parent)) {
      const children = flatChildren(parent).filter((child) => child instanceof Element);
      known.set(parent, isInFlow(element) ? new Map(children.map((child, i) => [child, i])) : undefined);
    }
    const index = known.get(parent)?.get(element);
    return index === undefined ? undefined : { parent, index };
  };
}

/**
 * Whether parts of rows that stand in parallel containers, one below the other, meet other parts than their order says: one
 * container has a part more in its midst, or a higher one. Then what stands on one line is not one row.
 */
export function isAskew(rows: readonly (readonly Element[])[]): boolean {
  const placeOf = placesIn();
  const shifts = new Map<Element, Map<Element, number>>();
  for (const parts of rows) {
    const [first, ...others] = parts.flatMap((part) => placeOf(part) ?? []);
    if (first === undefined) continue;
    const known = shifts.get(first.parent) ?? new Map<Element, number>();
    shifts.set(first.parent, known);
    for (const other of others) {
      if (other.parent === first.parent) continue;
      const shift = other.index - first.index;
      if ((known.get(other.parent) ?? shift) !== shift) return true;
      known.set(other.parent, shift);
    }
  }
  return false;
}

/** Shares of a second header's width that a cell may reach over, and pixels. */
const REACH = 0.25;
const LEAST = 12;
/** Rows that are looked at. */
const SAMPLE = 24;

/**
 * Whether most rows have a cell that reaches well under two headers: header and rows are not as wide as each other, or scrolled apart, and
 * which cell is whose cannot be told.
 */
export function isDrifted(rows: readonly GridRow[], line: HeaderLine): boolean {
  const sample = rows
    .slice(0, SAMPLE)
    .filter(
      ({ cells, elements: [first] }) =>
        !isNumbered(first, line) && cells.filter((cell) => cell !== undefined).length > 1,
    );
  return 2 * sample.filter((row) => reachesOver(row, line)).length > sample.length;
}

const reachesOver = ({ cells }: GridRow, line: HeaderLine): boolean =>
  cells.some((cell) => {
    if (cell === undefined || (cell instanceof HTMLTableCellElement && cell.colSpan > 1)) return false;
    const { left, right } = cell.getBoundingClientRect();
    const under = line.cells.filter(({ box }) => {
      const shared = Math.min(right, box.right) - Math.max(left, box.left);
      return shared > LEAST && shared > REACH * (box.right - box.left);
    });
    return under.length > 1;
  });

/** Values that a cell across several rows gives to each of them; a number that says which device a row is, is none. */
export function withSpanning(rows: readonly GridRow[], line: HeaderLine): readonly GridRow[] {
  const given = line.cells.map(
    ({ concepts }) => concepts.length > 0 && !concepts.some((concept) => concept === 'serial' || concept === 'mac'),
  );
  const open: ({ cell: HTMLTableCellElement; left: number; body: Element | null } | undefined)[] = [];
  let spans = false;
  const filled = rows.map((row) => {
    const body = row.elements[0]?.parentElement ?? null;
    const cells = row.cells.map((cell, i) => {
      const above = open[i];
      const reaches = above !== undefined && above.left > 0 && above.body === body;
      if (above !== undefined) above.left -= 1;
      if (cell instanceof HTMLTableCellElement) {
        open[i] = cell.rowSpan > 1 ? { cell, left: cell.rowSpan - 1, body } : undefined;
        spans ||= cell.rowSpan > 1;
      }
      if (cell !== undefined || !reaches || given[i] !== true) return cell;
      const { top, bottom } = above.cell.getBoundingClientRect();
      const middle = (row.box.top + row.box.bottom) / 2;
      return top <= middle && middle <= bottom ? above.cell : undefined;
    });
    return { ...row, cells };
  });
  return spans ? filled : rows;
}
