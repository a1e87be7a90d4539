import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PageProfile } from '../../core/page-profile.ts';
import type { ProfileRecord } from '../../core/records/profile.ts';
import { instantText, pageName, plural, t } from '../../platform/i18n.ts';

interface Props {
  readonly profiles: readonly ProfileRecord[];
  readonly onExport: (record: ProfileRecord) => void;
  readonly onRemove: (record: ProfileRecord) => void;
}

/** Every taught page, the last one first. */
export function ProfileList({ profiles, onExport, onRemove }: Props): JSX.Element {
  const [asking, setAsking] = useState<string>();
  return (
    <ul class="versions">
      {profiles.map((record) => {
        const { id, profile, taughtAt, updatedBy } = record;
        const page = pageName(profile.page);
        return (
          <li key={id} data-testid="profile">
            <div>
              <strong>
                <bdi>{profile.name}</bdi>
              </strong>
              <p class="soft">
                {updatedBy === 'import'
                  ? t('profiles_imported', page, instantText(taughtAt))
                  : t('profiles_taught', page, instantText(taughtAt))}{' '}
                · {sizeOf(profile)}
              </p>
            </div>
            {asking === id ? (
              <div class="actions">
                <span>{t('profiles_remove_sure', profile.name)}</span>
                <button
                  type="button"
                  ref={(button) => button?.focus()}
                  onClick={() => {
                    setAsking(undefined);
                    onRemove(record);
                  }}
                >
                  {t('profiles_remove_yes')}
                </button>
                <button type="button" onClick={() => setAsking(undefined)}>
                  {t('profiles_remove_no')}
                </button>
              </div>
            ) : (
              <div class="actions">
                <button
                  type="button"
                  aria-label={t('profiles_export_that', profile.name)}
                  onClick={() => onExport(record)}
                >
                  {t('profiles_export')}
                </button>
                <button
                  type="button"
                  aria-label={t('profiles_remove_that', profile.name)}
                  onClick={() => setAsking(id)}
                >
                  {t('profiles_remove')}
                </button>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const sizeOf = ({ columns, actions }: PageProfile): string =>
  [plural('profiles_columns', columns.length), plural('profiles_buttons', actions.length)].join(', ');
