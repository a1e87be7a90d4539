import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { closeBrowser, killBrowser } from './close-browser.ts';
import { saveEvidence } from './evidence.ts';
import type { Knobs, Portal } from './portal.ts';
import type { Problems } from './problems.ts';
import type { ServiceWorkers } from './service-workers.ts';
import { ExtensionWorker } from './worker.ts';

/** What outlives a browser that crashed. */
export interface Home {
  /** Holds the unpacked extension and the browser's profile. */
  folder: string;
  portal: Portal;
  /** Removes the portal and the folder. */
  cleanUp: () => Promise<void>;
}

/** What a session is made of; launch() brings it together. */
export interface Parts extends Home {
  browser: Browser;
  extensionId: string;
  problems: Problems;
  workers: ServiceWorkers;
}

/** Those that are not closed yet, in this process. */
export const openSessions = new Set<Session>();

export async function closeSessions(): Promise<void> {
  await Promise.all([...openSessions].map((session) => session.close()));
}

/** Asked before a session closes; the tests' set-up file saves evidence there. */
export const beforeClose = new Set<(session: Session) => Promise<void>>();

/** One browser with the extension on one stand-in portal. */
export class Session {
  readonly browser: Browser;
  readonly portal: Portal;
  readonly extensionId: string;
  readonly #parts: Parts;
  readonly #worker: ExtensionWorker;
  #closed: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.browser = parts.browser;
    this.portal = parts.portal;
    this.extensionId = parts.extensionId;
    this.#parts = parts;
    this.#worker = new ExtensionWorker(parts.browser, parts.extensionId, parts.workers);
    openSessions.add(this);
  }

  /** A new tab on the portal, e.g. openPortal('devices/17', { skin: 'ext' }). */
  async openPortal(route: string, knobs: Knobs = {}): Promise<Page> {
    return this.open(this.portal.url(route, knobs));
  }

  /** The popup's page in a tab: a browser's own popup closes at the first loss of focus. */
  async openPopup(query = ''): Promise<Page> {
    const page = await this.open(this.extensionUrl(`src/popup/index.html${query && `?${query.replace(/^\?/, '')}`}`));
    await page.setViewport({ width: 420, height: 600 });
    return page;
  }

  async openOptions(query = ''): Promise<Page> {
    return this.open(this.extensionUrl(`src/options/index.html${query && `?${query.replace(/^\?/, '')}`}`));
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** Runs a function in the service worker, started if need be: worker((browser) => browser.storage.local.get()). */
  worker<R, A extends unknown[]>(work: (browser: WebExtension, ...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#worker.evaluate(work, ...args);
  }

  workerIsRunning(): boolean {
    return this.#worker.isRunning();
  }

  /** Ends the worker, as the browser does when it is idle. The next message, alarm or worker() starts a new one. */
  stopWorker(): Promise<void> {
    return this.#worker.stop();
  }

  /** Loads the extension anew under its open pages, as an update does: worker and content scripts of before are cut off. */
  async updateExtension(): Promise<void> {
    await this.#worker.release();
    await this.browser.installExtension(join(this.#parts.folder, 'extension'));
  }

  /**
   * Says yes beforehand to a host permission: the browser's own question cannot be answered headless. The extension still has to ask
   * for it, on a real click; that request then succeeds at once.
   */
  async allowHost(pattern: string): Promise<void> {
    const page = await this.open('chrome://extensions/');
    try {
      const args = [this.extensionId, pattern].map((arg) => JSON.stringify(arg)).join(', ');
      await page.evaluate(`chrome.developerPrivate.addHostPermission(${args})`);
    } finally {
      await page.close();
    }
  }

  /** Uncaught errors, console errors and browser errors of all pages and the worker; expect(session.problems()).toEqual([]). */
  problems(except: readonly RegExp[] = []): string[] {
    return this.#parts.problems.list(except);
  }

  saveEvidence(name: string): Promise<string> {
    return saveEvidence(name, this.browser, this.problems());
  }

  /** May be called any number of times; leaves no process and no folder behind. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  /** Kills the browser with all its processes and leaves what it had on disk, for another one. */
  async abandon(): Promise<Home> {
    openSessions.delete(this);
    this.#closed = Promise.resolve();
    await killBrowser(this.browser);
    const { folder, portal, cleanUp } = this.#parts;
    return { folder, portal, cleanUp };
  }

  async #close(): Promise<void> {
    openSessions.delete(this);
    try {
      for (const hook of beforeClose) await hook(this);
    } finally {
      await closeBrowser(this.browser);
      await this.#parts.cleanUp();
    }
  }
}
