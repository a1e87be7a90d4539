import type { Page } from 'puppeteer';
import type { GridReport, PageReport } from '../../../src/core/page-report.ts';
import { type Pages, startPages } from '../../pages/server.ts';
import { columnsOf } from '../../pages/shared/columns.ts';
import { makeDevices } from '../../pages/shared/data.ts';
import type { Kind } from '../../pages/shared/kinds.ts';
import { type PageKnobs, readKnobs, writeKnobs } from '../../pages/shared/knobs.ts';
import { WORDS } from '../../pages/shared/words.ts';
import { launch, type Session, textsOf, waitFor } from '../../support/index.ts';
import { pageReport, stored } from './portal.ts';

/** A browser in which pages drawn by UI frameworks are the portal. */
export interface PagesSession {
  readonly session: Session;
  readonly pages: Pages;
  close(): Promise<void>;
}

export async function launchPages(): Promise<PagesSession> {
  const pages = await startPages();
  try {
    const session = await launch({ args: [...pages.browserArgs], viewport: { width: 1500, height: 900 } });
    return {
      session,
      pages,
      async close() {
        await session.close();
        await pages.close();
      },
    };
  } catch (error) {
    await pages.close();
    throw error;
  }
}

/** Passes by the customer's PBXes, so that their terms are known. */
export async function learnPbxes({ session, pages }: PagesSession, knobs: PageKnobs = {}): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(pages.url('flex', { ...knobs, show: 'pbxes' }));
  await waitFor(async () => (await stored(session, 'pbxes')).length > 0, { message: 'the PBXes to be remembered' });
  await page.close();
}

export async function openKind({ session, pages }: PagesSession, kind: Kind, knobs: PageKnobs = {}): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(pages.url(kind, knobs));
  return page;
}

/**
 * The page check once the list was read to its end. That is waited for on the page itself: a tab that is not on show draws no
 * further rows.
 */
export async function settledReport(session: Session, page: Page): Promise<PageReport> {
  await waitFor(
    async () => {
      const words = await textsOf(page);
      return (
        words.some((text) => text.includes('can be converted to HWaaS')) && !words.some((text) => /^Only /.test(text))
      );
    },
    { message: `the bar to count all of ${page.url()}`, timeout: 30_000 },
  );
  return waitFor(
    async () => {
      const report = await pageReport(session, page);
      return report.grids.some(({ rowsSeen, complete }) => rowsSeen > 0 && complete) ? report : null;
    },
    { message: `a list on ${page.url()}` },
  );
}

const isRead = ({ rowsSeen, complete }: GridReport): boolean => rowsSeen > 0 && complete;

/** The page check of a page that is read as it stands, once it has that many lists and each was read: to its end, unless told what is enough. */
export async function listsReport(session: Session, page: Page, lists: number, enough = isRead): Promise<PageReport> {
  let last: PageReport | undefined;
  return waitFor(
    async () => {
      last = await pageReport(session, page);
      return last.grids.length >= lists && last.grids.every(enough) ? last : null;
    },
    { message: () => `the lists on ${page.url()}. Read: ${JSON.stringify(last)?.slice(0, 3000)}` },
  );
}

/** What a page of these knobs shows, as a page check should have it. */
export function expectedDevices(knobs: PageKnobs) {
  const settings = readKnobs(`?${writeKnobs(knobs)}`);
  const shown = new Set(columnsOf(settings, WORDS[settings.lang]).map(({ key }) => key));
  return makeDevices(settings.rows, settings.hostile, settings.seed).map((device) => ({
    serial: shown.has('serial') ? device.serial : null,
    mac: shown.has('mac') ? device.mac : null,
    model: shown.has('model') ? device.model : null,
    pbx: shown.has('pbx') ? device.pbx : null,
    contract: shown.has('contract') ? device.contract : 'unknown',
    expiration: shown.has('expiration') ? device.expiration : null,
    purchased: shown.has('purchased') ? device.purchased : null,
  }));
}
