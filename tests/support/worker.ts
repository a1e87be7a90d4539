import type { Browser, CDPSession } from 'puppeteer';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { inBrowser, literal } from './in-browser.ts';
import type { ServiceWorkers } from './service-workers.ts';
import { waitFor } from './wait-for.ts';

/** The extension's service worker, which the browser starts and ends as it likes. */
export class ExtensionWorker {
  readonly #browser: Browser;
  readonly #extensionId: string;
  readonly #workers: ServiceWorkers;

  constructor(browser: Browser, extensionId: string, workers: ServiceWorkers) {
    this.#browser = browser;
    this.#extensionId = extensionId;
    this.#workers = workers;
  }

  isRunning(): boolean {
    return this.#workers.find(this.#extensionId) !== undefined;
  }

  /**
   * Runs a function in the worker, which is started if it is not running. It gets the extension API and the arguments, closes over
   * nothing, and both its arguments and its result have to be JSON.
   */
  async evaluate<R, A extends unknown[]>(
    work: (browser: WebExtension, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    const client = await this.#ready();
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      expression: inBrowser(work, 'chrome', ...args.map(literal)),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R;
  }

  /** Ends the worker as the browser does after its idle time, and returns when it is gone. */
  async stop(): Promise<void> {
    const id = this.#workers.find(this.#extensionId);
    if (id) await this.#workers.stop(id);
  }

  /** Lets go of it, where something else is going to end it. */
  async release(): Promise<void> {
    const id = this.#workers.find(this.#extensionId);
    if (id) await this.#workers.release(id);
  }

  async #ready(): Promise<CDPSession> {
    if (!this.isRunning()) await this.#start();
    return waitFor(
      async () => {
        const id = this.#workers.find(this.#extensionId);
        const client = id && (await this.#workers.session(id));
        if (!client) return undefined;
        const answer = await client.send('Runtime.evaluate', {
          expression: 'Boolean(globalThis.chrome?.runtime?.id)',
        });
        return answer.result.value === true && client;
      },
      { message: 'the service worker to be ready' },
    );
  }

  async #start(): Promise<void> {
    const page = await this.#browser.newPage();
    try {
      await page.goto(`chrome-extension://${this.#extensionId}/manifest.json`);
      const client = await page.createCDPSession();
      await client.send('ServiceWorker.enable');
      await client.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${this.#extensionId}/` });
      await waitFor(() => this.isRunning(), { message: 'the service worker to start' });
    } finally {
      await page.close();
    }
  }
}
