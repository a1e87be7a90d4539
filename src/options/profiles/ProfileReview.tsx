import type { JSX } from 'preact';
import type { PageProfile } from '../../core/page-profile.ts';
import type { NamedProfile } from '../../core/profile-file.ts';
import { pageName, plural, t } from '../../platform/i18n.ts';

interface Props {
  readonly file: string;
  readonly profiles: readonly NamedProfile[];
  /** Ids that are kept already. */
  readonly here: ReadonlySet<string>;
  readonly onImport: () => void;
  readonly onDiscard: () => void;
}

/** Everything that a file would teach, before it is imported. */
export function ProfileReview({ file, profiles, here, onImport, onDiscard }: Props): JSX.Element {
  return (
    <div class="review" data-testid="profiles-review">
      <p>{plural('profiles_review', profiles.length, file)}</p>
      {profiles.map(({ id, profile }) => (
        <div key={id}>
          <h3>
            <bdi>{profile.name}</bdi> <span class="soft">{pageName(profile.page)}</span>{' '}
            {here.has(id) && <span class="mark">{t('profiles_replaces')}</span>}
          </h3>
          <div class="scroll">
            <table class="taught">
              <thead>
                <tr>
                  <th scope="col">{t('profiles_label')}</th>
                  <th scope="col">{t('profiles_means')}</th>
                </tr>
              </thead>
              <tbody>
                {linesOf(profile).map(([label, means]) => (
                  <tr key={`${label}${means}`}>
                    <td>
                      <bdi>{label}</bdi>
                    </td>
                    <td>{means}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ))}
      <div class="actions">
        <button type="button" class="primary" onClick={onImport}>
          {t('profiles_import')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('profiles_discard')}
        </button>
      </div>
    </div>
  );
}

const linesOf = ({ titles, columns, actions, values = [] }: PageProfile): (readonly [string, string])[] => [
  ...titles.map(
    ({ label, means }) => [label, t(means === 'page' ? 'profiles_page_title' : 'profiles_page_other')] as const,
  ),
  ...columns.map(
    ({ concept, label, place }) =>
      [
        label ?? t('teach_target_place', (place?.index ?? 0) + 1, place?.of ?? 0),
        t(`teach_column_${concept}`),
      ] as const,
  ),
  ...actions.map(({ concept, label }) => [label, t(`teach_action_${concept}`)] as const),
  ...values.map(({ label, means }) => [label, t(`teach_value_${means}`)] as const),
];
