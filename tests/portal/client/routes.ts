import type { App } from './app.ts';
import { balancePage, dashboardPage, priceListPage, rmaPage } from './pages/account.ts';
import { customersPage, pbxesPage, pbxPage } from './pages/customers.ts';
import { devicesPage } from './pages/devices.ts';
import { cartPage, checkoutPage, orderPage } from './pages/ordering.ts';
import { orderDetailsPage, ordersPage } from './pages/orders.ts';
import type { PageView } from './view.ts';

export type Page = (app: App, signal: AbortSignal) => Promise<PageView>;

const ROUTES: [RegExp, (...ids: number[]) => Page][] = [
  [/^dashboard$/, () => dashboardPage],
  [/^customers$/, () => customersPage],
  [/^customers\/(\d+)\/pbxes$/, (id) => pbxesPage(id)],
  [/^customers\/(\d+)\/devices$/, (id) => devicesPage(`/api/customers/${id}/devices`)],
  [/^customers\/(\d+)\/order$/, (id) => orderPage(id)],
  [/^pbx\/(\d+)$/, (id) => pbxPage(id)],
  [/^pbx\/(\d+)\/devices$/, (id) => devicesPage(`/api/pbx/${id}/devices`)],
  [/^cart$/, () => cartPage(null)],
  [/^cart\/(\d+)$/, (id) => cartPage(id)],
  [/^checkout\/(\d+)$/, (id) => checkoutPage(id)],
  [/^pricelist$/, () => priceListPage],
  [/^orders$/, () => ordersPage],
  [/^orders\/(\d+)$/, (number) => orderDetailsPage(number)],
  [/^balance$/, () => balancePage],
  [/^rma$/, () => rmaPage],
];

/** The page of a route; an unknown one leads to the dashboard. */
export function route(hash: string): Page {
  for (const [pattern, page] of ROUTES) {
    const match = pattern.exec(hash);
    if (match) return page(...match.slice(1).map(Number));
  }
  return dashboardPage;
}
