import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { hasTeachableValues, TEACHABLE } from '../../core/page-profile.ts';
import { readText } from '../portal/dom.ts';
import { cellText, type Grid } from '../portal/grid.ts';
import { oneGrid, type Page, readOnce } from '../portal/page.ts';
import { GRID_OF, readByDraft, routeHere } from '../portal/profiles.ts';
import type { ColumnConcept } from '../portal/vocabulary/columns.ts';
import { taughtKey, withoutTaught } from '../portal/vocabulary/taught.ts';
import { parseContract } from '../portal/vocabulary/values.ts';
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
  /** What stands in the column of contract types and is no built-in word, taught or not. */
  readonly words: readonly string[];
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
  return { page, grid, read, actions, words: strangeWords(draft, grid), problem: problemOf() };

  function problemOf(): Reason | undefined {
    const { titles, columns, actions: taught } = draft;
    const refused = titles.map((part) => titleRefused(draft, part)).find((why) => why !== undefined);
    if (refused !== undefined) return refused;
    if (titles.some(({ means }) => means === undefined)) return notice('teach-title-unset');
    if (
      titles.every(({ means }) => means === 'name') &&
      columns.length === 0 &&
      taught.length === 0 &&
      draft.values.length === 0
    )
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

const MOST_WORDS = 12;

/** Words of contract types that are not built in; those that were taught before are among them, whether they stand there now or not. */
function strangeWords({ page, values }: Draft, grid: Grid | undefined): readonly string[] {
  if (!hasTeachableValues(page)) return [];
  const words = new Map(values.map(({ label }) => [taughtKey(label), label]));
  const [index, ...more] = (grid?.header.cells ?? []).flatMap(({ concepts }, i) =>
    concepts.includes('contract') ? [i] : [],
  );
  if (grid !== undefined && index !== undefined && more.length === 0)
    for (const { cells } of grid.rows) {
      const cell = cells[index];
      const text = cell === undefined ? '' : readText(cell);
      if (/\p{L}/u.test(text) && text.length <= 60 && withoutTaught(() => parseContract(text)) === 'unknown')
        words.set(taughtKey(text), words.get(taughtKey(text)) ?? text);
      if (words.size >= MOST_WORDS) break;
    }
  return [...words.values()];
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
