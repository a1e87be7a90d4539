import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReport } from '../../src/core/page-report.ts';
import { clickAria, launch, type Session, waitFor, waitForText } from '../support/index.ts';
import { cells } from './flows/drawn.ts';
import { serve } from './flows/polish-page.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';
import { next, pointAt, startTeaching } from './flows/teaching.ts';

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table border=1 cellpadding=6><thead><tr>${cells('<th>', ...heads)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('<td>', ...row)}</tr>`).join('')}</tbody></table>`;

async function open(route: string, body: string): Promise<Page> {
  const page = await session.browser.newPage();
  await serve(page, `https://my.wildix.com/#!${route}`, body);
  return page;
}

async function say(page: Page, word: string, means: string): Promise<void> {
  const select = await waitFor(() => page.$(`aria/What “${word}” means[role="combobox"]`), { message: word });
  await select.select(means);
}

const save = async (page: Page): Promise<void> => {
  await clickAria(page, 'Save', 'button');
  await waitForText(page, /^Saved\./);
  await clickAria(page, 'Close', 'button');
};

const reportWhen = (page: Page, fits: (report: PageReport) => boolean): Promise<PageReport> =>
  waitFor(
    async () => {
      const report = await pageReport(session, page);
      return fits(report) ? report : null;
    },
    { message: `the report of ${page.url()}` },
  );

describe('words of contract types', () => {
  const WORDS = ['Ostettu', 'Palveluna', 'Ostettu', 'Koekäytössä', 'HWaaS', 'Ostettu'];
  const rows = WORDS.map((word, i) => [`9CF1A00300${i}`, 'WP480', 'Head office', word]);
  const body = `<h1>Devices of Acme Oy</h1><p><button>Order HWaaS</button> <button>Convert to HWaaS</button> <button>Replace HWaaS</button></p>${table(['Serial number', 'Model', 'PBX', 'Contract type'], rows)}`;

  it('are taught one by one; what was not said stays unknown, and what is taught is used at once', async () => {
    const page = await open('words', body);
    await waitFor(() => page.$('wmp-companion[data-part="convert-bar"]'), { message: 'the bar' });
    expect((await pageReport(session, page)).grids[0]?.columns['contract']?.state).toBe('malformed');
    await startTeaching(session, page);
    await next(page);
    await next(page);
    await say(page, 'Ostettu', 'capex');
    await say(page, 'Palveluna', 'hwaas');
    await next(page);
    await next(page);
    await waitForText(page, 'This is how the page would be read: 6 rows on show.');
    await save(page);
    const report = await reportWhen(page, ({ grids }) => grids[0]?.columns['contract']?.state === 'ok');
    expect(deviceRecords(report).map(({ contract }) => contract)).toEqual([
      'capex',
      'hwaas',
      'capex',
      'unknown',
      'hwaas',
      'capex',
    ]);
    await page.close();
  });

  it('hold for the page where they were taught, and nowhere else', async () => {
    const page = await open('elsewhere', body);
    await waitFor(() => page.$('wmp-companion[data-part="convert-bar"]'), { message: 'the bar' });
    const report = await reportWhen(page, ({ grids }) => grids.length === 1);
    expect(report.grids[0]?.columns['contract']?.state).toBe('malformed');
    expect(deviceRecords(report).every(({ verdict }) => verdict === null)).toBe(true);
    await page.close();
  });
});

describe('Account Balance', () => {
  const INVOICES = [
    ['L-2026-101', '02.10.2026', '01.11.2026', '1 234,50 €', 'Overdue'],
    ['L-2026-102', '16.10.2026', '15.11.2026', '80,00 €', 'Open'],
    ['L-2026-103', '30.10.2026', '29.11.2026', '412,05 €', 'Paid'],
  ];

  it('is taught by its title and columns', async () => {
    const body = `<h1>Laskut ja saldo</h1>${table(['Lasku nro', 'Päiväys', 'Eräpäivä', 'Maksettavaa', 'Tila'], INVOICES)}`;
    const page = await open('laskut', body);
    await waitForText(page, /^This page is not one the Companion knows/);
    await startTeaching(session, page);
    const which = await waitFor(() => page.$('aria/Which page is this?[role="combobox"]'), { message: 'the choice' });
    await which.select('account-balance');
    await pointAt(page, 'Point at it', 'Laskut ja saldo');
    await next(page);
    await pointAt(page, 'Point at it', 'L-2026-102');
    await waitForText(page, 'The list is chosen.');
    await next(page);
    for (const [column, header] of [
      ['Invoice number', 'Lasku nro'],
      ['Due date', 'Eräpäivä'],
      ['Amount', 'Maksettavaa'],
      ['Date', 'Päiväys'],
      ['Status', 'Tila'],
    ] as const)
      await pointAt(page, `Point at it: ${column}`, header);
    await next(page);
    await waitForText(page, 'This is how the page would be read: 3 rows on show.');
    await save(page);
    const report = await reportWhen(page, (read) => read.page === 'account-balance');
    expect(report.records).toEqual(
      [
        ['L-2026-101', '2026-10-02', '2026-11-01', 123_450, 'overdue', 'Overdue'],
        ['L-2026-102', '2026-10-16', '2026-11-15', 8_000, 'open', 'Open'],
        ['L-2026-103', '2026-10-30', '2026-11-29', 41_205, 'paid', 'Paid'],
      ].map(([number, date, due, amountMinor, status, statusText]) => ({
        number,
        date,
        due,
        amountMinor,
        currency: 'EUR',
        status,
        statusText,
      })),
    );
    await page.close();
  });
});
