import browser from 'webextension-polyfill';

const CHECK_MS = 1000;

/**
 * The life of this copy of the content script. It ends when the extension is updated, reloaded or removed under the open
 * page, and when a newer copy takes over: the old one goes silent, nobody has to reload the page.
 */
export function beginLife(): AbortSignal {
  const life = new AbortController();
  const takeover = `wmp-companion:${browser.runtime.id}`;
  const me = crypto.randomUUID();
  document.dispatchEvent(new CustomEvent(takeover, { detail: me }));
  document.addEventListener(
    takeover,
    (event) => {
      if ((event as CustomEvent).detail !== me) life.abort();
    },
    { signal: life.signal },
  );
  // A context whose extension is gone gets no event: its runtime has no id any more. A look costs next to nothing.
  const check = () => {
    if (!isAlive()) life.abort();
  };
  document.addEventListener('visibilitychange', check, { signal: life.signal });
  addEventListener('pageshow', check, { signal: life.signal });
  const timer = setInterval(check, CHECK_MS);
  life.signal.addEventListener('abort', () => clearInterval(timer));
  return life.signal;
}

/** Whether the extension that this script belongs to is still there. */
export function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
