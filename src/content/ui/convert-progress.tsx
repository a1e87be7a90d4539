import type { Reason } from '../../core/outcome.ts';
import type { RunRecord, RunStep } from '../../core/records/run.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';

interface Props {
  /** Absent: it was not even begun. */
  readonly run: RunRecord | undefined;
  readonly reason: Reason | undefined;
  readonly running: boolean;
  onStop(): void;
  onClose(): void;
}

/** How far a batch has got, per step, and what is certain about it. */
export function ConvertProgress({ run, reason, running, onStop, onClose }: Props) {
  const stoppable = running && run?.devices.some(({ step }) => STOPPABLE.has(step));
  return (
    <section class="panel" aria-label={t('progress_title')}>
      <div class="head">
        <h2>{t('progress_title')}</h2>
        <span class="brand">{t('extension_name')}</span>
      </div>
      {run !== undefined && <Steps run={run} />}
      {reason !== undefined && <p class="note no">{reasonText(reason)}</p>}
      {run !== undefined && <Unknown run={run} />}
      <div class="buttons">
        {stoppable && (
          <button type="button" onClick={onStop}>
            {t('button_stop')}
          </button>
        )}
        {!running && (
          <button type="button" onClick={onClose}>
            {t('button_close')}
          </button>
        )}
      </div>
    </section>
  );
}

/** Before Agree is journalled; from then on there is nothing to stop. */
const STOPPABLE: ReadonlySet<RunStep> = new Set<RunStep>(['planned', 'selecting', 'selected', 'asked']);

function Steps({ run }: { run: RunRecord }) {
  const steps = new Map<RunStep, number>();
  for (const { step } of run.devices) steps.set(step, (steps.get(step) ?? 0) + 1);
  const confirmed = steps.get('confirmed') ?? 0;
  return (
    <>
      <span class="muted">{t('progress_count', confirmed, run.devices.length)}</span>
      <progress max={run.devices.length} value={confirmed} aria-label={t('progress_title')} />
      <ul role="status">
        {[...steps].map(([step, count]) => (
          <li key={step}>{plural(`step_${step.replaceAll('-', '_')}`, count)}</li>
        ))}
      </ul>
    </>
  );
}

function Unknown({ run }: { run: RunRecord }) {
  const unknown = run.devices.filter(({ step }) => step === 'unknown');
  if (unknown.length === 0) return null;
  return (
    <p class="note unknown">
      {t('progress_unknown')}{' '}
      <span class="serials" dir="auto">
        {unknown.map((device) => device.serial ?? device.key).join(', ')}
      </span>
    </p>
  );
}
