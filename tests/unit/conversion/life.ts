import { AsyncLocalStorage } from 'node:async_hooks';
import { onMessage } from '../../../src/background/router.ts';
import { URL_SEEN } from '../background/setup.ts';

/** What a message may meet on its way: nothing, a worker that dies before or after its work, a database that refuses. */
export type Transport = 'fine' | 'lost before' | 'lost after' | 'refused';

/** One life of the content script, in one document. When it has ended, nothing of it goes on: no answer ever reaches it. */
export class Life {
  readonly signal: AbortSignal;
  #end = new AbortController();

  constructor(readonly documentId: string) {
    this.signal = this.#end.signal;
  }

  end(): void {
    this.#end.abort();
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return lives.run(this, work);
  }
}

const lives = new AsyncLocalStorage<Life>();
const never = (): Promise<never> => new Promise(() => undefined);

/** `browser.runtime.sendMessage` of whichever life it is called in. `way`: asked for each message. */
export async function send(message: unknown, way: (name: string) => Transport): Promise<unknown> {
  const life = lives.getStore();
  if (life === undefined) throw new Error('a message from nowhere');
  if (life.signal.aborted) return never();
  const name = (message as { name: string }).name;
  const transport = way(name);
  if (life.signal.aborted) return never();
  if (transport === 'lost before') throw new Error('Could not establish connection');
  const answer =
    transport === 'refused'
      ? { ok: false, error: { code: 'storage-failed', params: { detail: 'QuotaExceededError' } } }
      : await onMessage(message, {
          id: 'companion',
          url: URL_SEEN,
          frameId: 0,
          tab: { id: 1 } as never,
          ...({ documentId: life.documentId } as object),
        });
  if (life.signal.aborted) return never();
  if (transport === 'lost after') throw new Error('The message port closed before a response was received');
  return answer;
}

/** `navigator.locks`: one holder of a name at a time; a life that ends lets go. */
export class Locks {
  #held = new Map<string, Life>();

  async request<T>(name: string, _: unknown, work: (lock: object | null) => Promise<T>): Promise<T> {
    const holder = this.#held.get(name);
    if (holder !== undefined && !holder.signal.aborted) return work(null);
    const life = lives.getStore();
    if (life === undefined) throw new Error('a lock from nowhere');
    this.#held.set(name, life);
    try {
      return await work({});
    } finally {
      if (this.#held.get(name) === life) this.#held.delete(name);
    }
  }
}
