import type { Page } from 'puppeteer';
import type { DeviceReport, PageReport } from '../../../src/core/page-report.ts';
import { byAria, type Knobs, type Session, waitFor } from '../../support/index.ts';

/** The batch customer of the stand-in: one yearly PBX, CAPEX devices and a few HWaaS. */
export const BATCH = { id: 17, name: 'Nordhafen Logistik GmbH', pbx: 'Nordhafen Zentrale' };
/** Shows 25 devices that can be converted, and three that are HWaaS already. */
export const ROWS_OF_25 = 28;

/** Waits for our panels below the order. */
export async function panelsStand(page: Page): Promise<void> {
  await byAria(page, 'Order check', 'region');
  await byAria(page, /Carts and lists/, 'DisclosureTriangle');
}

/** Id of the tab that shows the portal at this page's address. */
export async function tabOf(session: Session, page: Page): Promise<number> {
  const tabs = await session.worker((browser) => browser.tabs.query({}));
  const tab = tabs.find(({ url }) => url === page.url());
  if (tab?.id === undefined) throw new Error(`no tab shows ${page.url()}`);
  return tab.id;
}

/** What the page check says of a page. */
export async function pageReport(session: Session, page: Page): Promise<PageReport> {
  const popup = await session.openPopup(`view=page-check&tab=${await tabOf(session, page)}&records=1`);
  try {
    const text = await waitFor(
      () => popup.$eval('[data-testid="page-report"]', (element) => element.textContent).catch(() => null),
      { message: `the page check of ${page.url()}` },
    );
    return JSON.parse(text) as PageReport;
  } finally {
    await popup.close();
    await page.bringToFront();
  }
}

/** What the popup says of a tab. */
export async function tabStatement(session: Session, page: Page): Promise<string> {
  const popup = await session.openPopup(`tab=${await tabOf(session, page)}`);
  try {
    const read = () => popup.$eval('[data-testid="tab-statement"]', (e) => e.textContent).catch(() => null);
    return await waitFor(
      async () => {
        const text = await read();
        return text === null || text.includes('Asking…') ? null : text;
      },
      { message: 'the statement of the tab' },
    );
  } finally {
    await popup.close();
    await page.bringToFront();
  }
}

export const deviceRecords = (report: PageReport): DeviceReport[] => (report.records ?? []) as DeviceReport[];

/** Everything the extension keeps in a store. */
export function stored<T>(session: Session, store: string): Promise<T[]> {
  return session
    .worker(async (_, name) => {
      const db = await new Promise<IDBDatabase | null>((resolve) => {
        const request = indexedDB.open('wmp-companion');
        // Looking must not make it: an empty database would be taken for one that is set up.
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
      });
      if (db === null) return [];
      try {
        if (!db.objectStoreNames.contains(name)) return [];
        return await new Promise<never[]>((resolve, reject) => {
          const request = db.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result as never[]);
          request.onerror = () => reject(request.error);
        });
      } finally {
        db.close();
      }
    }, store)
    .then((rows) => (rows as { record: T }[]).map((row) => row.record));
}

/** Passes by a customer's PBXes, so that their terms are remembered. The tab stays there. */
export async function rememberPbxes(session: Session, customer: number, knobs: Knobs = {}): Promise<Page> {
  const before = (await stored(session, 'pbxes')).length;
  const page = await session.openPortal(`customers/${customer}/pbxes`, knobs);
  await waitFor(async () => (await stored(session, 'pbxes')).length > before, {
    message: 'the PBXes to be remembered',
  });
  return page;
}

/** A customer's Devices in the same tab, after its PBXes. */
export async function openDevices(session: Session, customer: number, knobs: Knobs = {}): Promise<Page> {
  const page = await rememberPbxes(session, customer, knobs);
  await page.goto(session.portal.url(`customers/${customer}/devices`, knobs));
  return page;
}

/** Serials of a customer's devices that the stand-in shows as CAPEX, in its own order. */
export const capexSerials = (session: Session, customer: number, rows: number): string[] =>
  session.portal.state.devices
    .filter((device) => device.customerId === customer)
    .slice(0, rows)
    .filter((device) => device.type === 'capex')
    .map((device) => device.serial);

/** Serials of each agreement in the portal's log. */
export const agreements = (session: Session): string[][] =>
  session.portal.log().flatMap((entry) => (entry.kind === 'convert-agreed' ? [[...entry.serials]] : []));
