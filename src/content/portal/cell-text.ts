import { blockOf, flatContains, flatParent, foldSpaces, readText, shownText } from './dom.ts';
import type { HeaderCell } from './headers.ts';
import { labelKey } from './vocabulary/label.ts';

const TOOL = 'button,[role=button],a[role=button]';
const WORD = /[\p{L}\p{N}]/u;

/**
 * What a cell says of its column: without buttons beside the value ("Copy"), and nothing where it only holds the column's name, for
 * narrow windows or for those who hear the page.
 */
export function cellValue(cell: Element, header: Pick<HeaderCell, 'label'> | undefined): string {
  if (cell.firstElementChild === null && cell.shadowRoot === null) return readText(cell);
  const whole = readText(cell);
  if (whole === '') return whole;
  const text = cell.querySelector(TOOL) === null ? whole : withoutTools(cell, whole);
  return header !== undefined && namesOnly(text, header.label) ? '' : text;
}

const namesOnly = (text: string, label: string): boolean =>
  label !== '' && Math.abs(text.length - label.length) <= 2 && labelKey(text) === labelKey(label);

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
 * The same of a name that has a line of its own: a smaller or paler one below it (an article number, a place) is no part of it.
 */
export function cellName(cell: Element, header: Pick<HeaderCell, 'label'> | undefined): string {
  const value = cellValue(cell, header);
  if (cell.childElementCount === 0 || value === '') return value;
  const lines = linesOf(cell);
  const [first, ...more] = lines;
  if (first === undefined || more.length === 0 || !more.every(({ look }) => isLesser(look, first.look))) return value;
  return first.text;
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
