import { sharedConcepts } from './cell-lines.ts';
import { looksLikeDate } from './dates.ts';
import {
  around,
  type Box,
  boxOf,
  commonAncestor,
  flatClosest,
  flatContains,
  flatParent,
  foldSpaces,
  isShown,
  nameText,
  overlap,
  readLines,
  readText,
  sameLine,
  textNodes,
} from './dom.ts';
import { marksBeside, neighbours } from './header-neighbours.ts';
import { stackLines } from './header-stack.ts';
import { isMac, isSerial } from './shapes.ts';
import type { Work } from './slices.ts';
import type { Printed, Survey } from './survey.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';

/** One cell of a header line, recognised or not. */
export interface HeaderCell {
  readonly element: Element;
  readonly box: Box;
  /** As printed, without the icons around it. */
  readonly label: string;
  /** All that the element held when it was read, for telling whether it still says the same. */
  readonly printed: string;
  /** What its label can mean; empty where the vocabulary does not know it. */
  readonly concepts: readonly ColumnConcept[];
}

/** One line of column headers, from left to right. */
export interface HeaderLine {
  /** Nearest element that holds all its cells. */
  readonly element: Element;
  readonly cells: readonly HeaderCell[];
  readonly box: Box;
}

interface Labelled {
  element: Element;
  box: Box;
  /** What around it is scrolled down: a row scrolled away under a header stands on its line, but is none of it. */
  scrolledIn: Element | undefined;
  label: string;
  concepts: readonly ColumnConcept[];
}

const HEADER_CELL = 'th,[role=columnheader]';
const NOT_HEADERS = 'option,select,textarea,label,legend,button:not(th button):not([role=columnheader] button)';

/** Every line of a part of the page in which at least two different columns are named, side by side. */
export function* findHeaderLines({ texts }: Survey): Work<HeaderLine[]> {
  const labelled = yield* labelledElements(texts);
  const lines: Labelled[][] = [];
  for (const item of labelled) {
    const line = lines.find((others) => {
      const [first] = others;
      return (
        first !== undefined &&
        first.scrolledIn === item.scrolledIn &&
        sameLine(first.box, item.box) &&
        others.every((other) => disjoint(other.box, item.box) || isBesideInRow(other.element, item.element))
      );
    });
    if (line === undefined) lines.push([item]);
    else line.push(item);
  }
  const named = lines.filter((line) => new Set(line.flatMap((item) => item.concepts)).size >= 2);
  return stackLines(
    named
      .flatMap(apart)
      .flatMap(headerLine)
      .filter(({ box }) => box.bottom - box.top > 1),
  );
}

/** Two tables side by side are two lists, however much their headers stand on one line; frozen columns touch each other. */
function apart(line: readonly Labelled[]): Labelled[][] {
  const parts: Labelled[][] = [];
  for (const item of line) {
    const before = parts.at(-1)?.at(-1);
    const [mine, other] = [tableOf(item.element), before === undefined ? null : tableOf(before.element)];
    const gap = mine === null || other === null || mine === other ? 0 : boxOf(mine).left - boxOf(other).right;
    if (before === undefined || gap > 8) parts.push([item]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

const tableOf = (element: Element): Element | null => element.closest('table,[role=grid],[role=table],[role=treegrid]');

/** A column's name may have a count beside it, but is none itself. */
const NUMBERED = /\d{3}/;

/** What a label names, or what two names for two numbers do: in one line, or one below the other. */
function conceptsOf(label: string, header: Element | undefined): readonly ColumnConcept[] {
  const named = columnConcepts(label);
  if (named.length > 0) return named;
  const shared = sharedConcepts(label);
  return shared.length > 0 || header === undefined ? shared : sharedConcepts(readLines(header).join(' / '));
}

/** Elements whose whole text names a column, widened to the header cell where the page marks one. */
function* labelledElements(texts: readonly Printed[]): Work<Labelled[]> {
  const found = new Map<Element, Labelled>();
  const tried = new Set<Element>();
  for (const [i, { node, element: holder }] of texts.entries()) {
    if (i % 100 === 99) yield;
    if (node.data.length > 80 || NUMBERED.test(node.data)) continue;
    let element: Element | null = holder;
    for (let depth = 0; element !== null && depth < 3 && !tried.has(element); depth += 1) {
      tried.add(element);
      const text = foldSpaces(
        element.firstElementChild === null && element.shadowRoot === null ? node.data : (element.textContent ?? ''),
      );
      const isMarked = element.matches(HEADER_CELL);
      if (text.length > 60 && !isMarked) break;
      const name = columnConcepts(text).length > 0 ? text : nameText(element);
      // For those who hear the page a header may say besides what a press on it does.
      const label = isMarked && columnConcepts(name).length === 0 ? readText(element) : name;
      const concepts = conceptsOf(label, isMarked ? element : undefined);
      if (concepts.length > 0) {
        add(element, label, concepts);
        break;
      }
      element = flatParent(element);
    }
  }
  // A label with a sign beside it names its column twice: inside, and as a whole.
  for (const inner of [...found.keys()])
    for (let up = flatParent(inner), depth = 0; up !== null && depth < 4; up = flatParent(up), depth += 1)
      if (found.delete(up)) break;
  return [...found.values()].sort((a, b) => a.box.left - b.box.left);

  function add(element: Element, label: string, concepts: readonly ColumnConcept[]): void {
    const cell = flatClosest(element, HEADER_CELL) ?? element;
    if (found.has(cell) || cell.closest(NOT_HEADERS) !== null || !isShown(element)) return;
    found.set(cell, { element: cell, box: boxOf(cell), scrolledIn: scrolledAround(cell), label, concepts });
  }
}

function scrolledAround(element: Element): Element | undefined {
  for (let up = flatParent(element); up !== null && up !== document.body; up = flatParent(up))
    if (up.scrollTop > 0) return up;
  return undefined;
}

/** Columns that stay while a table is scrolled lie over the others; which cell is which, their order in the row tells. */
const isBesideInRow = (a: Element, b: Element): boolean =>
  a !== b &&
  a.localName === 'th' &&
  b.localName === 'th' &&
  a.parentElement === b.parentElement &&
  a.closest('table')?.querySelector('td') != null;

const disjoint = (a: Box, b: Box): boolean => a.right <= b.left + 2 || b.right <= a.left + 2;

/**
 * The whole line around labels that were recognised: their neighbours too, since a column with an unknown or an empty
 * header still has a place. Several grids side by side come apart here.
 */
function headerLine(labels: readonly Labelled[]): HeaderLine[] {
  const element = commonAncestor(labels.map((item) => item.element));
  if (element === null) return [];
  const cells = new Map<Element, HeaderCell>();
  const whole = labels.map((item) => widest(item.element, element, labels));
  // Where a label and its value stand in one box, the box is no header.
  const hold = whole.some((cell, i) => holdsValue(cell, labels[i]?.element));
  for (const [i, item] of labels.entries()) {
    const cell = hold ? item.element : (whole[i] ?? item.element);
    cells.set(cell, headerCell(cell, boxOf(cell), item.label, item.concepts));
  }
  for (const other of neighbours(element, [...cells.keys()])) {
    const box = boxOf(other);
    if ([...cells.values()].every((cell) => disjoint(cell.box, box)))
      cells.set(other, headerCell(other, box, readText(other).slice(0, 80), []));
  }
  const inner = around([...cells.values()].map((cell) => cell.box));
  const marks = marksBeside(element, inner);
  for (const mark of marks) cells.set(mark, headerCell(mark, boxOf(mark), '', []));
  const sorted = [...cells.values()].sort((a, b) => a.box.left - b.box.left);
  const holder = marks.length === 0 ? element : (commonAncestor([element, ...marks]) ?? element);
  return [{ element: holder, cells: sorted, box: around(sorted.map((cell) => cell.box)) }];
}

export const headerCell = (
  element: Element,
  box: Box,
  label: string,
  concepts: readonly ColumnConcept[],
): HeaderCell => ({
  element,
  box,
  label,
  concepts,
  printed: element.textContent ?? '',
});

/** Whether two readings found the same line in the same places, and took it for the same. */
export const sameLines = (a: HeaderLine, b: HeaderLine): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every((cell, i) => {
    const other = b.cells[i];
    return (
      other?.element === cell.element &&
      other.printed === cell.printed &&
      String(other.concepts) === String(cell.concepts) &&
      Math.abs(other.box.left - cell.box.left) < 1 &&
      Math.abs(other.box.right - cell.box.right) < 1
    );
  });

/** Whether a line still stands and says what it said: frameworks use elements again for something else. */
export const stillSays = ({ cells }: HeaderLine): boolean =>
  cells.every(({ element, printed }) => element.isConnected && element.textContent === printed);

function holdsValue(cell: Element, label: Element | undefined): boolean {
  if (label === undefined || cell === label || cell.textContent === label.textContent) return false;
  for (const node of textNodes(cell)) {
    const text = foldSpaces(node.data);
    if ((isMac(text) || (isSerial(text) && NUMBERED.test(text)) || looksLikeDate(text)) && !flatContains(label, node))
      return true;
  }
  return false;
}

/** The highest element below the line that holds this label and no other. */
function widest(label: Element, line: Element, labels: readonly Labelled[]): Element {
  let cell = label;
  const { top, bottom } = boxOf(label);
  const height = bottom - top;
  for (let up = flatParent(cell); up !== null && up !== line; up = flatParent(up)) {
    const candidate = up;
    if (labels.some((other) => other.element !== label && flatContains(candidate, other.element))) break;
    const box = boxOf(candidate);
    // A container of frozen columns may hold one label, and all its rows.
    if (box.bottom - box.top > Math.max(64, 3 * height)) break;
    // What is put in its place by numbers may have a box around it that holds it by name only.
    if (!covers(box, boxOf(cell))) break;
    // What is put in its place by numbers may have a box around it that is as wide as the list, and holds nothing else.
    if (
      labels.some(
        (other) => other.element !== label && overlap(box.left, box.right, other.box.left, other.box.right) > 4,
      )
    )
      break;
    cell = candidate;
  }
  return cell;
}

const covers = (box: Box, inner: Box): boolean => box.left <= inner.left + 2 && box.right >= inner.right - 2;

/**
 * The same line where it stands now: columns move when a page scrolls or is resized. `undefined` where it is another one by now, or
 * its columns stand in another order.
 */
export function remeasure(line: HeaderLine): HeaderLine | undefined {
  if (!stillSays(line)) return undefined;
  const cells = line.cells.map((cell) => ({ ...cell, box: boxOf(cell.element) }));
  if (cells.some(({ box }, i) => i > 0 && box.left < (cells[i - 1]?.box.left ?? 0))) return undefined;
  return { element: line.element, cells, box: around(cells.map((cell) => cell.box)) };
}
