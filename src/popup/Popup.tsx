import type { JSX } from 'preact';
import { t } from '../platform/i18n.ts';
import { ask } from '../platform/send.ts';
import { useAnswer, useRepeatWhileVisible } from '../platform/use-answer.ts';
import { askAboutTab } from './active-tab.ts';
import { Header } from './Header.tsx';
import { OrdersSection } from './orders/OrdersSection.tsx';
import { RememberedView } from './RememberedView.tsx';
import { RunList } from './RunList.tsx';
import { TabStatement } from './TabStatement.tsx';

export function Popup({ tabId }: { tabId: number | undefined }): JSX.Element {
  const [tab] = useAnswer('tab', () => askAboutTab(tabId, false));
  const [runs, refreshRuns] = useAnswer('runs', () => ask('runs.list', {}));
  useRepeatWhileVisible(refreshRuns, 5000);
  return (
    <>
      <Header title={t('extension_name')} />
      <main>
        <RunList answer={runs} />
        <OrdersSection />
        <TabStatement answer={tab} />
        <RememberedView customer={tab.value?.report?.customer} />
      </main>
      <footer class="soft">{t('independence_short')}</footer>
    </>
  );
}
