import type { HeaderCell, HeaderLine } from './headers.ts';

/**
 * Lines without those that say a part of another one at the same place: columns that stay while the others are scrolled may be
 * drawn once more over them, header and all.
 */
export const withoutCopies = (lines: readonly HeaderLine[]): HeaderLine[] =>
  lines.filter((line) => !lines.some((other) => isPartOf(line, other)));

/** Whether a line says the same as another one at the same place, or a part of it. */
export const isCopyOf = (line: HeaderLine, other: HeaderLine): boolean =>
  named(line).every((cell) => other.cells.some((over) => over.label === cell.label && isAtSamePlace(over, cell)));

function isPartOf(line: HeaderLine, other: HeaderLine): boolean {
  return named(line).length < named(other).length && isCopyOf(line, other);
}

const named = ({ cells }: HeaderLine): HeaderCell[] => cells.filter(({ label }) => label !== '');

const isAtSamePlace = ({ box: a }: HeaderCell, { box: b }: HeaderCell): boolean =>
  Math.abs(a.left - b.left) <= 2 && Math.abs(a.right - b.right) <= 2 && Math.abs(a.top - b.top) <= 2;
