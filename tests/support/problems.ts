import type { Browser, CDPSession, Protocol, Target } from 'puppeteer';

/**
 * Collects what went wrong in any page or worker of a browser: uncaught errors, console.error, and what the browser itself logs as an
 * error. By protocol rather than by puppeteer's page events: those leave out the content scripts' console.
 */
export class Problems {
  readonly #found: string[] = [];
  readonly #watched = new Map<Target, Promise<CDPSession | undefined>>();

  async watch(browser: Browser): Promise<void> {
    browser.on('targetcreated', (target) => void this.session(target));
    await Promise.all(browser.targets().map((target) => this.session(target)));
  }

  /**
   * The one session that a target is watched by; undefined where there is none. Puppeteer mixes up two that are opened on the same
   * worker at once, and never lets go of the worker then: whatever is to be asked of a worker is asked through this one.
   */
  session(target: Target): Promise<CDPSession | undefined> {
    const session = this.#watched.get(target) ?? this.#attach(target);
    this.#watched.set(target, session);
    return session;
  }

  /** Everything so far, oldest first, without those that match one of the exceptions. */
  list(except: readonly RegExp[] = []): string[] {
    return this.#found.filter((problem) => !except.some((pattern) => pattern.test(problem)));
  }

  /** Lets a target go: one that is still watched outlives its own end. */
  async release(target: Target): Promise<void> {
    const session = await this.#watched.get(target);
    this.#watched.delete(target);
    await session?.detach().catch(() => undefined);
  }

  async #attach(target: Target): Promise<CDPSession | undefined> {
    if (target.type() !== 'page' && target.type() !== 'service_worker') return undefined;
    const add = (kind: string, text: string) => this.#found.push(`[${place(target)}] ${kind}: ${text}`);
    try {
      const client = await target.createCDPSession();
      client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
        add('uncaught', exception?.description ?? exception?.value ?? text);
      });
      client.on('Runtime.consoleAPICalled', ({ type, args }) => {
        if (type !== 'error' && type !== 'assert') return;
        add('console', args.map(readable).join(' '));
      });
      client.on('Log.entryAdded', ({ entry: { level, source, text, url } }) => {
        if (level === 'error') add(source, url ? `${text} (${url})` : text);
      });
      // Both replay what happened before: nothing is lost by coming late.
      await Promise.all([client.send('Runtime.enable'), client.send('Log.enable')]);
      // A worker that begins is held until it is watched; nobody lets it go where puppeteer did not see it begin.
      await client.send('Runtime.runIfWaitingForDebugger');
      return client;
    } catch {
      // The target was gone before it could be watched.
      this.#watched.delete(target);
      return undefined;
    }
  }
}

function place(target: Target): string {
  if (target.type() === 'service_worker') return 'worker';
  const url = new URL(target.url() || 'about:blank');
  return url.protocol === 'chrome-extension:' ? url.pathname.slice(1) : `${url.host}${url.hash}`;
}

function readable({ value, preview, description }: Protocol.Runtime.RemoteObject): string {
  if (typeof value === 'string') return value;
  if (preview && preview.subtype !== 'error') {
    return `{ ${preview.properties.map((property) => `${property.name}: ${property.value}`).join(', ')} }`;
  }
  return description ?? JSON.stringify(value) ?? 'undefined';
}
