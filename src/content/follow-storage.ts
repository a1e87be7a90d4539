import browser from 'webextension-polyfill';

/** Calls `onChange` whenever the stored item `key` changes, from whatever page, until `signal` aborts. */
export function followStorage(area: 'local' | 'sync', key: string, signal: AbortSignal, onChange: () => void): void {
  const listener = (changes: Record<string, unknown>, changed: string): void => {
    if (changed === area && key in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      browser.storage.onChanged.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
