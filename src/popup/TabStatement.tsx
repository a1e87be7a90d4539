import type { JSX } from 'preact';
import { pageName, reasonText, t } from '../platform/i18n.ts';
import type { Answer } from '../platform/use-answer.ts';
import type { TabAnswer } from './active-tab.ts';
import { TeachButton } from './TeachButton.tsx';

/** Does the Companion understand the tab beside this popup? A plain statement, and never a figure in its place. */
export function TabStatement({ answer: { value, failure } }: { answer: Answer<TabAnswer> }): JSX.Element {
  const statement = failure ?? value?.statement;
  const report = value?.report;
  return (
    <section aria-labelledby="tab-title" class="tab" data-testid="tab-statement">
      <h2 id="tab-title">
        {t('popup_this_tab')}
        {report && report.page !== 'none' && <span class="soft"> {pageName(report.page)}</span>}
      </h2>
      <p aria-live="polite">{statement ? reasonText(statement) : t('popup_asking')}</p>
      {report?.customer && (
        <p class="soft">
          <bdi>{report.customer}</bdi>
          {report.pbx && (
            <>
              {' · '}
              <bdi>{report.pbx}</bdi>
            </>
          )}
        </p>
      )}
      {value?.teachable === true && value.tabId !== undefined && <TeachButton tabId={value.tabId} />}
      {value?.tabId !== undefined && (
        <a href={`index.html?view=page-check&tab=${value.tabId}`} target="_blank" rel="noreferrer">
          {t('popup_page_check')}
        </a>
      )}
    </section>
  );
}
