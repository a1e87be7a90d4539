import type { Browser, CDPSession, Protocol, Target } from 'puppeteer';

/**
 * Collects what went wrong in any page or worker of a browser: uncaught errors, console.error, and what the browser itself logs as an
 * error. By protocol rather than by puppeteer's page events: those leave out the content scripts' console.
 */
export class Problems {
  readonly #found: string[] = [];

  async watch(browser: Browser): Promise<void> {
    browser.on('targetcreated', (target) => void this.#attach(target));
    await Promise.all(browser.targets().map((target) => this.#attach(target)));
  }

  /** Everything so far, oldest first, without those that match one of the exceptions. */
  list(except: readonly RegExp[] = []): string[] {
    return this.#found.filter((problem) => !except.some((pattern) => pattern.test(problem)));
  }

  /** Collects what a page or worker tells through this session, also what it told before. */
  async listen(client: CDPSession, place: () => string): Promise<void> {
    const add = (kind: string, text: string) => this.#found.push(`[${place()}] ${kind}: ${text}`);
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
    // What begins is held until it is watched; nobody lets it go where puppeteer did not see it begin.
    await client.send('Runtime.runIfWaitingForDebugger');
  }

  async #attach(target: Target): Promise<void> {
    if (target.type() !== 'page') return;
    try {
      await this.listen(await target.createCDPSession(), () => place(target));
    } catch {
      // The target was gone before it could be watched.
    }
  }
}

function place(target: Target): string {
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
