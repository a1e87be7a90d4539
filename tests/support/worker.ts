import type { Browser, CDPSession, Target } from 'puppeteer';
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
    const target = this.#target();
    if (!target) return;
    const client = await this.#problems.session(target);
    const id = (await client?.send('Target.getTargetInfo'))?.targetInfo.targetId;
    // A worker that is still watched outlives its own end.
    await this.#problems.release(target);
    const root = await this.#browser.target().createCDPSession();
    try {
      if (id) await root.send('Target.closeTarget', { targetId: id });
      await waitFor(() => !this.#browser.targets().includes(target), { message: 'the end of the service worker' });
    } finally {
      await root.detach();
    }
  }

  #target(): Target | undefined {
    return this.#browser
      .targets()
      .find((target) => target.type() === 'service_worker' && new URL(target.url()).host === this.#extensionId);
  }

  async #ready(): Promise<CDPSession> {
    if (!this.isRunning()) await this.#start();
    return waitFor(
      async () => {
        const target = this.#target();
        const client = target && (await this.#problems.session(target));
        const answer = await client?.send('Runtime.evaluate', {
          expression: 'Boolean(globalThis.chrome?.runtime?.id)',
        });
        return answer?.result.value === true && client;
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
