import type { PageKind } from '../../core/page-report.ts';
import { isBusy } from '../portal/dialogs.ts';
import { type Grid, rereadGrid } from '../portal/grid.ts';
import { isWindowed } from '../portal/list-height.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import type { GridRow } from '../portal/rows.ts';
import { isAll, isUndisturbed, isWhole } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import { type CollectedList, type Collector, collectList } from './collector.ts';
import { type PrintedKind, printedRows } from './printed-rows.ts';
import type { ReadRow } from './rows-seen.ts';

/** The lists that a page of each kind is about: no other one is scrolled. */
const LISTS_OF: Partial<Record<PageKind, readonly PrintedKind[]>> = {
  customers: ['customers'],
  pbxes: ['pbxes'],
  orders: ['orders'],
  'account-balance': ['invoices'],
  order: ['products', 'cart'],
  cart: ['cart'],
};

/** A list as far as it was seen. */
export interface SeenList {
  /** With every row that was seen, by what was printed in it; for reading records, not for finding places on the page. */
  readonly grid: Grid;
  /** As it stands on the page. */
  readonly drawn: Grid;
  /** Rows that were seen, those that are no records included. */
  readonly rows: number;
  readonly total: number | null;
  readonly complete: boolean;
}

/** One list of a visit's page, for all who read it. */
export interface ListDesk {
  now(page: Page): SeenList | undefined;
  /** Calls `listener` with the list as far as it is seen: at once, when it changes, and when all of it was walked. */
  onSeen(listener: (list: SeenList, page: Page) => void): void;
  settled(): Promise<void>;
}

const desks = new WeakMap<Visit, Map<PrintedKind, ListDesk>>();

export function listDesk(visit: Visit, kind: PrintedKind): ListDesk {
  const known = desks.get(visit) ?? new Map<PrintedKind, ListDesk>();
  desks.set(visit, known);
  const desk = known.get(kind) ?? openDesk(visit, kind);
  known.set(kind, desk);
  return desk;
}

/** The desks of all lists that a visit's page is about. */
export const listDesks = (visit: Visit): readonly ListDesk[] =>
  (LISTS_OF[visit.page().kind] ?? []).map((kind) => listDesk(visit, kind));

/** Whether a list has to be scrolled through, and is. */
export const isWalked = (page: Page, grid: Grid): boolean =>
  LISTS_OF[page.kind]?.some((kind) => kind === grid.kind) === true && isWindowed(grid);

/** The list that a grid of a page is a part of, as far as it was scrolled through. */
export function walkedList(visit: Visit, page: Page, grid: Grid): SeenList | undefined {
  const kind = LISTS_OF[page.kind]?.find((each) => each === grid.kind);
  if (kind === undefined || !isWindowed(grid)) return undefined;
  const list = listDesk(visit, kind).now(page);
  return list?.drawn === grid ? list : undefined;
}

function openDesk(visit: Visit, kind: PrintedKind): ListDesk {
  const listeners: ((list: SeenList, page: Page) => void)[] = [];
  let collector: Collector<GridRow> | undefined;
  const gridOf = (page: Page): Grid | undefined => {
    const grid = LISTS_OF[page.kind]?.includes(kind) === true ? oneGrid(page, kind) : undefined;
    return grid === 'twice' ? undefined : grid;
  };
  const now = (page: Page): SeenList | undefined => {
    const drawn = gridOf(page);
    if (drawn === undefined) return undefined;
    const rows = printedRows(drawn, kind);
    const list = collector?.now();
    const isPart = list?.windowed === true && isWindowed(drawn) && list.rows.knows(rows);
    return isPart ? asWalked(drawn, list) : asDrawn(drawn, rows);
  };
  const tell = (page: Page): void => {
    const list = now(page);
    if (list !== undefined) for (const listener of listeners) listener(list, page);
  };
  // What is drawn is told though the walk is still to come.
  visit.onRead((page) => {
    if (collector?.now() === undefined) tell(page);
  });
  collector = collectList<GridRow>(visit, {
    grid: gridOf,
    rows: (grid) => printedRows(grid, kind),
    // What is seen through a mask may be the list before.
    reread: (grid) => (isBusy() ? undefined : rereadGrid(grid)),
    // Looked for when it is told: see asDrawn.
    plain: () => ({ complete: false, total: null }),
    free: isUndisturbed,
    collected: () => tell(visit.page()),
    seen: (_, page) => tell(page),
  });
  const { settled } = collector;
  return {
    now,
    onSeen(listener) {
      listeners.push(listener);
      const list = now(visit.page());
      if (list !== undefined) listener(list, visit.page());
    },
    settled,
  };
}

function asDrawn(drawn: Grid, rows: readonly ReadRow<GridRow>[]): SeenList {
  const complete = isWhole(drawn, rows.length);
  const grid = { ...drawn, rows: rows.map(({ item }) => item) };
  return { grid, drawn, rows: rows.length, total: complete ? rows.length : null, complete };
}

function asWalked(drawn: Grid, { rows, complete, total }: CollectedList<GridRow>): SeenList {
  const { size } = rows;
  const all = complete && isAll(drawn, size);
  const grid = { ...drawn, rows: rows.items };
  return { grid, drawn, rows: size, total: total ?? (all ? size : null), complete: all };
}
