import type { Reason } from '../../core/outcome.ts';
import { type PageProfile, routeOf, type TeachablePage } from '../../core/page-profile.ts';
import { isItsPage, type Met, misfit } from '../../core/profile-fit.ts';
import type { GridKind } from './grid-kinds.ts';
import type { Page } from './page.ts';
import { atOnce, type Work } from './slices.ts';
import { isColumn } from './taught-lines.ts';
import { byWords, type TaughtWords, taughtKey, useTaught } from './vocabulary/taught.ts';

/** A profile that is kept, with its id. */
export interface KeptProfile {
  readonly id: string;
  readonly profile: PageProfile;
}

/** The profile that a page was read by, or why the one that was taught on it was not used. */
export type Taught = { readonly id: string; readonly used: string } | { readonly id: string; readonly misfit: Reason };

interface Ready extends KeptProfile {
  readonly words: TaughtWords;
}

/** The list that a page is about. */
export const GRID_OF: Readonly<Record<TeachablePage, GridKind>> = {
  devices: 'devices',
  pbxes: 'pbxes',
  customers: 'customers',
  order: 'products',
  cart: 'cart',
  orders: 'orders',
  'account-balance': 'invoices',
};

let ready: readonly Ready[] = [];

export function setProfiles(profiles: readonly KeptProfile[]): void {
  ready = profiles.map(({ id, profile }) => ({ id, profile, words: wordsOf(profile) }));
}

export const keptProfile = (id: string): KeptProfile | undefined => ready.find((one) => one.id === id);

export const routeHere = (): string => routeOf(location.pathname, location.hash);

/** Reads a page by the profile that fits it; one that does not fit any more is reported and not obeyed. */
export function* readTaught(read: () => Work<Page>): Work<Page> {
  const route = ready.length === 0 ? '' : routeHere();
  let stale: Taught | undefined;
  for (const { id, profile, words } of ready) {
    if (profile.route !== route) continue;
    const { page, reason, itsPage } = yield* readAs(profile, words, read);
    if (reason === undefined && page.kind === profile.page) {
      useTaught(words);
      return { ...page, taught: { id, used: profile.name } };
    }
    if (reason !== undefined && itsPage) stale ??= { id, misfit: reason };
  }
  const { value: page } = yield* byWords(undefined, read);
  useTaught(undefined);
  return stale === undefined ? page : { ...page, taught: stale };
}

/** The page as it would be read by a profile that is still being taught; nothing goes by it yet. */
export function readByDraft(profile: PageProfile, read: () => Work<Page>): { page: Page; reason: Reason | undefined } {
  return atOnce(readAs(profile, wordsOf(profile), read));
}

function* readAs(profile: PageProfile, words: TaughtWords, read: () => Work<Page>) {
  const { value: page, read: said } = yield* byWords(words, read);
  const has = (kind: 'columns' | 'titles', label: string): boolean => said.met[kind].has(taughtKey(label));
  const titles = new Set(profile.titles.flatMap(({ label }) => (has('titles', label) ? [label] : [])));
  const met: Met = {
    columns: columnsOnOneLine(profile, page),
    actions: new Set(
      profile.actions.flatMap(({ concept, label }) =>
        page.actions.some((action) => action.concept === concept && taughtKey(action.label) === taughtKey(label))
          ? [concept]
          : [],
      ),
    ),
    printed: new Set(
      profile.columns.flatMap(({ concept, label }) => (label !== undefined && has('columns', label) ? [concept] : [])),
    ),
    titles,
    contradicted: said.contradicted,
  };
  return { page, reason: misfit(profile, met), itsPage: isItsPage(profile, met) };
}

/** The taught columns that one list of the profile's kind has. */
function columnsOnOneLine(profile: PageProfile, page: Page): ReadonlySet<string> {
  const lists = page.grids.filter(({ kind }) => kind === GRID_OF[profile.page]);
  const found = lists.map(
    ({ header }) =>
      new Set<string>(
        profile.columns.flatMap((column) =>
          header.cells.some(
            (cell, index) =>
              (cell.concepts as readonly string[]).includes(column.concept) &&
              isColumn(column, cell, index, header.cells.length),
          )
            ? [column.concept]
            : [],
        ),
      ),
  );
  return found.toSorted((a, b) => b.size - a.size)[0] ?? new Set();
}

/** Fixed words beside a title that name no page we know count like the portal's own name does. */
const OTHER = 'home';

const wordsOf = ({ page, titles, columns, actions, values = [] }: PageProfile): TaughtWords => ({
  columns: new Map(columns.flatMap(({ concept, label }) => (label === undefined ? [] : [[taughtKey(label), concept]]))),
  actions: new Map(actions.map(({ concept, label }) => [taughtKey(label), concept])),
  titles: new Map(titles.map(({ label, means }) => [taughtKey(label), means === 'page' ? page : OTHER])),
  values: new Map(values.map(({ label, means }) => [taughtKey(label), means])),
  line: columns,
});
