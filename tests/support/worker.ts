import type { Browser, CDPSession, Target, WebWorker } from 'puppeteer';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { inBrowser, literal } from './in-browser.ts';
import type { Problems } from './problems.ts';
import { waitFor } from './wait-for.ts';

/** The extension's service worker, which the browser starts and ends as it likes. */
export class ExtensionWorker {
  readonly #browser: Browser;
  readonly #extensionId: string;
  readonly #problems: Problems;

  constructor(browser: Browser, extensionId: string, problems: Problems) {
    this.#browser = browser;
    this.#extensionId = extensionId;
    this.#problems = problems;
  }

  isRunning(): boolean {
    return this.#target() !== undefined;
  }

  /**
   * Runs a function in the worker, which is started if it is not running. It gets the extension API and the arguments, closes over
   * nothing, and both its arguments and its result have to be JSON.
   */
  async evaluate<R, A extends unknown[]>(
    work: (browser: WebExtension, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    const worker = await this.#ready();
    return (await worker.evaluate(inBrowser(work, 'chrome', ...args.map(literal)))) as R;
  }

  /** Ends the worker as the browser does after its idle time, and returns when it is gone. */
  async stop(): Promise<void> {
    const target = this.#target();
    if (!target) return;
    const worker = await target.worker();
    await this.#problems.release(target);
    await worker?.close();
    await waitFor(() => !this.#browser.targets().includes(target), { message: 'the end of the service worker' });
  }

  #target(): Target | undefined {
    return this.#browser
      .targets()
      .find((target) => target.type() === 'service_worker' && new URL(target.url()).host === this.#extensionId);
  }

  async #ready(): Promise<WebWorker> {
    if (!this.isRunning()) await this.#start();
    const answering = async () => {
      const worker = await this.#target()?.worker();
      return (await worker?.evaluate('Boolean(globalThis.chrome?.runtime?.id)')) ? worker : null;
    };
    try {
      return await waitFor(answering, { message: 'the service worker to be ready', timeout: 3000 });
    } catch {
      // Puppeteer loses hold of a worker that ends while it attaches to it, and never lets go of it. Its next life is another target.
      await this.#restart();
      return waitFor(answering, { message: 'the service worker to be ready after a restart' });
    }
  }

  async #restart(): Promise<void> {
    const lost = this.#target();
    await this.#inServiceWorkers(async (client) => {
      await client.send('ServiceWorker.stopAllWorkers');
      await waitFor(() => lost === undefined || !this.#browser.targets().includes(lost), {
        message: 'the end of the lost service worker',
      });
    });
    await this.#start();
  }

  async #start(): Promise<void> {
    await this.#inServiceWorkers(async (client) => {
      await client.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${this.#extensionId}/` });
      await waitFor(() => this.isRunning(), { message: 'the service worker to start' });
    });
  }

  async #inServiceWorkers(work: (client: CDPSession) => Promise<void>): Promise<void> {
    const page = await this.#browser.newPage();
    try {
      await page.goto(`chrome-extension://${this.#extensionId}/manifest.json`);
      const client = await page.createCDPSession();
      await client.send('ServiceWorker.enable');
      await work(client);
    } finally {
      await page.close();
    }
  }
}
