import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BackupFile } from '../../core/backup/file.ts';
import { BACKUP_STORES } from '../../core/backup/stores.ts';
import { instantText, numberText, t } from '../../platform/i18n.ts';
import { type Merged, sumOf } from './import-data.ts';

interface Props {
  readonly name: string;
  readonly file: BackupFile;
  readonly merged: Merged;
  readonly onTake: (settingsToo: boolean) => void;
  readonly onDiscard: () => void;
}

const COLUMNS = ['new', 'newer', 'same', 'older', 'broken'] as const;

/** What taking in a file would do, before anything is done. */
export function MergeReview({ name, file, merged, onTake, onDiscard }: Props): JSX.Element {
  const [settingsToo, setSettingsToo] = useState(false);
  const stores = BACKUP_STORES.filter((store) => store !== 'settings' && merged[store] !== undefined);
  const differs = merged.settings?.newer === 1;
  const { settings: _, ...records } = merged;
  const nothing = sumOf(records, 'new', 'newer') === 0;
  const wrong = BACKUP_STORES.flatMap((store) => (merged[store]?.wrong ?? []).map((one) => ({ store, ...one })));
  return (
    <div class="review" data-testid="data-review">
      <p>{t('data_review', name, instantText(file.exportedAt))}</p>
      <div class="scroll">
        <table class="merged">
          <thead>
            <tr>
              <th scope="col">{t('data_col_what')}</th>
              {COLUMNS.map((column) => (
                <th scope="col" class="number" key={column}>
                  {t(`data_col_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <tr key={store} data-store={store}>
                <th scope="row">{t(`data_kind_${store}`)}</th>
                {COLUMNS.map((column) => (
                  <td class={merged[store]?.[column] === 0 ? 'number soft' : 'number'} key={column}>
                    {numberText(merged[store]?.[column] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong.map(({ store, n, where }) => (
        <p class="notice attention" key={`${store} ${n}`}>
          {t('data_wrong', t(`data_kind_${store}`), numberText(n), where)}
        </p>
      ))}
      {(merged.runs?.new ?? 0) > 0 && <p class="soft">{t('data_runs_open')}</p>}
      <p class="soft">{nothing ? t('data_nothing') : t('data_rule')}</p>
      {differs && (
        <label class="tick">
          <input
            type="checkbox"
            checked={settingsToo}
            onChange={(event) => setSettingsToo(event.currentTarget.checked)}
          />
          {t('data_settings_too')}
        </label>
      )}
      <div class="actions">
        <button type="button" class="primary" disabled={nothing && !settingsToo} onClick={() => onTake(settingsToo)}>
          {t('data_take')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('data_discard')}
        </button>
      </div>
    </div>
  );
}
