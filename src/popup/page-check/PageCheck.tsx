import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { reasonText, t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { askAboutTab, type TabAnswer } from '../active-tab.ts';
import { Header } from '../Header.tsx';
import { ReportView } from './ReportView.tsx';
import { redact } from './redact.ts';

interface Props {
  readonly tabId: number | undefined;
  readonly withRecords: boolean;
}

/** What the Companion understands of one tab, for the partner and for whoever helps them. */
export function PageCheck({ tabId, withRecords }: Props): JSX.Element {
  const [{ value, failure }, again] = useAnswer('report', () => askPatiently(tabId, withRecords));
  const [copied, setCopied] = useState('');
  const report = value?.report;
  const statement = failure ?? value?.statement;

  async function copy(): Promise<void> {
    if (report === undefined) return;
    try {
      await navigator.clipboard.writeText(JSON.stringify(redact(report), null, 2));
      setCopied(t('check_copied'));
    } catch {
      setCopied(t('check_copy_failed'));
    }
  }

  return (
    <>
      <Header title={t('check_title')}>
        <div class="buttons">
          <button type="button" onClick={again}>
            {t('check_again')}
          </button>
          <button type="button" class="primary" disabled={report === undefined} onClick={copy}>
            {t('check_copy')}
          </button>
        </div>
      </Header>
      <main>
        <section>
          <p class={report ? 'notice' : 'notice attention'} role="status">
            {statement ? reasonText(statement) : t('popup_asking')}
          </p>
          <p role="status" class="soft">
            {copied}
          </p>
        </section>
        {report && <ReportView report={report} />}
        {report && (
          <section>
            <details>
              <summary>{t('check_json')}</summary>
              <pre data-testid="page-report">{JSON.stringify(report, null, 2)}</pre>
            </details>
          </section>
        )}
      </main>
    </>
  );
}

/** A tab that is only just opening has no content script yet; a second later it has. */
async function askPatiently(tabId: number | undefined, records: boolean, tries = 4): Promise<TabAnswer> {
  const answer = await askAboutTab(tabId, records);
  if (answer.report !== undefined || tries === 1) return answer;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return askPatiently(tabId, records, tries - 1);
}
