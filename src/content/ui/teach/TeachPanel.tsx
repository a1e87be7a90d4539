import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Reason } from '../../../core/outcome.ts';
import {
  type TaughtActionConcept,
  type TaughtColumnConcept,
  type TaughtValue,
  TEACHABLE,
  type TeachablePage,
} from '../../../core/page-profile.ts';
import { t } from '../../../platform/i18n.ts';
import type { Draft, TitlePart } from '../../teach/draft.ts';
import type { DraftReading } from '../../teach/reading.ts';
import { onlyByPerson } from '../consent.ts';
import { ButtonsStep } from './ButtonsStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { PageStep } from './PageStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { teachReasonText } from './words.ts';

/** Everything that the partner can do in the panel. */
export interface Steps {
  page(page: TeachablePage): void;
  pointTitle(): void;
  title(index: number, part: TitlePart): void;
  dropTitle(): void;
  pointList(): void;
  pointColumn(concept: TaughtColumnConcept): void;
  dropColumn(concept: TaughtColumnConcept): void;
  pointAction(concept: TaughtActionConcept): void;
  nameAction(concept: TaughtActionConcept, label: string): void;
  /** What a word of a contract type means; `undefined` forgets it. */
  value(label: string, means: TaughtValue['means'] | undefined): void;
  name(name: string): void;
  save(): void;
  close(): void;
}

export interface PanelProps {
  readonly draft: Draft;
  readonly reading: DraftReading;
  readonly listChosen: boolean;
  /** What is pointed at, what it would be now, and the button that began it. */
  readonly pointing: { readonly what: string; readonly over: string; readonly from: string } | undefined;
  readonly said: Reason | undefined;
  readonly state: 'open' | 'saving' | 'saved';
  readonly steps: Steps;
}

const STEPS = ['page', 'list', 'columns', 'buttons', 'preview'] as const;
type Step = (typeof STEPS)[number];

/** The panel that leads through teaching a page; while something is pointed at, only what to do and what it would be. */
export function TeachPanel(props: PanelProps) {
  const { draft, pointing, said, state, steps } = props;
  const [step, setStep] = useState<Step>('page');
  const [aside, setAside] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const root = useRef<HTMLElement>(null);
  const shown = STEPS.filter((one) => one !== 'buttons' || TEACHABLE[draft.page].actions.length > 0);
  const at = shown.indexOf(step);
  const go = (by: number): void => setStep(shown[at + by] ?? step);
  const whole = pointing === undefined;
  const from = useRef<string | undefined>(undefined);
  if (pointing !== undefined) from.current = pointing.from;
  // Whoever works by keyboard goes on where they left off; at once, so that no key goes elsewhere.
  useLayoutEffect(() => {
    if (!whole) return;
    const began = root.current?.querySelector<HTMLElement>(`[data-point="${from.current ?? ''}"]`);
    from.current = undefined;
    (began ?? title.current)?.focus({ preventScroll: true });
  }, [step, state, whole]);
  useLayoutEffect(() => {
    const host = (root.current?.getRootNode() as ShadowRoot | undefined)?.host;
    if (host instanceof HTMLElement) host.dataset['side'] = aside ? 'start' : 'end';
  }, [aside]);

  const move = (
    <button type="button" class="quiet" onClick={() => setAside(!aside)}>
      {t('teach_move')}
    </button>
  );
  if (pointing !== undefined)
    return (
      <section ref={root} class="panel pointing" aria-label={t('teach_title')}>
        <div class="head">
          <strong>{pointing.what}</strong>
          {move}
        </div>
        <div class="over" role="status" dir="auto">
          {pointing.over}
        </div>
        {said !== undefined && (
          <p class="note unknown" role="alert">
            {teachReasonText(said)}
          </p>
        )}
        <p class="muted">{t('teach_pointing_how')}</p>
      </section>
    );
  return (
    <section ref={root} class="panel" aria-labelledby="teach-title">
      <div class="head">
        <h2 id="teach-title" ref={title} tabIndex={-1}>
          {t('teach_title')} {state !== 'saved' && <span class="muted">{t('teach_step', at + 1, shown.length)}</span>}
        </h2>
        {move}
      </div>
      {said !== undefined && (
        <p class="note no" role="alert">
          {teachReasonText(said)}
        </p>
      )}
      {state === 'saved' ? (
        <p class="note yes" role="status">
          {t('teach_saved')}
        </p>
      ) : (
        <StepBody step={step} {...props} />
      )}
      <div class="buttons foot">
        <button type="button" onClick={onlyByPerson(steps.close)}>
          {t(state === 'saved' ? 'button_close' : 'button_cancel')}
        </button>
        {state !== 'saved' && at > 0 && (
          <button type="button" onClick={() => go(-1)}>
            {t('teach_back')}
          </button>
        )}
        {state !== 'saved' && at < shown.length - 1 && (
          <button type="button" class="main" onClick={() => go(1)}>
            {t('teach_next')}
          </button>
        )}
        {state !== 'saved' && at === shown.length - 1 && (
          <button
            type="button"
            class="main"
            disabled={state === 'saving' || props.reading.problem !== undefined}
            onClick={onlyByPerson(steps.save)}
          >
            {t('teach_save')}
          </button>
        )}
      </div>
    </section>
  );
}

function StepBody({ step, ...props }: PanelProps & { step: Step }) {
  if (step === 'page') return <PageStep {...props} />;
  if (step === 'list')
    return (
      <>
        <p>{t('teach_list_why')}</p>
        <ul class="things">
          <li>
            <span class={props.listChosen ? 'read' : 'muted'}>
              {t(
                props.listChosen
                  ? 'teach_list_chosen'
                  : props.reading.grid === undefined
                    ? 'teach_not_yet'
                    : 'teach_list_read',
              )}
            </span>
            <button type="button" data-point="list" onClick={onlyByPerson(props.steps.pointList)}>
              {t('teach_point')}
            </button>
          </li>
        </ul>
      </>
    );
  if (step === 'columns') return <ColumnsStep {...props} />;
  if (step === 'buttons') return <ButtonsStep {...props} />;
  return <PreviewStep {...props} />;
}
