import type { GridReport } from '../../core/page-report.ts';
import { readCards } from './cards.ts';
import { lineOf, type SharedConcept } from './cell-lines.ts';
import { conceptText } from './cell-text.ts';
import { rowBox } from './cells.ts';
import { type ColumnReading, recogniseColumns } from './columns.ts';
import { boxOf, flatContains, flatParent, readText } from './dom.ts';
import { COLUMNS_OF, type GridKind, gridKind } from './grid-kinds.ts';
import { withGroups } from './group-rows.ts';
import { withoutCopies, withoutRepeats } from './header-copies.ts';
import { findHeaderLines, type HeaderLine, remeasure } from './headers.ts';
import { surveyFrame } from './known-rows.ts';
import { readOrderCards } from './order-cards.ts';
import { findBody, type GridBody, type GridRow, rowsWithin } from './rows.ts';
import { atOnce, type Work } from './slices.ts';
import type { Survey } from './survey.ts';
import { taughtLines } from './taught-lines.ts';
import { kindByTitle } from './titled-lists.ts';
import { hasValuesAbove, isMessage } from './unread-rows.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';

/** A list on the page: one shape, whatever draws it. */
export interface Grid {
  readonly kind: GridKind;
  /** Nearest element that holds header and rows; the header alone where there are no rows. */
  readonly element: Element;
  readonly header: HeaderLine;
  readonly rows: readonly GridRow[];
  readonly columns: ReadonlyMap<ColumnConcept, ColumnReading>;
  /** `cards`: boxes without a header, which are read anew each time. */
  readonly reader: GridBody['reader'] | 'cards' | 'none';
  /** How high it is with all that is scrolled away, in pixels. */
  readonly extent: number;
  /** Without a row that is understood, but values stand above the header as rows would below it. */
  readonly rowsAbove?: true;
  /** How many groups of rows are closed, so that theirs are not there. */
  readonly closedGroups?: number;
}

/**
 * Every known list of a part of the page. Rows that are not there now (scrolled away, paged) are not in it: see {@link walkGrid}.
 * @param kept gives a list that stands as it was read before, so that its rows need not be read again.
 */
export function* readGrids(survey: Survey, kept?: (header: HeaderLine) => Work<Grid | undefined>): Work<Grid[]> {
  const lines = withoutRepeats(withoutCopies(yield* taughtLines(yield* findHeaderLines(survey), survey.root)));
  const grids: Grid[] = [];
  for (const header of lines) {
    const named = gridKind(new Set(header.cells.flatMap((cell) => cell.concepts))) ?? kindByTitle(survey, header);
    const kind = named ?? kindByCounts(header);
    if (kind === undefined) continue;
    const same = kept === undefined ? undefined : yield* kept(header);
    const grid = same ?? (yield* readGrid(kind, header, lines));
    if (named === undefined && !countsPbxes(grid)) continue;
    const told =
      kind === 'pbxes' && countsPbxes(grid) ? (kindByCounts(header) ?? kindByTitle(survey, header)) : undefined;
    grids.push(told === undefined ? grid : { ...grid, kind: told, columns: columnsOf(told, grid) });
  }
  grids.push(...readCards(survey, grids));
  yield;
  const orders = yield* readOrderCards(survey, grids);
  return withOrders(grids, orders)
    .filter((grid) => grid.rows.length > 0 || !grids.some((other) => liesOver(grid, other)))
    .map((grid) =>
      grid.rows.length === 0 && standBelowRows(grid.header, grids) ? { ...grid, rowsAbove: true as const } : grid,
    );
}

/** Whether a column that is called as a PBX holds how many there are: one word for both in Italian and French. */
function countsPbxes({ header, rows }: Grid): boolean {
  const at = header.cells.findIndex(({ concepts }) => concepts.includes('pbx'));
  return (
    at >= 0 &&
    rows.length > 0 &&
    rows.every(({ cells }) => cells[at] !== undefined && /^\d{1,4}$/.test(readText(cells[at])))
  );
}

/** What its columns make of such a list. */
function kindByCounts({ cells }: HeaderLine): GridKind | undefined {
  const concepts = cells.flatMap((cell) => cell.concepts);
  if (!concepts.includes('pbx')) return undefined;
  return gridKind(new Set(concepts.map((concept) => (concept === 'pbx' ? 'pbxCount' : concept))));
}

/** A box of an order may look like a header with one row below it. */
const withOrders = (grids: readonly Grid[], orders: Grid | undefined): readonly Grid[] =>
  orders === undefined ? grids : [...grids.filter(({ kind }) => kind !== 'orders'), orders];

/** Whether what looks like rows stands above a header, and is no other list's. */
const standBelowRows = (header: HeaderLine, grids: readonly Grid[]): boolean =>
  hasValuesAbove(header, (element) =>
    grids.some((other) => other.rows.length > 0 && flatContains(other.element, element)),
  );

/** So far a line of ours may move a list away from what is laid over it. */
const MOVED_BY_OURS = 80;

/** A header that stays while its list scrolls may be drawn as a copy, over the one that the rows belong to. */
const liesOver = (copy: Grid, { kind, header, rows }: Grid): boolean =>
  kind === copy.kind &&
  rows.length > 0 &&
  header.cells.length === copy.header.cells.length &&
  header.cells.every((cell, i) => {
    const other = copy.header.cells[i];
    return (
      other !== undefined &&
      cell.label === other.label &&
      Math.abs(cell.box.left - other.box.left) <= 2 &&
      Math.abs(other.box.top - cell.box.top - scrolledAway(cell.element, other.element)) <= MOVED_BY_OURS
    );
  });

/** How far an element was scrolled up inside of what it has in common with another. */
function scrolledAway(element: Element, than: Element): number {
  let way = 0;
  for (let up = flatParent(element); up !== null && !flatContains(up, than); up = flatParent(up)) way += up.scrollTop;
  return way;
}

const columnsOf = (kind: GridKind, { header, rows }: Pick<Grid, 'header' | 'rows'>) =>
  recogniseColumns(header, rows, COLUMNS_OF[kind]);

function* readGrid(kind: GridKind, header: HeaderLine, lines: readonly HeaderLine[]): Work<Grid> {
  const body = yield* findBody(header, lines);
  const rows = body === undefined || isMessage(body.rows) ? [] : body.rows;
  const element = body?.element ?? header.element;
  return withGroups({
    kind,
    element,
    header,
    rows,
    columns: columnsOf(kind, { header, rows }),
    reader: body?.reader ?? ('none' as const),
    extent: extentOf(element, rows),
  });
}

/**
 * The same list as it is now. Quick while its header stands and says the same; else it is looked for again.
 * `undefined`: it is gone, or there are two.
 */
export function rereadGrid(grid: Grid): Grid | undefined {
  const header =
    grid.element.isConnected && grid.reader !== 'none' && grid.reader !== 'cards' ? remeasure(grid.header) : undefined;
  const rows = header === undefined ? undefined : atOnce(rowsWithin(grid.element, header));
  const body = rows === undefined ? undefined : { element: grid.element, ...rows };
  if (header !== undefined && body !== undefined)
    return withGroups({
      ...grid,
      header,
      ...body,
      rows: isMessage(body.rows) ? [] : body.rows,
      extent: extentOf(body.element, body.rows),
    });
  const again = atOnce(readGrids(surveyFrame())).filter((other) => other.kind === grid.kind);
  return again.length === 1 ? again[0] : undefined;
}

function extentOf(element: Element, rows: readonly GridRow[]): number {
  let extent = element.scrollHeight;
  for (let up: Element | null = rows[0]?.elements[0] ?? null; up !== null && up !== element; up = flatParent(up))
    if (up.scrollHeight > up.clientHeight) extent += up.scrollHeight;
  return extent;
}

/** Whether a list was scrolled since it was measured: what was measured of its header and its rows may not fit together. */
export const hasMoved = ({ header, rows }: Grid): boolean =>
  (header.cells.length > 0 &&
    header.cells.every(({ element, box }) => isElsewhere({ elements: [element], box, cells: [] }))) ||
  [rows[0], rows.at(-1)].some((row) => row !== undefined && isElsewhere(row));

/** A row's place may have been measured by one of its cells. */
const isElsewhere = ({ elements, cells, box }: GridRow): boolean =>
  ![...elements, ...cells].some((element) => {
    if (element === undefined) return false;
    const { left, top } = rowBox(element);
    return Math.abs(left - box.left) <= 1 && Math.abs(top - box.top) <= 1;
  });

/** Whether a list stands as it was read: a style sheet may hide and show rows without a word. */
export function* stillStands(grid: Grid): Work<boolean> {
  for (const [i, { elements, box }] of grid.rows.entries()) {
    if (i % 100 === 99) yield;
    const now = elements[0]?.isConnected === true ? boxOf(elements[0]) : undefined;
    const height = now === undefined ? 0 : now.bottom - now.top;
    if (height <= 1 || Math.abs(height - (box.bottom - box.top)) > 1) return false;
  }
  return extentOf(grid.element, grid.rows) === grid.extent;
}

/** What stands in a row's cell of a concept. `undefined` where the column is not readable; empty where the cell is. */
export function cellText(grid: Grid, row: GridRow, concept: ColumnConcept): string | undefined {
  if (row.said !== undefined) return row.said.get(concept);
  const element = cellElement(grid, row, concept);
  if (element === undefined) return row.grouped?.get(concept);
  const { index = -1, shared } = grid.columns.get(concept) ?? {};
  if (shared === true) return lineOf(element, concept as SharedConcept);
  return conceptText(concept, element, grid.header.cells[index]);
}

export function cellElement(grid: Grid, row: GridRow, concept: ColumnConcept): Element | undefined {
  const index = grid.columns.get(concept)?.index;
  return index === undefined ? undefined : row.cells[index];
}

/** All texts of a column, for what only the whole column tells (which number is the day). */
export const columnTexts = (grid: Grid, concept: ColumnConcept): string[] =>
  grid.rows.flatMap((row) => cellText(grid, row, concept) ?? []);

/** The grid's part of a page report. */
export function gridReport(
  grid: Grid,
  problems: readonly string[],
  seen: { rows: number; total: number | null; complete: boolean },
): GridReport {
  return {
    concept: grid.kind,
    reader: grid.reader,
    columns: Object.fromEntries(
      [...grid.columns].map(([concept, { header, how, state }]) => [concept, { header, how, state }]),
    ),
    rowsSeen: seen.rows,
    rowsTotal: seen.total,
    complete: seen.complete,
    problems: [...problems],
  };
}
