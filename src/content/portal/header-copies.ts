import type { HeaderCell, HeaderLine } from './headers.ts';

/**
 * Lines without those that say a part of another one at the same place: columns that stay while the others are scrolled may be
 * drawn once more over them, header and all.
 */
export const withoutCopies = (lines: readonly HeaderLine[]): HeaderLine[] =>
  lines.filter((line) => !lines.some((other) => isPartOf(line, other)));

/**
 * Lines without those that say once more, further down in the same table, what its first one says: above every twenty rows, or below
 * the last. What the foot of a table says may stand in a table of its own.
 */
export const withoutRepeats = (lines: readonly HeaderLine[]): HeaderLine[] =>
  lines.filter((line) => !lines.some((first) => repeats(line, first)));

function repeats(line: HeaderLine, first: HeaderLine): boolean {
  if (line === first || line.box.top < first.box.bottom - 2 || line.cells.length !== first.cells.length) return false;
  const table = tableOf(line);
  const same = line.cells.every((cell, i) => {
    const over = first.cells[i];
    return over !== undefined && over.label === cell.label && isInSameColumn(over, cell);
  });
  return same && table !== null && (table === tableOf(first) || line.element.closest('tfoot') !== null);
}

const tableOf = ({ element }: HeaderLine): Element | null =>
  element.closest('table,[role=table],[role=grid],[role=treegrid]');

const isInSameColumn = ({ box: a }: HeaderCell, { box: b }: HeaderCell): boolean =>
  Math.abs(a.left - b.left) <= 2 && Math.abs(a.right - b.right) <= 2;

/** Whether a line says the same as another one at the same place, or a part of it. */
export const isCopyOf = (line: HeaderLine, other: HeaderLine): boolean =>
  named(line).every((cell) => other.cells.some((over) => over.label === cell.label && isAtSamePlace(over, cell)));

function isPartOf(line: HeaderLine, other: HeaderLine): boolean {
  return named(line).length < named(other).length && isCopyOf(line, other);
}

const named = ({ cells }: HeaderLine): HeaderCell[] => cells.filter(({ label }) => label !== '');

const isAtSamePlace = (cell: HeaderCell, over: HeaderCell): boolean =>
  isInSameColumn(cell, over) && Math.abs(cell.box.top - over.box.top) <= 2;
