import type { JSX } from 'preact';
import { t } from '../../platform/i18n.ts';
import { Header } from '../Header.tsx';
import { CalendarButton } from '../orders-page/CalendarButton.tsx';
import { CalendarView } from './CalendarView.tsx';
import { ChartsView } from './ChartsView.tsx';
import { OrdersNav, type Shown } from './OrdersNav.tsx';

/** All orders on the days of a month, or in charts. */
export const OverviewPage = ({ show }: { show: Exclude<Shown, 'list'> }): JSX.Element => (
  <>
    <Header title={t('orders_page_title')}>
      <OrdersNav shown={show} />
      {show === 'calendar' && <CalendarButton />}
      <a href="index.html">{t('orders_page_back')}</a>
    </Header>
    <main class="overview">{show === 'calendar' ? <CalendarView /> : <ChartsView />}</main>
  </>
);
