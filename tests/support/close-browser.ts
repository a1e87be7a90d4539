import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer';

/** Closes a browser and makes sure that none of its processes stays, whatever state it is in. */
export async function closeBrowser(browser: Browser, patience = 10_000): Promise<void> {
  const stop = new AbortController();
  const late = pause(patience, undefined, { signal: stop.signal }).catch(() => undefined);
  await Promise.race([browser.close().catch(() => undefined), late]);
  stop.abort();
  await killBrowser(browser);
}

/** Ends it at once, with all its processes. */
export async function killBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  try {
    // Puppeteer makes the browser the leader of a process group, except on Windows.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    await gone;
  } catch {
    // It ended by itself in the meantime.
  }
}
