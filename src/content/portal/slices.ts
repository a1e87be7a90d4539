/**
 * Work on the page that may be long. Each `yield` is a place where it can stop for a while and let the page have its turn: no
 * reading may hold a partner's click up. At `yield 'turn'` it stops in any case: what follows is long in itself.
 */
export type Work<T> = Generator<'turn' | undefined, T, void>;

/** As long as a slice may take: several fit into a frame together with the page's own work. */
const SLICE_MS = 8;
const LONGEST_FRAME_MS = 150;

/** Does it all now, for a moment at which the page must not change under it. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Does it in slices. `undefined` where the signal ends first. */
export async function inSlices<T>(work: Work<T>, signal: AbortSignal): Promise<T | undefined> {
  for (let end = performance.now() + SLICE_MS; !signal.aborted; ) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (step.value !== 'turn' && performance.now() < end) continue;
    await turn();
    end = performance.now() + SLICE_MS;
  }
  return undefined;
}

/** Once the page is drawn as it stands now, at a moment at which looking at it costs nothing; a page that is not on show is not drawn. */
export async function drawn(): Promise<void> {
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });
  await turn();
}

/** Lets everything run that waits; timers would wait four milliseconds each time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
