import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import {
  type PageProfile,
  type TaughtAction,
  type TaughtActionConcept,
  type TaughtColumn,
  type TaughtColumnConcept,
  type TaughtValue,
  TEACHABLE,
  type TeachablePage,
  versionFor,
} from '../../core/page-profile.ts';
import { markOf } from '../portal/box-lines.ts';
import type { HeaderCell } from '../portal/headers.ts';
import { SHAPES } from '../portal/shapes.ts';
import { actionConcepts } from '../portal/vocabulary/actions.ts';
import { type ColumnConcept, columnConcepts } from '../portal/vocabulary/columns.ts';
import { pageWords } from '../portal/vocabulary/pages.ts';
import { taughtKey, withoutTaught } from '../portal/vocabulary/taught.ts';

/** A part of the title, and what the partner says that it is. A name is never kept. */
export interface TitlePart {
  readonly whole: string;
  readonly label: string;
  readonly means: 'page' | 'other' | 'name' | undefined;
}

/** What was pointed at so far. */
export interface Draft {
  readonly page: TeachablePage;
  readonly name: string;
  readonly titles: readonly TitlePart[];
  readonly columns: readonly TaughtColumn[];
  readonly actions: readonly TaughtAction[];
  readonly values: readonly TaughtValue[];
}

export const emptyDraft = (page: TeachablePage): Draft => ({
  page,
  name: '',
  titles: [],
  columns: [],
  actions: [],
  values: [],
});

export const draftOf = ({ page, name, titles, columns, actions, values = [] }: PageProfile): Draft => ({
  page,
  name,
  titles: titles.map(({ label, means }) => ({ whole: label, label, means })),
  columns,
  actions,
  values,
});

export const profileOf = (
  { page, name, titles, columns, actions, values }: Draft,
  route: string,
  unnamed: string,
): PageProfile => ({
  version: versionFor({ page, values }),
  name: (name.trim() || unnamed).slice(0, 120),
  page,
  route,
  titles: titles.flatMap(({ label, means }) =>
    means === 'page' || means === 'other' ? (label.trim() === '' ? [] : [{ label: label.trim(), means }]) : [],
  ),
  columns: [...columns],
  actions: actions
    .filter(({ label }) => label.trim() !== '')
    .map((action) => ({ ...action, label: action.label.trim() })),
  ...(values.length === 0 ? {} : { values: [...values] }),
});

/** The header that was pointed at as a column of the draft, or why it cannot be one. */
export function columnOf(
  draft: Draft,
  concept: TaughtColumnConcept,
  { cell, index, of }: { cell: HeaderCell; index: number; of: number },
): TaughtColumn | Reason {
  const { label } = cell;
  if (label === '') {
    const place = { index, of, mark: markOf(cell.element) };
    const twice = draft.columns.some((other) => other.concept !== concept && other.place?.index === index);
    return twice ? notice('teach-label-twice', { label: `${index + 1}` }) : { concept, place };
  }
  if (label.length > 60) return notice('teach-label-long', { label: label.slice(0, 60) });
  const known: readonly string[] = withoutTaught(() => columnConcepts(label));
  if (known.length > 0 && !known.includes(concept))
    return notice('teach-label-known', { label, meaning: known[0] ?? '' });
  if (SHAPES[concept as ColumnConcept]?.(label) === true) return notice('teach-label-value', { label });
  const twice = draft.columns.some(
    (other) => other.concept !== concept && other.label !== undefined && taughtKey(other.label) === taughtKey(label),
  );
  return twice ? notice('teach-label-twice', { label }) : { concept, label };
}

/** Why a label cannot be a button's, if so. */
export function actionRefused(draft: Draft, concept: TaughtActionConcept, label: string): Reason | undefined {
  if (label.length > 60) return notice('teach-label-long', { label: label.slice(0, 60) });
  const known: readonly string[] = withoutTaught(() => actionConcepts(label));
  if (known.length > 0 && !known.includes(concept))
    return notice('teach-label-known', { label, meaning: known[0] ?? '' });
  const twice = draft.actions.some((other) => other.concept !== concept && taughtKey(other.label) === taughtKey(label));
  return twice ? notice('teach-label-twice', { label }) : undefined;
}

/** Why a part of the title cannot mean what the partner says, if so. */
export function titleRefused(draft: Draft, { label, means }: TitlePart): Reason | undefined {
  if (means !== 'page' && means !== 'other') return undefined;
  if (label.trim().length > 60) return notice('teach-label-long', { label: label.slice(0, 60) });
  const known: readonly string[] = withoutTaught(() => pageWords(label));
  if (means === 'page' && known.length > 0 && !known.includes(draft.page))
    return notice('teach-label-known', { label, meaning: known[0] ?? '' });
  return undefined;
}

/** Columns that the page cannot do without and that are neither read nor taught yet: one of each group. */
export const lackingColumns = (page: TeachablePage, read: ReadonlySet<string>): readonly string[] =>
  TEACHABLE[page].needed.flatMap((group) => (group.some((concept) => read.has(concept)) ? [] : [group[0] ?? '']));

/** Buttons that were not taught. Those that WMP prints in a known language need not be. */
export const lackingActions = ({ page, actions }: Draft): readonly TaughtActionConcept[] =>
  TEACHABLE[page].actions.filter((concept) => !actions.some((action) => action.concept === concept));
