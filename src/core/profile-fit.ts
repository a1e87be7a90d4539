import { notice } from './notices.ts';
import type { Reason } from './outcome.ts';
import type { PageProfile } from './page-profile.ts';

/** What of a profile's words and places was met on a page, by concept. */
export interface Met {
  /** Columns found on one header line. */
  readonly columns: ReadonlySet<string>;
  /** Columns whose label stands anywhere on the page. */
  readonly printed: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  /** Labels of titles. */
  readonly titles: ReadonlySet<string>;
  /** A label of the profile that the built-in vocabulary knows for something else. */
  readonly contradicted?: string | undefined;
}

/** Whether this is the page where the profile was taught: its title stands there, or at least half of its columns do. */
export function isItsPage(profile: PageProfile, met: Met): boolean {
  const title = profile.titles.some(({ label, means }) => means === 'page' && met.titles.has(label));
  return title || (met.printed.size > 0 && met.printed.size * 2 >= profile.columns.length);
}

/** Why a profile does not fit the page that it was taught on, or `undefined`: then it fits. */
export function misfit(profile: PageProfile, met: Met): Reason | undefined {
  const { name } = profile;
  if (met.contradicted !== undefined) return notice('profile-contradicts', { profile: name, label: met.contradicted });
  const gone = profile.columns.filter(({ concept }) => !met.columns.has(concept));
  // With one header gone the whole line may not be known any more: the one to name is the one that is not printed.
  const column = gone.find(({ concept, label }) => label !== undefined && !met.printed.has(concept)) ?? gone[0];
  if (column?.label !== undefined) return notice('profile-column-gone', { profile: name, column: column.label });
  if (column?.place !== undefined)
    return notice('profile-place-gone', { profile: name, place: column.place.index + 1, of: column.place.of });
  const action = profile.actions.find(({ concept, pointed }) => pointed && !met.actions.has(concept));
  if (action !== undefined) return notice('profile-button-gone', { profile: name, button: action.label });
  const titles = profile.titles.filter(({ means }) => means === 'page');
  const [title] = titles;
  if (title !== undefined && !titles.some(({ label }) => met.titles.has(label)))
    return notice('profile-title-gone', { profile: name, title: title.label });
  return undefined;
}
