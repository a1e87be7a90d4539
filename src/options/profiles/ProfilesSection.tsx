import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import {
  MAX_PROFILE_FILE,
  type NamedProfile,
  profileFile,
  type ReadProfiles,
  readProfileFile,
} from '../../core/profile-file.ts';
import type { ProfileRecord } from '../../core/records/profile.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { failureOf, useAnswer } from '../../platform/use-answer.ts';
import { JsonFileField } from '../FileField.tsx';
import { type Said, SaidLine } from '../SaidLine.tsx';
import { askProfiles } from './ask-profiles.ts';
import { ProfileList } from './ProfileList.tsx';
import { ProfileReview } from './ProfileReview.tsx';

interface Chosen {
  readonly file: string;
  readonly profiles: readonly NamedProfile[];
}

/** Taught pages: what there is, out into a file, in from one, and away. */
export function ProfilesSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('profiles', () => askProfiles('profiles.list', {}));
  const [chosen, setChosen] = useState<Chosen>();
  const [said, setSaid] = useState<Said>({ words: '' });
  const [wrong, setWrong] = useState('');

  async function doing(work: () => Promise<string>, undo?: () => void): Promise<void> {
    setSaid({ words: '' });
    setWrong('');
    try {
      setSaid({ words: await work(), ...(undo && { undo }) });
    } catch (error) {
      setWrong(reasonText(failureOf(error)));
    }
    again();
  }

  const choose = (file: File): Promise<void> =>
    doing(async () => {
      setChosen(undefined);
      const read = await readFile(file);
      if ('refused' in read) setWrong(refusalText(file.name, read.refused));
      else setChosen({ file: file.name, profiles: read.profiles });
      return '';
    });

  const take = (profiles: readonly NamedProfile[]): Promise<void> =>
    doing(async () => {
      await askProfiles('profiles.import', { profiles: [...profiles] });
      setChosen(undefined);
      return plural('profiles_done', profiles.length);
    });

  const remove = ({ id, profile }: ProfileRecord): Promise<void> =>
    doing(
      async () => {
        await askProfiles('profiles.remove', { id });
        return t('profiles_removed', profile.name);
      },
      () =>
        void doing(async () => {
          await askProfiles('profiles.import', { profiles: [{ id, profile }] });
          return t('options_undone');
        }),
    );

  return (
    <section aria-labelledby="profiles-title" data-testid="profiles">
      <h2 id="profiles-title">{t('profiles_title')}</h2>
      <p class="soft">{t('profiles_why')}</p>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value && value.unreadable > 0 && (
        <p class="notice attention" role="alert">
          {plural('profiles_unreadable', value.unreadable)}
        </p>
      )}
      {value?.profiles.length === 0 && <p>{t('profiles_none')}</p>}
      {value && value.profiles.length > 0 && (
        <ProfileList
          profiles={value.profiles}
          onExport={(record) =>
            saveFile(
              `taught-${record.profile.page}.json`,
              new Blob([profileFile([record])], { type: 'application/json' }),
            )
          }
          onRemove={remove}
        />
      )}
      <JsonFileField id="profiles-file" label={t('profiles_choose')} onFile={(file) => void choose(file)} />
      {chosen && (
        <ProfileReview
          file={chosen.file}
          profiles={chosen.profiles}
          here={new Set(value?.profiles.map(({ id }) => id))}
          onImport={() => take(chosen.profiles)}
          onDiscard={() => setChosen(undefined)}
        />
      )}
      {wrong && (
        <p class="notice attention" role="alert" data-testid="profiles-refused">
          {wrong}
        </p>
      )}
      <SaidLine {...said} />
    </section>
  );
}

const readFile = async (file: File): Promise<ReadProfiles> =>
  file.size > 2 * MAX_PROFILE_FILE ? { refused: notice('profile-file-too-large') } : readProfileFile(await file.text());

const refusalText = (file: string, reason: Reason): string => `${file}: ${reasonText(reason)}`;
