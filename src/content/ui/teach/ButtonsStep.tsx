import { type TaughtActionConcept, TEACHABLE } from '../../../core/page-profile.ts';
import { t } from '../../../platform/i18n.ts';
import { onlyByPerson } from '../consent.ts';
import type { PanelProps } from './TeachPanel.tsx';

/** The page's buttons: pointed at, or named, since those of a question are not there before it is asked. */
export function ButtonsStep({ draft, reading, steps }: PanelProps) {
  return (
    <>
      <p>{t('teach_buttons_why')}</p>
      <ul class="things">
        {TEACHABLE[draft.page].actions.map((concept) => {
          const taught = draft.actions.find((action) => action.concept === concept);
          const itself = taught === undefined ? reading.actions.get(concept) : undefined;
          return (
            <li key={concept}>
              <strong>{t(`teach_action_${concept}`)}</strong>
              {inDialog(concept) ? (
                <span class="muted">{t('teach_in_question')}</span>
              ) : (
                <button
                  type="button"
                  aria-label={t('teach_point_that', t(`teach_action_${concept}`))}
                  data-point={concept}
                  onClick={onlyByPerson(() => steps.pointAction(concept))}
                >
                  {t('teach_point')}
                </button>
              )}
              <input
                class="wide"
                dir="auto"
                aria-label={t('teach_button_label', t(`teach_action_${concept}`))}
                placeholder={itself ?? t('teach_button_label', t(`teach_action_${concept}`))}
                maxLength={60}
                value={taught?.label ?? ''}
                onChange={(event) => steps.nameAction(concept, event.currentTarget.value)}
              />
              {itself !== undefined && (
                <span class="wide muted">
                  {t('teach_read_itself')} <bdi>{itself}</bdi>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Buttons that stand in WMP's question alone, which cannot be pointed at beside it. */
const inDialog = (concept: TaughtActionConcept): boolean => concept === 'agree' || concept === 'cancel';
