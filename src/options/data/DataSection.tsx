import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type BackupFile, MAX_BACKUP, readBackup } from '../../core/backup/file.ts';
import { notice } from '../../core/notices.ts';
import { numberText, reasonText, t } from '../../platform/i18n.ts';
import { ProgressLine } from '../../platform/ProgressLine.tsx';
import { saveFile } from '../../platform/save-file.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { JsonFileField } from '../FileField.tsx';
import { ClearData } from './ClearData.tsx';
import { collectData, type Work } from './export-data.ts';
import { type Merged, mergeFile, sumOf } from './import-data.ts';
import { MergeReview } from './MergeReview.tsx';
import { StorageKept } from './StorageKept.tsx';
import { SyncLine } from './SyncLine.tsx';

interface Chosen {
  readonly name: string;
  readonly file: BackupFile;
  readonly merged: Merged;
}

/** All data as one file: out, in, and away. `onChanged`: what other parts of the page show is not there any more, or more is. */
export function DataSection({ onChanged }: { readonly onChanged: () => void }): JSX.Element {
  const [progress, setProgress] = useState<readonly [number, number]>();
  const [chosen, setChosen] = useState<Chosen>();
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');
  const stop = useRef<AbortController | undefined>(undefined);

  async function doing(work: (work: Work) => Promise<string>): Promise<void> {
    setSaid('');
    setWrong('');
    const stopping = new AbortController();
    stop.current = stopping;
    setProgress([0, 0]);
    try {
      setSaid(await work({ onProgress: (...now) => setProgress(now), signal: stopping.signal }));
    } catch (error) {
      setWrong(reasonText(failureOf(error)));
    }
    setProgress(undefined);
  }

  const exportAll = () =>
    doing(async (work) => {
      const collected = await collectData(work);
      if (collected === undefined) return t('data_stopped_export');
      const name = `wmp-companion-${today()}.json`;
      saveFile(name, collected.file);
      return t('data_exported', numberText(collected.records), name);
    });

  const choose = (picked: File) =>
    doing(async (work) => {
      setChosen(undefined);
      const file = picked.size > MAX_BACKUP ? { refused: notice('backup-too-large') } : readBackup(await picked.text());
      if ('refused' in file) setWrong(`${picked.name}: ${reasonText(file.refused)}`);
      else {
        const merged = await mergeFile(file, false, work);
        if (!work.signal.aborted) setChosen({ name: picked.name, file, merged });
      }
      return '';
    });

  const take = (file: BackupFile, settingsToo: boolean) =>
    doing(async (work) => {
      setChosen(undefined);
      let done = 0;
      const counted: Work = {
        ...work,
        onProgress: (now, total) => {
          done = now;
          work.onProgress(now, total);
        },
      };
      try {
        const merged = await mergeFile(file, true, counted, settingsToo ? [] : ['settings']);
        onChanged();
        if (work.signal.aborted) return t('data_stopped_import', numberText(done));
        return t('data_taken', numberText(sumOf(merged, 'new')), numberText(sumOf(merged, 'newer')));
      } catch (error) {
        onChanged();
        setWrong(`${reasonText(failureOf(error))} ${t('data_broke_off', numberText(done))}`);
        return '';
      }
    });

  return (
    <section aria-labelledby="data-title" data-testid="data">
      <h2 id="data-title">{t('data_title')}</h2>
      <p class="soft">{t('data_why')}</p>
      <div class="actions">
        <button type="button" disabled={progress !== undefined} onClick={() => void exportAll()}>
          {t('data_export')}
        </button>
      </div>
      <JsonFileField
        id="data-file"
        label={t('data_choose')}
        disabled={progress !== undefined}
        onFile={(file) => void choose(file)}
      />
      {progress && (
        <div class="actions">
          <ProgressLine
            label={t('data_title')}
            done={progress[0]}
            total={progress[1]}
            onStop={() => stop.current?.abort()}
          />
        </div>
      )}
      {chosen && (
        <MergeReview
          {...chosen}
          onTake={(settingsToo) => void take(chosen.file, settingsToo)}
          onDiscard={() => setChosen(undefined)}
        />
      )}
      {wrong && (
        <p class="notice attention" role="alert" data-testid="data-refused">
          {wrong}
        </p>
      )}
      <p role="status">{said}</p>
      <SyncLine />
      <StorageKept />
      <ClearData onCleared={onChanged} />
    </section>
  );
}

/** By the partner's own clock: it only names a file. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
