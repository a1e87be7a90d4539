import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { TEACHABLE } from '../../core/page-profile.ts';
import { cellText, type Grid } from '../portal/grid.ts';
import { oneGrid, type Page, readOnce } from '../portal/page.ts';
import { GRID_OF, readByDraft, routeHere } from '../portal/profiles.ts';
import type { ColumnConcept } from '../portal/vocabulary/columns.ts';
import { recordsOf } from '../report.ts';
import { type Draft, lackingColumns, profileOf, titleRefused } from './draft.ts';

/** The page as it would be read by a draft, and what keeps the draft from being saved. */
export interface DraftReading {
  readonly page: Page;
  readonly grid: Grid | undefined;
  /** Concepts whose column is readable. */
  readonly read: ReadonlySet<string>;
  /** Actions that the page shows and whose words are known, built in or taught. */
  readonly actions: ReadonlyMap<string, string>;
  readonly problem: Reason | undefined;
}

export function readDraft(draft: Draft): DraftReading {
  const { page, reason } = readByDraft(profileOf(draft, routeHere(), '?'), () => readOnce());
  const list = oneGrid(page, GRID_OF[draft.page]);
  const grid = list === 'twice' ? undefined : list;
  const read = new Set<string>(
    [...(grid?.columns ?? [])].flatMap(([concept, { state }]) => (state === 'ok' ? [concept] : [])),
  );
  const actions = new Map<string, string>(page.actions.map(({ concept, label }) => [concept, label]));
  return { page, grid, read, actions, problem: problemOf() };

  function problemOf(): Reason | undefined {
    const { titles, columns, actions: taught } = draft;
    const refused = titles.map((part) => titleRefused(draft, part)).find((why) => why !== undefined);
    if (refused !== undefined) return refused;
    if (titles.some(({ means }) => means === undefined)) return notice('teach-title-unset');
    if (titles.every(({ means }) => means === 'name') && columns.length === 0 && taught.length === 0)
      return notice('teach-nothing-taught');
    if (list === 'twice') return notice('grid-twice');
    if (reason !== undefined && reason.code !== 'profile-column-gone' && reason.code !== 'profile-place-gone')
      return reason;
    const odd = columns.find(({ concept }) => !read.has(concept));
    if (odd !== undefined)
      return notice('teach-column-state', {
        column: odd.concept,
        state: grid?.columns.get(odd.concept as ColumnConcept)?.state ?? 'missing',
      });
    const [lacking] = lackingColumns(draft.page, new Set([...read].filter(hasValues)));
    if (lacking !== undefined) return notice('teach-column-lacking', { column: lacking });
    if (reason !== undefined) return reason;
    if (page.kind === draft.page) return undefined;
    return page.kind === 'none' ? notice('teach-page-unclear') : notice('teach-page-other', { page: page.kind });
  }

  /** A column in which nothing stands has not been shown to be one. */
  function hasValues(concept: string): boolean {
    if (grid === undefined || grid.rows.length === 0) return true;
    return grid.rows.some((row) => (cellText(grid, row, concept as ColumnConcept) ?? '') !== '');
  }
}

const ROWS = 5;

export interface PreviewColumn {
  readonly concept: string;
  readonly header: string | null;
  readonly state: string;
  readonly values: readonly string[];
}

/** The first rows as they would be read, by column; what the list lacks is left out. */
export function previewOf({ grid }: DraftReading, draft: Draft): PreviewColumn[] {
  if (grid === undefined) return [];
  const rows = grid.rows.slice(0, ROWS);
  const records = recordsOf({ ...grid, rows }, undefined) as readonly Record<string, unknown>[];
  const order: readonly string[] = TEACHABLE[draft.page].columns;
  return [...grid.columns]
    .filter(([, { state }]) => state !== 'missing')
    .map(([concept, { header, state }]) => ({
      concept,
      header,
      state,
      values: rows.map((row, i) => {
        const value = records.length === rows.length ? records[i]?.[concept] : undefined;
        return String(value ?? cellText(grid, row, concept) ?? '');
      }),
    }))
    .sort((a, b) => order.indexOf(a.concept) - order.indexOf(b.concept));
}
