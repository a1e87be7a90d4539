import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isOpen } from '../../core/conversion-run.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { instantText, reasonText, t } from '../../platform/i18n.ts';
import { CareCopy } from '../CareCopy.tsx';
import { RunStandings } from '../RunStandings.tsx';
import { DeviceTable } from './DeviceTable.tsx';
import { devicesText, kindText, pbxesOf, resultText } from './run-words.ts';

interface Props {
  readonly run: RunRecord;
  readonly onDelete: () => void;
}

/** One run. Its devices are drawn once they are asked for: a page may hold thousands of them. */
export function HistoryItem({ run, onDelete }: Props): JSX.Element {
  const [opened, setOpened] = useState(false);
  const { customer, startedAt, by, trial, stopped, seen } = run;
  const pbxes = pbxesOf(run);
  return (
    <li data-testid="history-run" data-run={run.id}>
      <div class="pair">
        <h2 class="name">
          <bdi>{customer.name}</bdi>
        </h2>
        <span>{resultText(run)}</span>
      </div>
      <p class="facts">
        <span>{instantText(startedAt)}</span>
        <span>{kindText(trial === true)}</span>
        <span>{by === undefined ? t('history_by_unknown') : <bdi>{by}</bdi>}</span>
      </p>
      <p class="facts soft">
        {pbxes.length === 0 && <span>{t('history_no_pbx')}</span>}
        {pbxes.map((pbx) => (
          <bdi key={pbx}>{pbx}</bdi>
        ))}
      </p>
      <RunStandings run={run} />
      {stopped && <p>{reasonText(stopped)}</p>}
      <CareCopy run={run} />
      <details onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{devicesText(run)}</summary>
        {opened && <DeviceTable run={run} />}
      </details>
      <p class="facts">
        {isOpen(run) && seen.url.startsWith('https://') && (
          <a href={seen.url} target="_blank" rel="noreferrer">
            {t('open_in_wmp')}
          </a>
        )}
        {!isOpen(run) && (
          <button
            type="button"
            class="link"
            aria-label={t('history_delete_of', customer.name, instantText(startedAt))}
            onClick={onDelete}
          >
            {t('history_delete')}
          </button>
        )}
      </p>
    </li>
  );
}

interface DeletedProps {
  readonly run: RunRecord;
  readonly onUndo: () => void;
}

/** Stands where a run stood, until the page is left. */
export function DeletedItem({ run, onUndo }: DeletedProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone with the run.
  useEffect(() => button.current?.focus(), []);
  return (
    <li class="deleted" data-testid="history-deleted">
      <span role="status">{t('history_deleted', run.customer.name, instantText(run.startedAt))}</span>
      <button type="button" ref={button} onClick={onUndo}>
        {t('history_undo')}
      </button>
    </li>
  );
}
