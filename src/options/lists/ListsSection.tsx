import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { numberText, reasonText, t } from '../../platform/i18n.ts';
import { ProgressLine } from '../../platform/ProgressLine.tsx';
import { FORMATS, type Format } from '../../platform/sheets/table-file.ts';
import { failureOf, useAnswer } from '../../platform/use-answer.ts';
import { askData } from '../data/ask-data.ts';
import { exportList } from './export-list.ts';
import { LIST_STORES, type ListStore } from './lists.ts';

/** Everything that the Companion keeps as lists, each to be saved as a table. */
export function ListsSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('lists', () => askData('data.overview', {}));
  const [working, setWorking] = useState<{
    readonly store: ListStore;
    readonly done: number;
    readonly total: number;
  }>();
  const [said, setSaid] = useState({ words: '', wrong: false });
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function save(store: ListStore, format: Format): Promise<void> {
    const stopping = new AbortController();
    stop.current = stopping;
    setSaid({ words: '', wrong: false });
    setWorking({ store, done: 0, total: 0 });
    try {
      const onProgress = (done: number, total: number): void => setWorking({ store, done, total });
      setSaid({ words: await exportList(store, format, { signal: stopping.signal, onProgress }), wrong: false });
    } catch (error) {
      setSaid({ words: reasonText(failureOf(error)), wrong: true });
    }
    setWorking(undefined);
    again();
  }

  const counts = value?.counts;
  return (
    <section aria-labelledby="lists-title" data-testid="lists">
      <h2 id="lists-title">{t('lists_title')}</h2>
      <p class="soft">{t('lists_why')}</p>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {counts && (
        <ul class="hosts">
          {LIST_STORES.map((store) => {
            const name = t(`data_kind_${store}`);
            const count = counts[store] ?? 0;
            return (
              <li key={store} data-list={store}>
                <span class="grow">
                  {name} <span class="soft">{count === 0 ? t('lists_empty') : numberText(count)}</span>
                </span>
                {FORMATS.map((format) => (
                  <button
                    type="button"
                    key={format}
                    disabled={working !== undefined || count === 0}
                    aria-label={t(`lists_as_${format}`, name)}
                    onClick={() => void save(store, format)}
                  >
                    {format.toUpperCase()}
                  </button>
                ))}
              </li>
            );
          })}
        </ul>
      )}
      {working && (
        <div class="actions">
          <ProgressLine {...working} label={t(`data_kind_${working.store}`)} onStop={() => stop.current?.abort()} />
        </div>
      )}
      {said.wrong && (
        <p class="notice attention" role="alert">
          {said.words}
        </p>
      )}
      <p role="status" class="soft">
        {said.wrong ? '' : said.words}
      </p>
    </section>
  );
}
