import type { TaughtColumn } from '../../core/page-profile.ts';
import { asHeader, boxLinesWork, markOf } from './box-lines.ts';
import { overlap, sameLine } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';
import { knownRows } from './known-rows.ts';
import type { Work } from './slices.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';
import { taughtInUse, taughtKey } from './vocabulary/taught.ts';

/** Where the last searched line was found: looked at first, since looking everywhere costs. */
let lastParent: WeakRef<Element> | undefined;

/**
 * The header lines of a page by what was taught of it: which of two columns is meant, which column an icon stands for. A line
 * that has not all of the taught columns stays as it was read.
 */
export function* taughtLines(lines: HeaderLine[], root: Element): Work<HeaderLine[]> {
  const taught = taughtInUse()?.line ?? [];
  if (taught.length === 0) return lines;
  const fitted = lines.map((line) => named(line, taught));
  if (fitted.some((line) => line !== undefined)) return lines.map((line, i) => fitted[i] ?? line);
  const found = yield* search(root, taught);
  const others = lines.filter((line) => !found.some((other) => onSameLine(other, line)));
  return [...others, ...found];
}

const onSameLine = (a: HeaderLine, b: HeaderLine): boolean =>
  sameLine(a.box, b.box) && overlap(a.box.left, a.box.right, b.box.left, b.box.right) > 0;

/** Lines of boxes that have every taught column; rows below such a line are none. */
function* search(root: Element, taught: readonly TaughtColumn[]): Work<HeaderLine[]> {
  const before = lastParent?.deref();
  if (before?.isConnected === true) {
    const again = (yield* candidates(before, taught)).filter((line) => line.element === before);
    if (again.length === 1) return again;
  }
  const found = yield* candidates(root, taught);
  lastParent = found.length === 1 && found[0] !== undefined ? new WeakRef(found[0].element) : undefined;
  return found;
}

function* candidates(root: Element, taught: readonly TaughtColumn[]): Work<HeaderLine[]> {
  const least = taught.reduce((most, { place }) => Math.max(most, place?.of ?? 0), taught.length);
  const found: HeaderLine[] = [];
  const known = knownRows();
  for (const line of yield* boxLinesWork(root, (element) => !known(element))) {
    if (line.boxes.length < least) continue;
    const above = found.some(
      ({ box }) => box.top <= line.box.top && overlap(box.left, box.right, line.box.left, line.box.right) > 0,
    );
    const header = above ? undefined : named(asHeader(line), taught);
    if (header !== undefined) found.push(header);
  }
  return found;
}

/** The line with its taught columns named, or `undefined` where one of them is not on it. */
function named(line: HeaderLine, taught: readonly TaughtColumn[]): HeaderLine | undefined {
  const meant = new Map<HeaderCell, ColumnConcept>();
  const concepts = new Set<ColumnConcept>();
  for (const column of taught) {
    const cells = line.cells.filter((cell, index) => isColumn(column, cell, index, line.cells.length));
    if (cells.length === 0) return undefined;
    for (const cell of cells) meant.set(cell, column.concept);
    concepts.add(column.concept);
  }
  const cells = line.cells.map((cell) => {
    const concept = meant.get(cell);
    return {
      ...cell,
      concepts: concept === undefined ? cell.concepts.filter((other) => !concepts.has(other)) : [concept],
    };
  });
  return { ...line, cells };
}

/** A label that the built-in words know for something else names no taught column. */
export function isColumn(
  { concept, label, place }: TaughtColumn,
  cell: HeaderCell,
  index: number,
  of: number,
): boolean {
  if (place !== undefined)
    return place.of === of && place.index === index && cell.label === '' && markOf(cell.element) === place.mark;
  return (
    label !== undefined &&
    taughtKey(cell.label) === taughtKey(label) &&
    (cell.concepts.length === 0 || (cell.concepts as readonly string[]).includes(concept))
  );
}
