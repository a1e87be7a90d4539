import { type GridRow, hasKnownCell, mergeParallel } from './cells.ts';
import { flatContains, flatParent, isShown, textNodes } from './dom.ts';
import { isCopyOf } from './header-copies.ts';
import type { HeaderLine } from './headers.ts';
import { markedRows } from './marked-rows.ts';
import { isAskew, isDrifted, withSpanning } from './row-order.ts';
import type { Work } from './slices.ts';
import { unmarkedRows } from './unmarked-rows.ts';

export type { GridRow } from './cells.ts';

/** Rows between two places where the work can stop. */
const STRIDE = 50;

export interface GridBody {
  /** Nearest element that holds the header line and the rows. */
  readonly element: Element;
  readonly rows: readonly GridRow[];
  readonly reader: 'table' | 'aria' | 'geometry';
}

/** Rows are looked for below the header, at most up to the next header line of the same columns' place. */
export function* findBody(line: HeaderLine, lines: readonly HeaderLine[]): Work<GridBody | undefined> {
  const others = lines.filter((other) => other !== line);
  for (let area = line.element; ; ) {
    if (holdsHeader(area, others, line)) return undefined;
    const rows = yield* rowsWithin(area, line);
    // The whole page is a list only where its header stands right in it, or where it marks the rows as such.
    const isPage = area === document.body && line.element !== area && flatParent(line.element) !== area;
    if (rows !== undefined && !(isPage && rows.reader === 'geometry'))
      return yield* withOverlaid({ element: area, ...rows }, line, others);
    const up = flatParent(area);
    if (up === null || up === document.documentElement) return undefined;
    area = up;
  }
}

/** A grid never holds another grid's header. */
const holdsHeader = (area: Element, others: readonly HeaderLine[], line: HeaderLine): boolean =>
  others.some((other) => flatContains(area, other.element) && !flatContains(line.element, other.element));

/** How far around rows their missing columns are looked for. */
const MOST_AROUND = 4;

/**
 * Columns that stay while the others are scrolled may stand in a container laid over the list, without being in it: where no row
 * has a cell under some of the named headers, what is around the list is looked at, too, for the same rows.
 */
function* withOverlaid(body: GridBody, line: HeaderLine, others: readonly HeaderLine[]): Work<GridBody> {
  const foreign = others.filter((other) => !isCopyOf(other, line));
  const named = line.cells.flatMap(({ concepts }, i) => (concepts.length > 0 ? [i] : []));
  const lacking = (rows: readonly GridRow[]) => named.filter((i) => rows.every(({ cells }) => cells[i] === undefined));
  let missing = lacking(body.rows).length;
  let best = body;
  let area = flatParent(body.element);
  for (let step = 0; missing > 0 && step < MOST_AROUND; step += 1) {
    if (area === null || area === document.body || holdsHeader(area, foreign, line)) break;
    const rows = yield* rowsWithin(area, line);
    if (rows === undefined || rows.rows.length !== body.rows.length) break;
    const still = lacking(rows.rows).length;
    if (still < missing) best = { element: area, ...rows };
    missing = Math.min(missing, still);
    area = flatParent(area);
  }
  return best;
}

/** The rows below a header line within one area; `undefined` where there are none. */
export function* rowsWithin(area: Element, line: HeaderLine): Work<Pick<GridBody, 'rows' | 'reader'> | undefined> {
  const header = aroundHeader(line, area);
  const marked = yield* markedRows(area, line, header);
  const found = marked?.rows ?? (yield* unmarkedRows(area, line, header)) ?? [];
  yield;
  const merged = mergeParallel(found);
  if (isAskew(merged.map(({ elements: parts }) => parts))) return undefined;
  yield;
  const spanned = marked?.reader === 'table' ? withSpanning(merged, line) : merged;
  const rows: GridRow[] = [];
  for (const [i, row] of spanned.entries()) {
    if (i % STRIDE === STRIDE - 1) yield;
    if (hasKnownCell(row, line) && isSeen(row) && saysSomething(row) && !saysHeader(row, line)) rows.push(row);
  }
  return rows.length === 0 || (marked !== undefined && isDrifted(rows, line))
    ? undefined
    : { rows, reader: marked?.reader ?? 'geometry' };
}

/** Some frameworks keep rows that nobody sees, where they were last, to use them again. */
const isSeen = ({ elements: [first] }: GridRow): boolean =>
  first === undefined || first.checkVisibility?.(VISIBLE) !== false || isShownInside(first);

/** A row may have no box of its own (`display: contents`), which the browser calls invisible: its cells are what is seen. */
function isShownInside(row: Element): boolean {
  const { display, visibility } = getComputedStyle(row);
  return display === 'contents' && visibility === 'visible' && isShown(row);
}
const VISIBLE = { visibilityProperty: true, checkVisibilityCSS: true } as CheckVisibilityOptions;

/** Rows without a word keep place for others, or hold filters. */
const saysSomething = ({ elements }: GridRow): boolean =>
  elements.some((element) => /\S/.test(element.textContent ?? '') || textNodes(element).next().done === false);

/** Some frameworks draw their header twice, one over the other: the lower one is scrolled away with the rows. */
function saysHeader({ cells }: GridRow, line: HeaderLine): boolean {
  const known = line.cells.flatMap(({ concepts, printed }, i) =>
    concepts.length > 0 && cells[i] !== undefined ? [{ text: cells[i].textContent ?? '', printed }] : [],
  );
  return known.length > 1 && known.every(({ text, printed }) => /\S/.test(text) && text === printed);
}

/** The header's cells and everything around them within an area: no row is one of these. */
function aroundHeader(line: HeaderLine, area: Element): ReadonlySet<Element> {
  const around = new Set<Element>([area]);
  for (const { element } of line.cells)
    for (let up: Element | null = element; up !== null && up !== area && !around.has(up); up = flatParent(up))
      around.add(up);
  return around;
}
