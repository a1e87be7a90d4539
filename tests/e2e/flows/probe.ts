import type { Page } from 'puppeteer';
import type { PageReport } from '../../../src/core/page-report.ts';
import { type Session, waitFor } from '../../support/index.ts';
import { tabOf } from './portal.ts';

/** What a page is made of, for the reader to look at. */
export interface Sample {
  readonly body: string;
  readonly lang?: string;
  /** `document.title`. */
  readonly title?: string;
}

/** One tab under the portal's address whose contents are replaced as often as wished, and what the page check says of each. */
export interface Probe {
  readonly page: Page;
  read(sample: Sample): Promise<PageReport>;
  /** What is said of the same contents by now. */
  again(): Promise<PageReport>;
  close(): Promise<void>;
}

const BLANK = '<!doctype html><html lang="en"><body style="font:14px sans-serif;margin:20px"></body></html>';

/** Asks as the page check does, from one of the extension's own pages, without opening that page for every question. */
export interface Asker {
  report(): Promise<PageReport>;
  close(): Promise<void>;
}

export async function openAsker(session: Session, page: Page): Promise<Asker> {
  const tab = await tabOf(session, page);
  const popup = await session.openPopup(`view=page-check&tab=${tab}`);
  await page.bringToFront();
  const message = JSON.stringify({ wmpc: 1, name: 'page.report', body: { records: true } });
  const ask = async (): Promise<PageReport | null> => {
    const answer = await popup.evaluate(`chrome.tabs.sendMessage(${tab}, ${message})`);
    return (answer as { value?: { report: PageReport } } | undefined)?.value?.report ?? null;
  };
  return { report: () => waitFor(ask, { message: 'a report' }), close: () => popup.close() };
}

export async function openProbe(session: Session): Promise<Probe> {
  const page = await session.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.isNavigationRequest()
      ? request.respond({ contentType: 'text/html; charset=utf-8', body: BLANK })
      : request.respond({ status: 404 }),
  );
  await page.goto(`https://my.wildix.com/?probe=${Math.random()}`);
  const asker = await openAsker(session, page);
  await asker.report();
  return {
    page,
    async read({ body, lang = 'en', title = 'Management Portal' }) {
      await page.evaluate(
        (html, language, name) => {
          document.documentElement.lang = language;
          document.title = name;
          document.body.innerHTML = html;
        },
        body,
        lang,
        title,
      );
      return asker.report();
    },
    again: () => asker.report(),
    async close() {
      await asker.close();
      await page.close();
    },
  };
}
