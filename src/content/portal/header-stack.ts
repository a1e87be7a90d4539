import { type Box, overlap } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';

/** Headers on two lines stand this close. */
const TOUCHING = 8;

/**
 * Lines that are one header: groups of columns above their columns. And lines that are none: a row whose values happen to be
 * words for columns ("Purchased" is a contract and a date).
 */
export function stackLines(lines: readonly HeaderLine[]): HeaderLine[] {
  const left = [...lines].sort((a, b) => a.box.top - b.box.top);
  const kept: HeaderLine[] = [];
  for (const line of left) {
    const at = kept.findIndex((above) => isGroupsOf(above, line));
    const above = kept[at];
    if (above !== undefined) kept[at] = stacked(above, line);
    else if (!kept.some((header) => isRowOf(header, line))) kept.push(line);
  }
  return kept;
}

const known = (line: HeaderLine): HeaderCell[] => line.cells.filter((cell) => cell.concepts.length > 0);

const below = (cell: { box: Box }, line: HeaderLine): HeaderCell[] =>
  line.cells.filter(
    ({ box }) => overlap(box.left, box.right, cell.box.left, cell.box.right) > 0.5 * (box.right - box.left),
  );

/** Whether the upper line names groups of the lower one's columns. */
function isGroupsOf(above: HeaderLine, line: HeaderLine): boolean {
  if (Math.abs(line.box.top - above.box.bottom) > TOUCHING && line.box.top > above.box.bottom) return false;
  if (overlap(above.box.left, above.box.right, line.box.left, line.box.right) <= 0) return false;
  return above.cells.some((cell) => below(cell, line).length >= 2) && known(line).length >= 2;
}

/** The lower line, with the upper cells that have nothing below them: those that stand on both lines. */
function stacked(above: HeaderLine, line: HeaderLine): HeaderLine {
  const tall = above.cells.filter((cell) => below(cell, line).length === 0);
  const cells = [...line.cells, ...tall].sort((a, b) => a.box.left - b.box.left);
  const box = {
    left: Math.min(above.box.left, line.box.left),
    right: Math.max(above.box.right, line.box.right),
    top: above.box.top,
    bottom: Math.max(above.box.bottom, line.box.bottom),
  };
  return { element: commonOf(above.element, line.element), cells, box };
}

const commonOf = (a: Element, b: Element): Element => {
  for (let up: Element | null = a; up !== null; up = up.parentElement) if (up.contains(b)) return up;
  return b;
};

/** Whether a line stands under a header with as many names, and mostly says other things than the header above it. */
function isRowOf(header: HeaderLine, line: HeaderLine): boolean {
  const names = known(line);
  if (line.box.top < header.box.bottom - 2 || known(header).length < names.length) return false;
  if (isOfOtherTable(header, line) || isHeaderAgain(header, line)) return false;
  const other = names.filter((name) => {
    const above = header.cells.filter(
      ({ box }) => overlap(box.left, box.right, name.box.left, name.box.right) > 0.5 * (name.box.right - name.box.left),
    );
    return above.length === 1 && !above.some(({ concepts }) => concepts.some((one) => name.concepts.includes(one)));
  });
  return other.length * 2 >= names.length;
}

/** Whether the page itself says that a line is the header of another table: of a cart below products, for instance. */
function isOfOtherTable(header: HeaderLine, line: HeaderLine): boolean {
  const [one, other] = [header, line].map((each) => tableOf(each.element));
  return one != null && other != null && one !== other && known(line).every(({ element }) => element.matches(HEADER));
}

/** Whether a line says nothing but names of columns, two of which are columns of the header above as well: values say other things. */
function isHeaderAgain(header: HeaderLine, line: HeaderLine): boolean {
  if (line.cells.some(({ label, concepts }) => label !== '' && concepts.length === 0)) return false;
  const again = known(line).filter(({ concepts }) =>
    known(header).some((above) => above.concepts.some((one) => concepts.includes(one))),
  );
  return again.length >= 2;
}

const tableOf = (element: Element): Element | null => element.closest('table,[role=table],[role=grid],[role=treegrid]');
const HEADER = 'th,[role=columnheader]';
