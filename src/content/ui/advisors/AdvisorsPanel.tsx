import { useState } from 'preact/hooks';
import { plural, t } from '../../../platform/i18n.ts';
import { CancelAdvisor } from './CancelAdvisor.tsx';
import { RentalAdvisor } from './RentalAdvisor.tsx';
import { ReplaceAdvisor } from './ReplaceAdvisor.tsx';
import { TransferAdvisor } from './TransferAdvisor.tsx';
import type { AdvisorView } from './view.ts';

const ADVISORS = {
  transfer: TransferAdvisor,
  cancel: CancelAdvisor,
  replace: ReplaceAdvisor,
  rental: RentalAdvisor,
} as const;
type AdvisorKind = keyof typeof ADVISORS;
const KINDS = Object.keys(ADVISORS) as AdvisorKind[];

interface Props {
  /** Absent while it is closed. */
  readonly view: AdvisorView | undefined;
  onToggle(open: boolean): void;
}

/** One line above the list until it is opened; then one advisor at a time. */
export function AdvisorsPanel({ view, onToggle }: Props) {
  const [kind, setKind] = useState<AdvisorKind>('transfer');
  const Advisor = ADVISORS[kind];
  return (
    <details class="advisors" aria-label={t('advisors_title')} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <span class="brand">{t('extension_name')}</span> {t('advisors_title')}
        <span class="muted hint">{t('advisors_hint')}</span>
      </summary>
      {view !== undefined && (
        <div class="inside">
          <fieldset class="choices">
            <legend class="unseen">{t('advisors_which')}</legend>
            {KINDS.map((each) => (
              <button key={each} type="button" aria-pressed={each === kind} onClick={() => setKind(each)}>
                {t(`advisors_${each}`)}
              </button>
            ))}
            <span class="muted" role="status">
              {plural('advisors_selected', view.selected.length)}
            </span>
          </fieldset>
          {!view.complete && <p class="note unknown">{t('advisors_partly')}</p>}
          {view.windowed && kind !== 'rental' && <p class="muted">{t('advisors_windowed')}</p>}
          <Advisor view={view} />
        </div>
      )}
    </details>
  );
}
