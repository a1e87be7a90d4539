/** Waits in the page's life, all ended by a signal. Timers, not frames: a tab in the background draws none. */

export class Gone extends Error {
  override readonly name = 'Gone';
}

export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new Gone('the visit is over');
}

/** @throws Gone when the signal ends first. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    throwIfAborted(signal);
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', gone, { once: true });
    function done(): void {
      signal.removeEventListener('abort', gone);
      resolve();
    }
    function gone(): void {
      clearTimeout(timer);
      reject(new Gone('the visit is over'));
    }
  });

/**
 * Waits until `probe` answers something other than `undefined`, looking again soon at first and then every 60 ms: styles and
 * values change without a mutation.
 * @returns what it answered, or `undefined` after `timeout` milliseconds.
 * @throws Gone when the signal ends first.
 */
export async function until<T>(
  probe: () => T | undefined,
  timeout: number,
  signal: AbortSignal,
): Promise<T | undefined> {
  const end = performance.now() + timeout;
  for (let wait = 5; ; wait = Math.min(60, 2 * wait)) {
    const found = probe();
    if (found !== undefined) return found;
    if (performance.now() >= end) return undefined;
    await pause(Math.min(wait, Math.max(1, end - performance.now())), signal);
  }
}
