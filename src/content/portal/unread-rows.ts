import { cellAbove, type GridRow } from './cells.ts';
import { type Box, boxOf, flatParent, foldSpaces, isShown, overlap, sameLine, textNodes } from './dom.ts';
import { flatNodes, isElement } from './flat-tree.ts';
import type { Grid } from './grid.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';
import { isMac, isSerial, SHAPES } from './shapes.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';
import { labelKey } from './vocabulary/label.ts';

/** How far up from a header, and how many heights of it down, its first row is looked for. */
const MOST_UP = 8;
const MOST_DOWN = 3;
const MOST_LOOKED_AT = 400;

/** What a list says that has nothing in it. */
const EMPTY =
  /^(no \p{L}|nothing\b|none\b|(there (is|are) )?(no|nothing)\b|0 \p{L}|kein\p{L}* \p{L}|es (gibt|sind|wurden|liegen) (\p{L}+ ){0,2}kein|nichts\b|no (hay|se|existe)|sin \p{L}|ningun|aucun|pas d|il n.y a|rien\b|nessun|non (ci|e|sono|ha)|niente\b|geen \p{L}|er (zijn|is) geen|niets\b)|\b(is|ist|esta|est|e|is) (empty|leer|vaci[oa]|vide|vuot[oa]|leeg)$/u;

/** Values that stand in rows and hardly anywhere else. */
const TELLING: readonly ColumnConcept[] = [
  'serial',
  'mac',
  'contract',
  'expiration',
  'purchased',
  'date',
  'shipmentDate',
];

const DRAWN = 'canvas,iframe,embed,object';
const ROW = 'tr,[role=row]';
const NO_ROW = 'tfoot,select,textarea,[role=listbox],[role=menu]';

/**
 * Whether something that looks like rows stands right below the header of a list in which no row was understood: then
 * it must not be taken for an empty one. What says that there is nothing is no row, and neither is what stands farther below.
 */
export function hasUnreadRows({ header, rows, rowsAbove }: Grid): boolean {
  if (rows.length > 0) return false;
  if (rowsAbove) return true;
  const parts = new Set<Element>();
  for (const { element } of header.cells)
    for (let up: Element | null = element; up !== null && !parts.has(up); up = flatParent(up)) parts.add(up);
  if (hasUnreadTable(header)) return true;
  const area = areaOf(header);
  if ([...area.querySelectorAll(DRAWN)].some((picture) => isDrawnList(picture, header))) return true;
  let looked = 0;
  for (const node of flatNodes(area, (element) => !element.matches(NO_ROW))) {
    if (looked >= MOST_LOOKED_AT) return false;
    const element = isElement(node) ? node : flatParent(node);
    if (element === null || parts.has(element) || !standsBelow(boxOf(element), header)) continue;
    looked += 1;
    if (isElement(node) ? isUnreadRow(node) : isValue(node, element, header)) return true;
  }
  return false;
}

/** Whether values of at least two columns stand on a line right above a header: some lists have their header at the bottom. */
export function hasValuesAbove(header: HeaderLine, isOthers: (element: Element) => boolean): boolean {
  const { box: head } = header;
  const height = Math.max(24, head.bottom - head.top);
  const found: { readonly cell: HeaderCell; readonly box: Box }[] = [];
  for (const node of textNodes(areaOf(header))) {
    const element = flatParent(node);
    if (element === null) continue;
    const box = boxOf(element);
    if (box.bottom > head.top + 2 || box.top < head.top - MOST_DOWN * height) continue;
    const cell = cellAbove(box, header);
    const text = foldSpaces(node.data);
    const fits = TELLING.some(
      (concept) => cell?.concepts.includes(concept) === true && SHAPES[concept]?.(text) === true,
    );
    if (cell === undefined || !fits || !isShown(element) || isOthers(element)) continue;
    if (found.some((other) => other.cell !== cell && sameLine(other.box, box))) return true;
    found.push({ cell, box });
  }
  return false;
}

/** What holds the header and may hold its rows: not the whole page. */
function areaOf({ element }: HeaderLine): Element {
  let area = element;
  for (let depth = 0; depth < MOST_UP; depth += 1) {
    const up = flatParent(area);
    if (up === null || up === document.documentElement) break;
    area = up;
    if (area === document.body || area.matches('dialog,[role=dialog],main,[role=main]')) break;
  }
  return area;
}

/** A table whose header is out of sight, as in a narrow window: its rows stand anywhere but below that. */
function hasUnreadTable({ cells, box }: HeaderLine): boolean {
  if (box.right + scrollX > 0 && box.bottom + scrollY > 0) return false;
  const table = cells[0]?.element.closest('table');
  return [...(table?.rows ?? [])].some(
    (row) => cells.every(({ element }) => !row.contains(element)) && row.closest(NO_ROW) === null && isUnreadRow(row),
  );
}

function standsBelow(box: Box, { box: head }: HeaderLine): boolean {
  const height = Math.max(24, head.bottom - head.top);
  return (
    box.bottom - box.top > 1 &&
    box.top >= head.bottom - 2 &&
    box.top <= head.bottom + MOST_DOWN * height &&
    overlap(box.left, box.right, head.left, head.right) > 0
  );
}

/** A list that is painted, or a page of its own. */
function isDrawnList(picture: Element, header: HeaderLine): boolean {
  const box = boxOf(picture);
  const { left, right, top, bottom } = header.box;
  const covers = overlap(box.left, box.right, left, right) > (right - left) / 2;
  return covers && standsBelow(box, header) && box.bottom - box.top >= 2 * (bottom - top) && isShown(picture);
}

function isUnreadRow(element: Element): boolean {
  if (!element.matches(ROW)) return false;
  const text = foldSpaces(element.textContent ?? '');
  return /[\p{L}\p{N}]/u.test(text) && !saysNothing(text) && isShown(element);
}

function isValue(node: Text, element: Element, header: HeaderLine): boolean {
  const text = foldSpaces(node.data);
  if (text === '' || text.length > 60 || saysNothing(text) || element.closest('button,label,option') !== null)
    return false;
  const concepts = cellAbove(boxOf(element), header)?.concepts ?? [];
  const fits = TELLING.some((concept) => concepts.includes(concept) && SHAPES[concept]?.(text) === true);
  return (fits || isMac(text) || (isSerial(text) && /\d{3}/.test(text) && text.length >= 8)) && isShown(element);
}

/** Whether a text says that a list has nothing in it. */
const saysNothing = (text: string): boolean => text.length <= 160 && EMPTY.test(labelKey(text));

/** Whether what was read as a list's one row says that there is none: "No data", across its columns. */
export function isMessage([first, ...more]: readonly GridRow[]): boolean {
  if (first === undefined || more.length > 0) return false;
  if (first.cells.filter((cell) => cell !== undefined && /\S/.test(cell.textContent ?? '')).length > 1) return false;
  return saysNothing(foldSpaces(first.elements.map(({ textContent }) => textContent ?? '').join(' ')));
}
