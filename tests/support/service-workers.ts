import type { Browser, CDPSession } from 'puppeteer';
import type { Problems } from './problems.ts';
import { waitFor } from './wait-for.ts';

/**
 * The service workers of a browser, seen and held through a session of its own. Puppeteer's own way of attaching to a worker must not
 * be used: while it attaches, it takes the browser's word that it attached a worker to a page by itself for that answer, never lets
 * go of that second session, and the worker is held at its next start for ever.
 */
export class ServiceWorkers {
  readonly #root: CDPSession;
  readonly #problems: Problems;
  /** URL by target id. */
  readonly #running = new Map<string, string>();
  readonly #sessions = new Map<string, Promise<CDPSession | undefined>>();

  private constructor(root: CDPSession, problems: Problems) {
    this.#root = root;
    this.#problems = problems;
  }

  static async watch(browser: Browser, problems: Problems): Promise<ServiceWorkers> {
    const root = await browser.target().createCDPSession();
    const workers = new ServiceWorkers(root, problems);
    root.on('Target.targetCreated', ({ targetInfo: { targetId, type, url } }) => {
      if (type !== 'service_worker') return;
      workers.#running.set(targetId, url);
      void workers.session(targetId);
    });
    root.on('Target.targetInfoChanged', ({ targetInfo: { targetId, url } }) => {
      if (workers.#running.has(targetId)) workers.#running.set(targetId, url);
    });
    root.on('Target.targetDestroyed', ({ targetId }) => {
      workers.#running.delete(targetId);
      workers.#sessions.delete(targetId);
    });
    await root.send('Target.setDiscoverTargets', { discover: true });
    return workers;
  }

  /** The target id of the one that runs for a host, e.g. an extension's id. */
  find(host: string): string | undefined {
    return [...this.#running].find(([, url]) => URL.canParse(url) && new URL(url).host === host)?.[0];
  }

  /** The one session a worker is watched and asked by; undefined where it ended meanwhile. */
  session(targetId: string): Promise<CDPSession | undefined> {
    const session = this.#sessions.get(targetId) ?? this.#attach(targetId);
    this.#sessions.set(targetId, session);
    return session;
  }

  /** Watches one no longer: while it is watched it outlives its own end. */
  async release(targetId: string): Promise<void> {
    const sessionId = (await this.session(targetId))?.id();
    // By the session that attached it: detach() asks the browser's own, which knows nothing of it.
    if (sessionId) await this.#root.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }

  /** Ends one as the browser does after its idle time, and returns when it is gone. */
  async stop(targetId: string): Promise<void> {
    await this.release(targetId);
    await waitFor(
      async () => {
        const { targetInfo } = await this.#root.send('Target.getTargetInfo', { targetId });
        return !targetInfo.attached;
      },
      { message: 'a service worker that nobody watches' },
    );
    await this.#root.send('Target.closeTarget', { targetId });
    await waitFor(() => !this.#running.has(targetId), { message: 'the end of the service worker' });
  }

  async #attach(targetId: string): Promise<CDPSession | undefined> {
    try {
      const { sessionId } = await this.#root.send('Target.attachToTarget', { targetId, flatten: true });
      const client = this.#root.connection()?.session(sessionId);
      if (client) await this.#problems.listen(client, () => 'worker');
      return client ?? undefined;
    } catch {
      this.#sessions.delete(targetId);
      return undefined;
    }
  }
}
