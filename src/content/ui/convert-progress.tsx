import { useState } from 'preact/hooks';
import { careText } from '../../core/care-text.ts';
import type { Reason } from '../../core/outcome.ts';
import type { RunDevice, RunRecord, RunStep } from '../../core/records/run.ts';
import { careWords } from '../../platform/care-words.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { ConsentButton } from './consent-button.tsx';
import { minutesLeft } from './time-left.ts';

/** `running`, `paused`: by this page. `waiting`: its page is gone, and it may be resumed here. `idle`: nobody does anything. */
export type RunPhase = 'running' | 'paused' | 'waiting' | 'idle';

interface Props {
  /** Absent: it was not even begun. */
  readonly run: RunRecord | undefined;
  readonly reason: Reason | undefined;
  readonly phase: RunPhase;
  onPause(): void;
  onResume(): void;
  onStop(): void;
  onClose(): void;
}

/** How far a batch has got, per step and per device, and what is certain about it. */
export function ConvertProgress({ run, reason, phase, onPause, onResume, onStop, onClose }: Props) {
  const has = (steps: ReadonlySet<RunStep>) => run?.devices.some(({ step }) => steps.has(step)) === true;
  const toAgree = phase === 'running' && run?.partnerAgrees === true && has(AGREEING);
  return (
    <section class="panel" aria-label={t('progress_title')}>
      <div class="head">
        <h2>{t('progress_title')}</h2>
        <span class="brand">{t('extension_name')}</span>
      </div>
      {run !== undefined && <Steps run={run} />}
      {phase === 'paused' && <p class="note unknown">{t('progress_paused')}</p>}
      {phase === 'waiting' && <p class="note unknown">{t('progress_waiting')}</p>}
      {toAgree && <p class="note unknown">{t('progress_press_agree')}</p>}
      {reason !== undefined && phase !== 'running' && (
        <p class={`note ${reason.code === 'trial-done' ? 'yes' : 'no'}`}>{reasonText(reason)}</p>
      )}
      {run !== undefined && <Unknown run={run} />}
      {run !== undefined && <AskCustomerCare run={run} />}
      {run !== undefined && <EachDevice devices={run.devices} />}
      <div class="buttons">
        {phase === 'running' && has(PAUSABLE) && (
          <button type="button" onClick={onPause}>
            {t('button_pause')}
          </button>
        )}
        {(phase === 'paused' || phase === 'waiting') && (
          <ConsentButton main onPress={onResume}>
            {t('button_resume')}
          </ConsentButton>
        )}
        {(phase === 'paused' || phase === 'waiting' || (phase === 'running' && (has(STOPPABLE) || toAgree))) && (
          <button type="button" onClick={onStop}>
            {t('button_stop')}
          </button>
        )}
        {phase === 'idle' && (
          <button type="button" onClick={onClose}>
            {t('button_close')}
          </button>
        )}
      </div>
    </section>
  );
}

const AGREEING: ReadonlySet<RunStep> = new Set<RunStep>(['agreeing']);
/** Before WMP is asked. */
const PAUSABLE: ReadonlySet<RunStep> = new Set<RunStep>(['planned', 'selecting', 'selected']);
/** Before Agree is journalled; from then on there is nothing to stop. */
const STOPPABLE: ReadonlySet<RunStep> = new Set<RunStep>(['planned', 'selecting', 'selected', 'asked']);

function Steps({ run }: { run: RunRecord }) {
  const steps = new Map<RunStep, number>();
  for (const { step } of run.devices) steps.set(step, (steps.get(step) ?? 0) + 1);
  const confirmed = steps.get('confirmed') ?? 0;
  const left = minutesLeft(run);
  return (
    <>
      <span class="muted">
        {t('progress_count', confirmed, run.devices.length)}
        {left !== undefined && ` · ${plural('progress_left', left)}`}
      </span>
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

/** Devices that were agreed to and not shown in time: only Customer Care can tell. */
function AskCustomerCare({ run }: { run: RunRecord }) {
  const text = careText(run, careWords());
  const [copied, setCopied] = useState(false);
  if (text === undefined) return null;
  const copy = () =>
    navigator.clipboard.writeText(`${text.subject}\n\n${text.body}`).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="note no">
      <p>{t('progress_not_shown')}</p>
      <details>
        <summary>{text.subject}</summary>
        <pre class="letter" dir="auto">
          {text.body}
        </pre>
      </details>
      <button type="button" onClick={() => void copy()}>
        {t(copied ? 'progress_copied' : 'progress_copy')}
      </button>
    </div>
  );
}

function EachDevice({ devices }: { devices: readonly RunDevice[] }) {
  return (
    <details>
      <summary>{t('progress_each')}</summary>
      <table class="devices">
        <tbody>
          {devices.map(({ key, serial, mac, model, step, notShownAt }) => (
            <tr key={key}>
              <th scope="row" class="serials" dir="auto">
                {serial ?? mac ?? key}
              </th>
              <td dir="auto">{model}</td>
              <td>{t(notShownAt !== undefined && step !== 'confirmed' ? 'state_not_shown' : stateKey(step))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const stateKey = (step: RunStep): string => `state_${step.replaceAll('-', '_')}`;
