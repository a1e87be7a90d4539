import type { Page } from 'puppeteer';
import type { Session } from '../../support/index.ts';

/** Elements of one kind, a text in each: `cells('<td>', 'a', 'b')`. */
export const cells = (tag: string, ...texts: readonly string[]): string =>
  texts.map((text) => `${tag}${text}</${/\w+/.exec(tag)?.[0]}>`).join('');

/** Opens a page at the portal's address that holds this and nothing else. */
export const openDrawn = (session: Session, name: string, body: string, lang = 'en'): Promise<Page> =>
  openDocument(
    session,
    name,
    `<html lang="${lang}"><body style="font:14px sans-serif;margin:20px">${body}</body></html>`,
  );

/** The same of a whole document, but for its first line. */
export async function openDocument(session: Session, name: string, html: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.isNavigationRequest()
      ? request.respond({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html>${html}`,
        })
      : request.respond({ status: 404 }),
  );
  await page.goto(`https://my.wildix.com/?${encodeURIComponent(name)}`);
  return page;
}
