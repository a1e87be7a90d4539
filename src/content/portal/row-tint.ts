import { distance, over, parseColour, type Rgb, type Rgba } from './colour.ts';
import { boxOf, elements, flatParent, isShown, readText } from './dom.ts';
import { hitPoint } from './press.ts';
import type { GridRow } from './rows.ts';

/** What a press on a row might do other than select it. */
const LEADS = 'a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=menuitem],[onclick]';

/**
 * Where a row without any box is pressed to select it: a cell of plain text, as far to the left as there is one. Nothing that leads
 * anywhere is inside, and it is no more of a way than the rest of its row.
 */
export function plainCell(row: GridRow): HTMLElement | undefined {
  const shown = cellsOf(row);
  const pointers = shown.filter((cell) => getComputedStyle(cell).cursor === 'pointer').length;
  const plain = shown.filter((cell) => {
    if (readText(cell) === '' || cell.closest('a[href],button') !== null) return false;
    if (pointers < shown.length && getComputedStyle(cell).cursor === 'pointer') return false;
    return ![...elements(cell)].some((part) => part.matches(LEADS) || hasOwnPointer(part, cell));
  });
  return plain.find((cell) => hitPoint(cell) !== undefined) ?? plain[0];
}

const hasOwnPointer = (part: Element, cell: Element): boolean =>
  part !== cell && getComputedStyle(part).cursor === 'pointer' && getComputedStyle(cell).cursor !== 'pointer';

const cellsOf = ({ cells }: GridRow): HTMLElement[] =>
  cells.filter((cell): cell is HTMLElement => cell instanceof HTMLElement && isShown(cell));

export interface Tint {
  /** The colours of its cells, as they are drawn; for comparing. */
  readonly key: string;
  /** How far they stand out from what lies behind the list, 0 to 765. */
  readonly strength: number;
}

/** Rows that are selected stand out by at least so much more; stripes differ by less, or are told apart by pressing. */
const STEP = 18;

export const isStronger = (a: Tint, b: Tint): boolean => a.strength - b.strength >= STEP;

/** How a row is tinted, and in which colour it is written. */
export function tintOf(row: GridRow): Tint {
  const ground = groundOf(row);
  const cells = cellsOf(row);
  const tints = cells.map((cell) => tintOfCell(cell, row, ground));
  const strengths = tints.map((tint) => distance(tint, ground)).toSorted((a, b) => a - b);
  return {
    key: [...new Set(cells.map((cell, i) => `${tints[i]?.map(Math.round)} ${getComputedStyle(cell).color}`))].join(),
    // A single cell may have the focus.
    strength: strengths[Math.floor(strengths.length / 2)] ?? 0,
  };
}

const WHITE: Rgb = [255, 255, 255];

/** The colour of what the rows lie on. */
function groundOf({ elements: parts }: GridRow): Rgb {
  const around: Element[] = [];
  for (let up = parts[0] === undefined ? null : flatParent(parts[0]); up !== null; up = flatParent(up)) around.push(up);
  return around.reverse().reduce<Rgb>((ground, element) => over(ground, background(element)), WHITE);
}

function tintOfCell(cell: Element, { elements: parts }: GridRow, ground: Rgb): Rgb {
  const layers: Element[] = [];
  for (let up: Element | null = cell; up !== null; up = flatParent(up)) {
    layers.push(up);
    if (parts.includes(up)) break;
  }
  return layers.reverse().reduce<Rgb>((below, element) => {
    const own = over(over(below, background(element)), innerShadow(element));
    return ['::before', '::after'].reduce((tint, pseudo) => over(tint, covering(element, pseudo)), own);
  }, ground);
}

const NOTHING: Rgba = [0, 0, 0, 0];

const background = (element: Element): Rgba => parseColour(getComputedStyle(element).backgroundColor);

/** A shadow that is cast inwards over the whole of a box is its tint. */
function innerShadow(element: Element): Rgba {
  const { boxShadow } = getComputedStyle(element);
  if (!boxShadow.includes('inset')) return NOTHING;
  const { top, bottom } = boxOf(element);
  const spread = Number.parseFloat(/(?:-?[\d.]+px\s+){3}(-?[\d.]+)px/.exec(boxShadow)?.[1] ?? '0');
  return spread >= (bottom - top) / 2 ? parseColour(boxShadow) : NOTHING;
}

/** What a pseudo-element lays over the whole of a box. */
function covering(element: Element, pseudo: string): Rgba {
  const style = getComputedStyle(element, pseudo);
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return NOTHING;
  const { left, right, top, bottom } = boxOf(element);
  const covers =
    Number.parseFloat(style.width) > 0.8 * (right - left) && Number.parseFloat(style.height) > 0.8 * (bottom - top);
  if (!covers) return NOTHING;
  const [r, g, b, a] = parseColour(style.backgroundColor);
  return [r, g, b, a * Number(style.opacity)];
}
