import type { JSX } from 'preact';
import type { Response } from '../core/messages/contract.ts';
import type { RunRecord } from '../core/records/run.ts';
import { agoText, instantText, reasonText, t } from '../platform/i18n.ts';
import type { Answer } from '../platform/use-answer.ts';
import { CareCopy } from './CareCopy.tsx';
import { RunStandings } from './RunStandings.tsx';

/** Conversions that are not settled. Nothing is shown where there is none; a failure is, unlike in an empty list. */
export function RunList({ answer: { value, failure } }: { answer: Answer<Response<'runs.list'>> }): JSX.Element | null {
  if (!failure && (value === undefined || value.runs.length === 0)) return null;
  return (
    <section aria-labelledby="runs-title" data-testid="runs">
      <h2 id="runs-title">{t('popup_runs')}</h2>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      <ul class="rows">
        {value?.runs.map((run) => (
          <RunItem key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}

function RunItem({ run }: { run: RunRecord }): JSX.Element {
  const confirmed = run.devices.filter(({ step }) => step === 'confirmed').length;
  const progress = t('run_progress', confirmed, run.devices.length);
  return (
    <li data-testid="run" data-run={run.id}>
      <div class="pair">
        <strong class="name">
          <bdi>{run.customer.name}</bdi>
        </strong>
        <span>{run.trial ? t('run_trial') : progress}</span>
      </div>
      {!run.trial && <progress value={confirmed} max={run.devices.length} aria-label={progress} />}
      <RunStandings run={run} />
      {run.stopped && <p>{reasonText(run.stopped)}</p>}
      <CareCopy run={run} />
      <p class="facts soft">
        <span title={instantText(run.startedAt)}>{t('run_started', agoText(run.startedAt))}</span>
        <span title={instantText(run.seen.at)}>{t('as_of', agoText(run.seen.at))}</span>
        {run.seen.url.startsWith('https://') && (
          <a href={run.seen.url} target="_blank" rel="noreferrer">
            {t('open_in_wmp')}
          </a>
        )}
      </p>
    </li>
  );
}
