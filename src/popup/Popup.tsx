import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../platform/i18n.ts';
import { ask } from '../platform/send.ts';
import { useAnswer, useRepeatWhileVisible } from '../platform/use-answer.ts';
import { askAboutTab } from './active-tab.ts';
import { Header } from './Header.tsx';
import { OrderList } from './OrderList.tsx';
import { RememberedView } from './RememberedView.tsx';
import { RunList } from './RunList.tsx';
import { TabStatement } from './TabStatement.tsx';

const FIRST_ORDERS = 50;
const MOST_ORDERS = 1000;

export function Popup({ tabId }: { tabId: number | undefined }): JSX.Element {
  const [limit, setLimit] = useState(FIRST_ORDERS);
  const [tab] = useAnswer('tab', () => askAboutTab(tabId, false));
  const [orders, refreshOrders] = useAnswer(`orders ${limit}`, () => ask('orders.pending', { limit }));
  const [runs, refreshRuns] = useAnswer('runs', () => ask('runs.list', {}));
  useRepeatWhileVisible(refreshOrders, 5000);
  useRepeatWhileVisible(refreshRuns, 5000);
  return (
    <>
      <Header title={t('extension_name')} />
      <main>
        <TabStatement answer={tab} />
        <RunList answer={runs} />
        <OrderList answer={orders} onMore={limit < MOST_ORDERS ? () => setLimit(MOST_ORDERS) : undefined} />
        <RememberedView customer={tab.value?.report?.customer} />
      </main>
      <footer class="soft">{t('independence_short')}</footer>
    </>
  );
}
