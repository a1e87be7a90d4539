import { type JSX, render } from 'preact';
import { markPlace, nameDocument } from '../platform/document.ts';
import { t } from '../platform/i18n.ts';
import { HistoryView } from './history/HistoryView.tsx';
import { OrdersPage } from './orders-page/OrdersPage.tsx';
import { Popup } from './Popup.tsx';
import { PageCheck } from './page-check/PageCheck.tsx';
import { QuoteView } from './quote/QuoteView.tsx';

const query = new URLSearchParams(location.search);
const tab = /^\d+$/.test(query.get('tab') ?? '') ? Number(query.get('tab')) : undefined;

/** Calendar and charts of all orders: loaded when they are looked at, so that the popup does not carry what they need. */
async function overview(): Promise<JSX.Element | undefined> {
  const show = query.get('show');
  if (show !== 'calendar' && show !== 'charts') return undefined;
  const { OverviewPage } = await import('./orders-overview/OverviewPage.tsx');
  return <OverviewPage show={show} />;
}

/** The popup itself, and the views of it that open in a tab of their own. */
const [title, view] =
  query.get('view') === 'page-check'
    ? ([t('check_title'), <PageCheck tabId={tab} withRecords={query.get('records') === '1'} />] as const)
    : query.get('view') === 'history'
      ? ([t('history_title'), <HistoryView />] as const)
      : query.get('view') === 'orders'
        ? ([
            t('orders_page_title'),
            (await overview()) ?? <OrdersPage first={query.get('order') ?? undefined} />,
          ] as const)
        : query.get('view') === 'quote'
          ? ([t('quote_title'), <QuoteView />] as const)
          : ([t('extension_name'), <Popup tabId={tab} />] as const);

nameDocument(title);
await markPlace();

const app = document.getElementById('app');
if (app !== null) render(view, app);
