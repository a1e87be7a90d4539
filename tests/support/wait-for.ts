import { setTimeout as pause } from 'node:timers/promises';

export interface WaitOptions {
  timeout?: number;
  interval?: number;
  /** What was waited for, in words; a function is asked only when time is up. */
  message?: string | (() => string | Promise<string>);
}

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** Asks again and again until the answer is truthy, and returns it. A throwing condition counts as "not yet". */
export async function waitFor<T>(condition: () => T | Promise<T>, options: WaitOptions = {}): Promise<Truthy<T>> {
  const { timeout = 30_000, interval = 50, message = 'a condition' } = options;
  const end = performance.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer as Truthy<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() >= end) break;
    await pause(interval);
  }
  const words = typeof message === 'function' ? await message() : message;
  throw new Error(`Waited ${timeout} ms in vain for ${words}${last instanceof Error ? ` (${last.message})` : ''}`, {
    cause: last,
  });
}
