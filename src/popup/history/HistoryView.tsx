import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { HistoryFilter } from '../../core/messages/history-contract.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { numberText, plural, reasonText, t } from '../../platform/i18n.ts';
import type { Format } from '../../platform/sheets/table-file.ts';
import { failureOf, useAnswer, useRepeatWhileVisible } from '../../platform/use-answer.ts';
import { Header } from '../Header.tsx';
import { askHistory, readHistory } from './ask-history.ts';
import { exportRuns } from './export-runs.ts';
import { FilterFields } from './FilterFields.tsx';
import { DeletedItem, HistoryItem } from './HistoryItem.tsx';

/** Runs that are shown at first, and as many again each time that more are asked for. */
const PART = 25;

/** Newest first, then by id, as the worker gives them: a deleted run keeps its place. */
const asInHistory = (a: RunRecord, b: RunRecord): number =>
  a.startedAt === b.startedAt ? (a.id < b.id ? 1 : -1) : a.startedAt < b.startedAt ? 1 : -1;

/** Every conversion that was begun, with what became of it. */
export function HistoryView(): JSX.Element {
  const [filter, setFilter] = useState<HistoryFilter>({ state: 'all' });
  const [most, setMost] = useState(PART);
  const [deleted, setDeleted] = useState<readonly RunRecord[]>([]);
  const [said, setSaid] = useState('');
  const [{ value, failure }, again] = useAnswer(JSON.stringify([filter, most]), () => readHistory(filter, most));
  useRepeatWhileVisible(again, 15_000);

  async function attempt(work: () => Promise<string>): Promise<void> {
    try {
      setSaid(await work());
    } catch (error) {
      setSaid(reasonText(failureOf(error)));
    }
  }

  const save = (format: Format): Promise<void> => {
    setSaid(t('history_exporting'));
    return attempt(() => exportRuns(filter, format));
  };
  const remove = (run: RunRecord): Promise<void> =>
    attempt(async () => {
      await askHistory('runs.remove', { id: run.id });
      setDeleted((before) => [...before, run]);
      again();
      return '';
    });
  const restore = (run: RunRecord): Promise<void> =>
    attempt(async () => {
      await askHistory('runs.restore', { run });
      setDeleted((before) => before.filter(({ id }) => id !== run.id));
      again();
      return '';
    });

  const gone = new Set(deleted.map(({ id }) => id));
  const kept = value?.runs.filter(({ id }) => !gone.has(id)) ?? [];
  const items = [...kept, ...deleted].sort(asInHistory);
  const isFiltered = filter.state !== 'all' || (filter.customer ?? '').trim() !== '';
  return (
    <>
      <Header title={t('history_title')}>
        <div class="buttons">
          <button type="button" disabled={kept.length === 0} onClick={() => save('csv')}>
            {t('history_csv')}
          </button>
          <button type="button" disabled={kept.length === 0} onClick={() => save('xlsx')}>
            {t('history_xlsx')}
          </button>
        </div>
      </Header>
      <main class="history">
        <FilterFields
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            setMost(PART);
          }}
        />
        <p role="status" class="soft">
          {said}
        </p>
        {failure && (
          <p class="notice attention" role="alert">
            {reasonText(failure)}
          </p>
        )}
        {value && value.unreadable > 0 && (
          <p class="notice attention" role="alert">
            {plural('history_unreadable', value.unreadable)}
          </p>
        )}
        {value === undefined && !failure && <p class="soft">{t('popup_asking')}</p>}
        {value?.total === 0 && items.length === 0 && <p>{t(isFiltered ? 'history_none' : 'history_empty')}</p>}
        <ol class="rows">
          {items.map((run) =>
            gone.has(run.id) ? (
              <DeletedItem key={`${run.id} deleted`} run={run} onUndo={() => restore(run)} />
            ) : (
              <HistoryItem key={run.id} run={run} onDelete={() => remove(run)} />
            ),
          )}
        </ol>
        {value && value.total > 0 && (
          <p class="more soft">
            {t('history_shown', numberText(value.runs.length), numberText(value.total))}
            {value.more && (
              <button type="button" onClick={() => setMost(most + PART)}>
                {t('history_more')}
              </button>
            )}
          </p>
        )}
      </main>
    </>
  );
}
