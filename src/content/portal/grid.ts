import type { GridReport } from '../../core/page-report.ts';
import { type ColumnReading, recogniseColumns } from './columns.ts';
import { readText } from './dom.ts';
import { COLUMNS_OF, type GridKind, gridKind } from './grid-kinds.ts';
import { findHeaderLines, type HeaderLine, remeasure } from './headers.ts';
import { findBody, type GridBody, type GridRow, rowsWithin } from './rows.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';

/** A list on the page: one shape, whatever draws it. */
export interface Grid {
  readonly kind: GridKind;
  /** Nearest element that holds header and rows; the header alone where there are no rows. */
  readonly element: Element;
  readonly header: HeaderLine;
  readonly rows: readonly GridRow[];
  readonly columns: ReadonlyMap<ColumnConcept, ColumnReading>;
  readonly reader: GridBody['reader'] | 'none';
}

/** Every known list of the page. Rows that are not there now (scrolled away, paged) are not in it: see {@link walkGrid}. */
export function readGrids(root: Element): Grid[] {
  const lines = findHeaderLines(root);
  return lines.flatMap((header) => {
    const kind = gridKind(new Set(header.cells.flatMap((cell) => cell.concepts)));
    if (kind === undefined) return [];
    const body = findBody(header, lines);
    const rows = body?.rows ?? [];
    return [
      {
        kind,
        element: body?.element ?? header.element,
        header,
        rows,
        columns: recogniseColumns(header, rows, COLUMNS_OF[kind]),
        reader: body?.reader ?? ('none' as const),
      },
    ];
  });
}

/**
 * The same list as it is now. Quick while its header stands where it stood; else it is looked for again.
 * `undefined`: it is gone, or there are two.
 */
export function rereadGrid(grid: Grid, root: Element): Grid | undefined {
  if (
    grid.header.cells.every((cell) => cell.element.isConnected) &&
    grid.element.isConnected &&
    grid.reader !== 'none'
  ) {
    const header = remeasure(grid.header);
    const body = rowsWithin(grid.element, header);
    if (body !== undefined) return { ...grid, header, ...body };
  }
  const again = readGrids(root).filter((other) => other.kind === grid.kind);
  return again.length === 1 ? again[0] : undefined;
}

/** What stands in a row's cell of a concept. `undefined` where the column is not readable; empty where the cell is. */
export function cellText(grid: Grid, row: GridRow, concept: ColumnConcept): string | undefined {
  const element = cellElement(grid, row, concept);
  return element === undefined ? undefined : readText(element);
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
