import { blockOf, flatContains, flatParent, foldSpaces, readText, shownText, textNodes } from './dom.ts';
import type { HeaderCell } from './headers.ts';
import { readUnstruck } from './struck.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';

const TOOL = 'button,[role=button],a[role=button]';
const WORD = /[\p{L}\p{N}]/u;

/** Beside an amount the one that it took the place of may stand, struck out. */
const AMOUNTS: ReadonlySet<ColumnConcept> = new Set<ColumnConcept>(['total', 'amount', 'price']);
/** Names and words that may have a line of something else below. */
const NAMES: ReadonlySet<ColumnConcept> = new Set<ColumnConcept>([
  'model',
  'pbx',
  'name',
  'customer',
  'orderNumber',
  'invoiceNumber',
  'reference',
  'status',
]);

/** What a cell says of a concept. */
export function conceptText(
  concept: ColumnConcept,
  cell: Element,
  header: Pick<HeaderCell, 'label'> | undefined,
): string {
  if (AMOUNTS.has(concept)) return readUnstruck(cell);
  if (isOneText(cell)) return shownValue(readText(cell), header);
  if (NAMES.has(concept)) return cellName(cell, header);
  // What is said of a contract besides may speak of a change: it is kept, and kept apart.
  const lines = concept === 'contract' && cell.childElementCount > 1 ? linesOf(cell) : [];
  return lines.length > 1 ? lines.map(({ text }) => text).join(' – ') : cellValue(cell, header);
}

/**
 * What a cell says of its column: without buttons beside the value ("Copy"), and nothing where it only holds the column's name, for
 * narrow windows or for those who hear the page.
 */
function cellValue(cell: Element, header: Pick<HeaderCell, 'label'> | undefined): string {
  const whole = readText(cell);
  if (whole === '') return whole;
  return shownValue(cell.querySelector(TOOL) === null ? whole : withoutTools(cell, whole), header);
}

/** Most cells of most lists hold one text: nothing stands beside it. Marks of ours do not count. */
function isOneText(cell: Element): boolean {
  if (cell.shadowRoot !== null) return false;
  if (cell.firstElementChild === null) return true;
  let count = 0;
  for (const node of textNodes(cell)) {
    count += /\S/.test(node.data) ? 1 : 0;
    if (count > 1) return false;
  }
  return true;
}

const shownValue = (text: string, header: Pick<HeaderCell, 'label'> | undefined): string =>
  header !== undefined && namesOnly(text, header.label) ? '' : text;

/** Asked of each cell: a colon and capitals are all that may differ. */
const namesOnly = (text: string, label: string): boolean =>
  label !== '' &&
  Math.abs(text.length - label.length) <= 2 &&
  text[0]?.toLowerCase() === label[0]?.toLowerCase() &&
  text.replace(/[\s:]+$/, '').toLowerCase() === label.replace(/[\s:]+$/, '').toLowerCase();

/** Where a value stands beside buttons it is no part of them; where nothing does, a button's words are the value. */
function withoutTools(cell: Element, whole: string): string {
  const text = foldSpaces(
    shownText(cell, (_, parent) => {
      const tool = parent.closest(TOOL);
      return tool === null || tool === cell || !flatContains(cell, tool);
    }),
  );
  return WORD.test(text) ? text : whole;
}

/**
 * The same of a name that has a line of its own: a smaller or paler one below it (an article number, a place) is no part of it, nor are
 * its initials in a circle before it.
 */
function cellName(cell: Element, header: Pick<HeaderCell, 'label'> | undefined): string {
  const value = cellValue(cell, header);
  if (cell.childElementCount === 0 || value === '') return value;
  const all = linesOf(cell);
  const drawn = all[0] !== undefined && all[1] !== undefined && areInitials(all[0].text, all[1].text);
  const [first, ...more] = drawn ? all.slice(1) : all;
  if (first === undefined) return value;
  if (more.length > 0 && more.every(({ look }) => isLesser(look, first.look))) return first.text;
  return drawn ? [first, ...more].map(({ text }) => text).join(' ') : value;
}

/** `AG` before `Acme GmbH`. */
function areInitials(text: string, name: string): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u).map((word) => word.slice(0, 1).toUpperCase());
  const [one, ...others] = text;
  return /^\p{Lu}{1,3}$/u.test(text) && words[0] === one && others.every((letter) => words.slice(1).includes(letter));
}

interface Look {
  readonly size: number;
  readonly colour: string;
  readonly opacity: number;
}
interface Line {
  readonly text: string;
  readonly look: Look;
}

/** Texts in blocks of their own, from top to bottom, each looking like its first words. */
function linesOf(cell: Element): Line[] {
  const lines = new Map<Element, { text: string; look: Look }>();
  shownText(cell, (text, parent) => {
    if (!WORD.test(text) || (parent.closest(TOOL) !== null && parent.closest(TOOL) !== cell)) return true;
    const block = blockOf(parent, cell);
    const line = lines.get(block);
    if (line === undefined) lines.set(block, { text, look: lookOf(parent, cell) });
    else line.text += text;
    return true;
  });
  return [...lines.values()].map(({ text, look }) => ({ text: foldSpaces(text), look }));
}

function lookOf(element: Element, cell: Element): Look {
  const { fontSize, color } = getComputedStyle(element);
  let opacity = 1;
  for (let up: Element | null = element; up !== null && up !== cell; up = flatParent(up))
    opacity *= Number.parseFloat(getComputedStyle(up).opacity);
  return { size: Number.parseFloat(fontSize), colour: color, opacity };
}

const isLesser = (look: Look, main: Look): boolean =>
  look.size < main.size - 0.5 ||
  (look.size <= main.size && (look.opacity < main.opacity || look.colour !== main.colour));
