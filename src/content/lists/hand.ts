import { pause } from '../portal/wait.ts';

/** Nobody likes a list that scrolls away under the hand. */
const REST_MS = 1200;
const LOOK_MS = 300;

/** The partner's hand at the page: whether it rests, and the moment it does not any more. */
export interface Hand {
  /** Waits until the page was not touched for a while, and `free` says so too. @throws Gone when the signal ends first. */
  rests(free: () => boolean): Promise<void>;
  /** Calls back at the next touch. @returns takes that back. */
  onTouch(listener: () => void): () => void;
}

export function watchHand(signal: AbortSignal): Hand {
  let lastTouch = Number.NEGATIVE_INFINITY;
  const listeners = new Set<() => void>();
  for (const type of ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const)
    document.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        lastTouch = performance.now();
        for (const listener of listeners) listener();
      },
      { capture: true, passive: true, signal },
    );
  // A page that was set moving rolls on, and a scroll bar that is held tells nothing else.
  document.addEventListener(
    'scroll',
    () => {
      if (listeners.size === 0 && isTouched()) lastTouch = performance.now();
    },
    { capture: true, passive: true, signal },
  );
  const isTouched = () => performance.now() - lastTouch < REST_MS;
  return {
    async rests(free) {
      while (isTouched() || !free()) await pause(LOOK_MS, signal);
    },
    onTouch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
