import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageKind, PageReport } from '../../src/core/page-report.ts';
import { launch, type Session, waitFor } from '../support/index.ts';
import { cells } from './flows/drawn.ts';
import { detailsOf, listOf, OTHER_PAGES } from './flows/other-pages.ts';
import { tabOf } from './flows/portal.ts';
import { openProbe, type Probe } from './flows/probe.ts';

/** Every route of the stand-in, and the one kind of page that it is; each of the others must not be claimed. */
const ROUTES: Readonly<Record<string, PageKind>> = {
  dashboard: 'none',
  customers: 'customers',
  'customers/18/pbxes': 'pbxes',
  'pbx/41': 'none',
  'customers/17/devices': 'devices',
  'pbx/41/devices': 'devices',
  'customers/17/order': 'order',
  // Nothing is in it, and nothing can be done there.
  cart: 'none',
  pricelist: 'none',
  orders: 'orders',
  balance: 'account-balance',
  rma: 'none',
};

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

/** What the page check says of whatever a tab shows at the time. */
async function askerOf(page: Page): Promise<{ ask: () => Promise<PageReport | null>; close: () => Promise<void> }> {
  const tab = await tabOf(session, page);
  const popup = await session.openPopup(`view=page-check&tab=${tab}`);
  await page.bringToFront();
  const message = JSON.stringify({ wmpc: 1, name: 'page.report', body: { records: true } });
  return {
    async ask() {
      const answer = await popup.evaluate(`chrome.tabs.sendMessage(${tab}, ${message})`);
      return (answer as { value?: { report: PageReport } } | undefined)?.value?.report ?? null;
    },
    close: () => popup.close(),
  };
}

const SAMPLES = (['plain', 'ext'] as const).flatMap((skin) =>
  (skin === 'plain' ? (['en', 'de', 'es', 'fr', 'it', 'nl'] as const) : (['en', 'de', 'fr'] as const)).map((lang) => ({
    skin,
    lang,
  })),
);

describe.each(SAMPLES)('WMP drawn by $skin in $lang', ({ skin, lang }) => {
  it('each page is what it is, and none of the others', async () => {
    const order = String(session.portal.state.orders[0]?.number);
    const routes: Record<string, PageKind> = { ...ROUTES, [`orders/${order}`]: 'order-details' };
    const knobs = { skin, lang, latency: 0 };
    const page = await session.openPortal('dashboard', knobs);
    const asker = await askerOf(page);
    const claimed: Record<string, string> = {};
    let before = '';
    for (const [route, kind] of Object.entries(routes)) {
      await page.evaluate((to) => {
        location.hash = `#!${to}`;
      }, route);
      // Settled: another text than before, and the same one twice.
      let last = '';
      await waitFor(
        async () => {
          const text = (await page.evaluate('document.body.innerText')) as string;
          const settled = text === last && (text !== before || route === 'dashboard') && text.length > 40;
          last = text;
          return settled && !/Loading|Wird geladen|Cargando|Chargement|Caricamento|Laden/.test(text);
        },
        { message: `the page ${route}`, timeout: 8000 },
      );
      before = last;
      let report = await asker.ask();
      if (report?.page !== kind)
        report = await waitFor(
          async () => {
            const again = await asker.ask();
            return again?.page === kind ? again : null;
          },
          { timeout: 2000, message: kind },
        ).catch(() => report);
      claimed[route] = report?.page ?? 'no answer';
      if (kind === 'order-details' && report !== null) {
        const known = session.portal.state.orders.find(({ number }) => String(number) === order);
        expect(report.records).toMatchObject([
          {
            number: order,
            // Ext draws the values far from their labels: what cannot be told is left out there.
            ...(skin === 'plain' && {
              date: known?.date,
              reference: known?.reference || null,
              customer: known?.customer,
              contract: known?.contract,
              shipmentDate: known?.shipmentDate,
            }),
            // The Spanish stand-in calls its total by a word that is none.
            ...(lang !== 'es' && { totalMinor: known?.totalMinor, currency: 'EUR' }),
            lines: known?.lines.map(({ name, quantity }) => ({ product: name, quantity })),
          },
        ]);
      }
    }
    expect(claimed).toEqual(routes);
    await asker.close();
    await page.close();
  });
});

describe('a page that is none of WMP’s that are known', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await openProbe(session);
  });
  afterAll(() => probe?.close());

  it.each(Object.entries(OTHER_PAGES))('%s', async (_, body) => {
    const { page, reasons } = await probe.read({ body });
    expect([page, reasons]).toEqual(['none', reasons]);
  });

  it.each([
    ['en', 'Order 70012', 'Order number|Order date|Reference|Status|Shipment date|Product|Quantity|Total', 'Shipped'],
    [
      'de',
      'Bestellung Nr. 70012',
      'Bestellnummer|Bestelldatum|Referenz|Status|Versanddatum|Produkt|Menge|Summe',
      'Versendet',
    ],
    [
      'fr',
      'Commande 70012',
      'Numéro de commande|Date de commande|Référence|Statut|Date d’expédition|Produit|Quantité|Montant total',
      'Expédiée',
    ],
    [
      'it',
      'Ordine 70012',
      'Numero ordine|Data ordine|Riferimento|Stato|Data di spedizione|Prodotto|Quantità|Totale',
      'Spedito',
    ],
  ])('one order is read in %s', async (lang, heading, labels, status) => {
    const [number, date, reference, state, shipment, product, quantity, total] = labels.split('|');
    const facts = [
      `${number}|70012`,
      `${date}|2026-11-02`,
      `${reference}|PO-7`,
      `${state}|${status}`,
      `${shipment}|2026-11-20`,
    ];
    const list = listOf(`${product}|${quantity}|${total}`, 'WP480|3|EUR 30.00', 'Vision|1|EUR 90.00');
    const report = await probe.read({ lang, body: detailsOf(heading, facts, list) });
    expect(report.page).toBe('order-details');
    expect(report.records).toMatchObject([
      {
        number: '70012',
        date: '2026-11-02',
        reference: 'PO-7',
        status: 'shipped',
        statusText: status,
        shipmentDate: '2026-11-20',
        lines: [
          { product: 'WP480', quantity: 3 },
          { product: 'Vision', quantity: 1 },
        ],
      },
    ]);
    // A heading and a label that name two orders name none.
    const two = await probe.read({ lang, body: detailsOf(heading.replace('70012', '70013'), facts, list) });
    expect(two.records?.some((record) => 'number' in record && record.number === '70012')).toBe(false);
  });
});

const names = (title: string, heads: string[], ...rows: string[][]): string =>
  `<h1>${title}</h1><table><thead><tr>${cells('<th>', ...heads)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('<td>', ...row)}</tr>`).join('')}</tbody></table>`;

describe('a list of names', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await openProbe(session);
  });
  afterAll(() => probe?.close());

  it.each([
    ['customers', 'Customers', ['Name', 'Country', ''], ['Acme BV', 'NL', ''], ['Nord AG', 'DE', '']],
    ['customers', 'Clienti', ['Nome', 'Paese', 'PBX'], ['Acme BV', 'NL', '12'], ['Nord AG', 'DE', '1']],
    ['customers', 'Clients', ['Nom', 'PBX'], ['Acme BV', '2'], ['Nord AG', '0']],
    ['customers', 'Clientes', ['País', 'Empresa', 'PBX'], ['NL', 'Acme BV', '2'], ['DE', 'Nord AG', '0']],
    ['none', 'Devices', ['Country', 'Company', 'PBX'], ['NL', 'Acme BV', 'Seat'], ['DE', 'Nord AG', 'Branch']],
    ['pbxes', 'PBX', ['Nome', 'PBX', 'Durata'], ['Sede', '12', '1 anno'], ['Filiale', '13', '5 anni']],
    ['none', 'Contacts', ['Name', 'Country'], ['Jo Doe', 'NL'], ['Ann Roe', 'DE']],
    ['none', 'Customers › Acme BV › Contacts', ['Name', 'Country'], ['Jo Doe', 'NL'], ['Ann Roe', 'DE']],
  ])('is one of %s under %s: %j', async (kind, title, heads, ...rows) => {
    expect((await probe.read({ lang: 'en', body: names(title, heads, ...rows) })).page).toBe(kind);
  });
});

/** How an app keeps the page before, out of sight, and how it draws the one that is on show. */
const KEPT = {
  'moved out of the window': ['position:absolute;left:-3000px;top:0;width:1400px', 'width:1400px'],
  'moved above the window': ['position:absolute;left:0;top:-4000px;width:1400px', ''],
  'behind the page that came': [
    'position:absolute;inset:0 0 auto 0',
    'position:relative;background:#fff;min-height:100vh',
  ],
} as const;

describe('a page that is laid out by tables in tables', () => {
  it('has the rows of its list, each a table of its own', async () => {
    const probe = await openProbe(session);
    const table = (...lines: string[]) =>
      `<table cellspacing="0">${lines.map((line) => `<tr>${line}</tr>`).join('')}</table>`;
    const line = (...texts: string[]) =>
      table(cells('<td>', ...texts.map((text) => `<div style="width:180px;height:24px">${text}</div>`)));
    const head = line('Name', 'Subscription length', 'Expiration');
    const rows = ['Main', 'Branch', 'Store'].map((name, i) => `<td>${line(name, '1 year', `2027-05-1${i}`)}</td>`);
    const body = table(
      `<td><h1>PBXes – Acme BV</h1></td>`,
      `<td>${table(`<td>${head}</td>`, `<td>${table(...rows)}</td>`)}</td>`,
    );
    const report = await probe.read({ body });
    await probe.close();
    expect(report.grids).toMatchObject([{ concept: 'pbxes', rowsSeen: 3 }]);
    expect([report.page, report.customer]).toEqual(['pbxes', 'Acme BV']);
  });
});

describe('a page before that an app keeps', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await openProbe(session);
  });
  afterAll(() => probe?.close());

  it.each(Object.entries(KEPT))('%s: is not read', async (_, [before, now]) => {
    const pbxes = (who: string) =>
      names(`PBXes – ${who}`, ['Name', 'Subscription length'], ['Main', '1 year'], ['Branch', '5 years']);
    const shown = (body: string) => probe.read({ body: `<div style="${before}">${pbxes('Acme BV')}</div>${body}` });
    const report = await shown(`<div style="${now}">${pbxes('Nord AG')}</div>`);
    expect([report.page, report.customer, report.grids.length]).toEqual(['pbxes', 'Nord AG', 1]);
    const users = names('Users', ['Name', 'E-mail'], ['Kim', 'kim@example.org']);
    expect((await shown(`<div style="${now}">${users}</div>`)).page).toBe('none');
    const orders = names('Orders', ['Order number', 'Date', 'Status'], ['SO-1', '2026-11-02', 'Shipped']);
    const facts = detailsOf('Order 70012', ['Order number|70012', 'Status|Shipped', 'Total|EUR 30.00']);
    const old = `<div style="${before}"><h1>Orders</h1>${'<p style="margin:0;text-align:right">EUR 99.00</p>'.repeat(20)}</div>`;
    const details = await probe.read({ body: `${old}<div style="${now}">${facts}</div>` });
    expect(details.records).toMatchObject([{ number: '70012', totalMinor: 3000 }]);
    expect((await shown(`<div style="${now}">${orders}</div>`)).page).toBe('orders');
  });

  it('is read where a dialog lies over it', async () => {
    const page = names('Devices – Acme BV', ['Serial number', 'Model'], ['9CF1A001000', 'Vision']);
    const asks = '<h2>Devices</h2><p>Convert 1 device to HWaaS?</p><button>Cancel</button><button>Agree</button>';
    const report = await probe.read({
      body: `${page}<div role="dialog" style="position:fixed;inset:0;background:#fff">${asks}</div>`,
    });
    expect([report.page, report.customer]).toEqual(['devices', 'Acme BV']);
  });
});

describe('cells that hold more than their value', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await openProbe(session);
  });
  afterAll(() => probe?.close());
  const small = (text: string) => `<div style="font-size:11px;color:#777">${text}</div>`;
  const circle = (text: string) =>
    `<span style="display:inline-block;width:30px;height:30px;border-radius:50%;background:#ccc">${text}</span>`;

  it('customers with their initials in a circle, and a number below their names', async () => {
    const { records } = await probe.read({
      body: names(
        'Customers',
        ['Customer', 'City'],
        [`${circle('AG')} Acme GmbH${small('ID 1001')}`, 'Bonn'],
        [`${circle('BA')} Beta AG${small('ID 1002')}`, 'Wien'],
        // What is not drawn apart is a name.
        ['AG Acme Großhandel', 'Graz'],
      ),
    });
    expect(records).toEqual([{ customer: 'Acme GmbH' }, { customer: 'Beta AG' }, { customer: 'AG Acme Großhandel' }]);
  });

  it('orders with a sign before their numbers, another number below, and a dot before the status', async () => {
    const { records } = await probe.read({
      body: names(
        'Orders',
        ['Order', 'Date', 'Customer', 'Status', 'Estimated shipment', 'Total'],
        [`#70012${small('PO 4711')}`, '2026-11-20', 'Acme GmbH', '<b>●</b> Backordered', '2027-01-12', '€ 1,234.50'],
        [`#70013${small('PO 4712')}`, '2026-11-21', 'Beta AG', '<b>●</b> Shipped', '2026-11-25', '€ 99.00'],
      ),
    });
    expect(records).toMatchObject([
      { number: '70012', statusText: 'Backordered', status: 'backordered', shipmentDate: '2027-01-12' },
      { number: '70013', statusText: 'Shipped', status: 'shipped', shipmentDate: '2026-11-25' },
    ]);
  });

  it('invoices that say how long they are overdue', async () => {
    const { records } = await probe.read({
      body: names(
        'Account Balance',
        ['Invoice', 'Invoice date', 'Due date', 'Amount', 'Status'],
        ['INV-1', '2026-10-01', '2026-10-31', '€ 1,234.50', 'Overdue <small>28 days</small>'],
        ['INV-2', '2026-11-01', '2026-12-01', '€ 99.00', 'Open'],
      ),
    });
    expect(records).toMatchObject([
      { date: '2026-10-01', status: 'overdue' },
      { date: '2026-11-01', status: 'open' },
    ]);
  });
});
