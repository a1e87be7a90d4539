import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer';
import { findFirefox } from '../../scripts/browser.mjs';
import { inProject } from '../../scripts/paths.mjs';
import { closeBrowser } from './close-browser.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { type Knobs, type Portal, type PortalOptions, startPortal } from './portal.ts';
import { waitFor } from './wait-for.ts';

/** Any would do; fixed, so that the extension's own pages can be found. */
const uuid = '5a1f0c1e-7c5b-4c1d-9d57-0f6f3e0b9a11';

/** Enough to see that the Firefox build loads and works; the rest is tested in Chromium. */
export interface FirefoxSession {
  browser: Browser;
  portal: Portal;
  openPortal(route: string, knobs?: Knobs): Promise<Page>;
  /** A page of the extension's own: 'src/popup/index.html'. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export const hasFirefox = (): boolean => findFirefox() !== null;

/** @param options.gecko the extension's id, as its manifest has it */
export async function launchFirefox(options: {
  gecko: string;
  extension?: string;
  portal?: PortalOptions;
}): Promise<FirefoxSession> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found; FIREFOX_PATH names one.');
  const extension = options.extension ?? inProject('dist/firefox');
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no built extension in ${extension}: npm run build`);
  const folder = makeFolder(executablePath);
  const portal = await startPortal(options.portal ?? {});
  let browser: Browser | undefined;
  const close = async () => {
    if (browser) await closeBrowser(browser);
    await portal.close();
    removeFolder(folder);
  };
  try {
    browser = await puppeteer.launch({ ...firefoxOptions(options.gecko), executablePath, userDataDir: folder });
    await browser.installExtension(extension);
    return { browser, portal, close, ...pages(browser, portal) };
  } catch (error) {
    await close();
    throw error;
  }
}

function firefoxOptions(gecko: string): LaunchOptions {
  return {
    browser: 'firefox',
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [gecko]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'network.dns.localDomains': 'my.wildix.com',
    },
  };
}

function pages(browser: Browser, portal: Portal) {
  return {
    async openPortal(route: string, knobs: Knobs = {}): Promise<Page> {
      const url = new URL(portal.url(route, knobs));
      url.port = String(portal.port); // Names can be mapped to this machine there, ports cannot.
      const page = await browser.newPage();
      await page.goto(url.href, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async openExtensionPage(path: string): Promise<Page> {
      const page = await browser.newPage();
      const url = `moz-extension://${uuid}/${path}`;
      // Firefox never reports that such a page is there: asking the page is the only way.
      await page.goto(url, { timeout: 1000 }).catch(() => undefined);
      await waitFor(
        () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
        { message: url },
      );
      return page;
    },
  };
}
