import { stored } from '../../tests/e2e/flows/portal.ts';
import type { Text } from '../../tests/portal/client/text.ts';
import type { Session } from '../../tests/support/index.ts';
import type { Action } from './actions.ts';

export interface Step {
  title: string;
  actions: readonly Action[];
}

/** The extension's own words, which are English until the browser is not. */
const ui = {
  convert: /^Convert \d+ eligible devices?$/,
  review: /^Convert \d+ devices? to HWaaS\?$/,
  confirm: 'Convert now',
  progress: 'Conversion progress',
  allSeen: /^(\d+) of \1 seen as HWaaS$/,
  orderCheck: 'Order check',
  held: 'Checkout is held back',
  setDuration: 'Set 1 year',
  durationFits: /^Duration “.+” fits this PBX\.$/,
  recalculate: 'Recalculate now',
  recalculated: 'Recalculated',
  close: 'Close',
  loggedOut: 'WMP shows its login page',
};

const customer = 'Nordhafen Logistik GmbH';
const pbx = 'Nordhafen Zentrale';
const product = 'WP480G2';
const reference = 'Tour 1';

/** The way a partner goes, in the portal's language. A screenshot follows every step, passed or failed. */
export function steps({ t }: Text): readonly Step[] {
  return [
    {
      title: 'PBXes: their terms are remembered in passing',
      actions: [
        { open: 'customers' },
        { press: t('options'), row: customer },
        { press: t('menu.pbxes') },
        { see: pbx },
        { until: 'the PBXes to be remembered', holds: pbxesRemembered },
      ],
    },
    {
      title: 'Devices: each row has its verdict, and the bar counts the eligible ones',
      actions: [
        { open: 'customers' },
        { press: t('options'), row: customer },
        { press: t('menu.devices') },
        { see: ui.convert, within: 20_000 },
      ],
    },
    { title: 'One click opens the review', actions: [{ click: ui.convert }, { see: ui.review }] },
    {
      title: 'Convert now: followed until every device is HWaaS',
      actions: [
        { click: ui.confirm },
        { see: ui.progress },
        { shot: 'under-way' },
        { until: 'all devices that were agreed to are HWaaS', holds: allConverted, within: 60_000 },
        { see: ui.allSeen },
        { shot: 'all-seen' },
        { click: ui.close },
      ],
    },
    {
      title: 'Order HWaaS: the fitting Duration, and stock explained',
      actions: [
        { open: 'customers' },
        { press: t('options'), row: customer },
        { press: t('menu.order') },
        { see: ui.orderCheck },
        { click: ui.setDuration },
        { see: ui.durationFits },
        { press: t('add'), row: product },
        { see: t('remove') },
      ],
    },
    {
      title: 'Checkout is held back until the cart is recalculated',
      actions: [
        { press: t('btn.checkout') },
        { see: ui.held },
        { shot: 'held' },
        { click: ui.recalculate },
        { until: 'the cart to be recalculated', holds: logged('cart-recalculated') },
        { see: ui.recalculated },
        { shot: 'recalculated' },
        { click: ui.close },
      ],
    },
    {
      title: 'Checkout: the order is placed',
      actions: [
        { press: t('btn.checkout') },
        { fill: t('checkout.reference'), with: reference },
        { press: t('checkout.terms') },
        { press: t('checkout.confirm') },
        { until: 'the order to be placed', holds: logged('order-placed') },
        { shot: 'placed' },
        { press: t('ok') },
      ],
    },
    { title: 'Popup: the order is listed', actions: [{ popup: true }, { see: reference }] },
    {
      title: 'Logged out: a plain statement, no figures, no button',
      actions: [
        { behind: ({ portal }) => portal.expireSession() },
        { open: 'customers' },
        { reload: true },
        { see: t('login.title') },
        { see: ui.loggedOut },
      ],
    },
  ];
}

function logged(kind: string): (session: Session) => boolean {
  return ({ portal }) => portal.log().some((entry) => entry.kind === kind);
}

const pbxesRemembered = async (session: Session): Promise<boolean> => (await stored(session, 'pbxes')).length > 0;

function allConverted({ portal }: Session): boolean {
  const log = portal.log();
  const agreed = log.flatMap((entry) => (entry.kind === 'convert-agreed' ? entry.serials : []));
  const done = new Set(log.flatMap((entry) => (entry.kind === 'converted' ? [entry.serial] : [])));
  return agreed.length > 0 && agreed.every((serial) => done.has(serial));
}
