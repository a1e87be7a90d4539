import type { Reason } from '../core/outcome.ts';
import { t } from '../platform/i18n.ts';
import { failureOf } from '../platform/use-answer.ts';
import { placeFloating } from './ui/host.ts';
import { NotNoted } from './ui/not-noted.tsx';
import { createSurface, type Surface } from './ui/render.ts';
import type { Visit } from './visit.ts';

/** What the worker could not write down during a visit: by what it is, how to try again. */
class Unnoted {
  readonly #left = new Map<string, () => void>();
  readonly #surface: Surface;

  constructor({ signal }: Visit) {
    this.#surface = createSurface('not-noted', signal, (host) => placeFloating(host, 'bar', signal));
  }

  add(what: string, reason: Reason, again: () => void): void {
    this.#left.set(what, again);
    const close = () => this.#surface.show(null);
    const tryAgain = () => {
      for (const each of [...this.#left.values()]) each();
    };
    this.#surface.show(<NotNoted what={t('page_not_noted')} reason={reason} onAgain={tryAgain} onClose={close} />);
  }

  remove(what: string): void {
    if (this.#left.delete(what) && this.#left.size === 0) this.#surface.show(null);
  }
}

const unnoted = new WeakMap<Visit, Unnoted>();

function unnotedOf(visit: Visit): Unnoted {
  const known = unnoted.get(visit) ?? new Unnoted(visit);
  unnoted.set(visit, known);
  return known;
}

/**
 * Has the worker remember what a page shows. Where its database cannot take it, the page says so, with a way to try again: what
 * nobody hears of would be missed when it is needed.
 * @param what tells one kind of facts from another; a later try takes the place of an earlier one.
 * @returns whether it is remembered. `send` is called again where the partner wishes.
 */
export async function noteFacts(visit: Visit, what: string, send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
  } catch (error) {
    if (visit.signal.aborted) return false;
    console.error('WMP Companion:', error);
    const reason = failureOf(error);
    // An extension that was updated under the page, or a worker that is starting, is no matter for the partner.
    if (reason.code.startsWith('storage-')) unnotedOf(visit).add(what, reason, () => void noteFacts(visit, what, send));
    return false;
  }
  unnoted.get(visit)?.remove(what);
  return true;
}

/** Has each new sight of one kind noted once, by {@link noteFacts}; what could not be noted is new again. */
export function noteOnce(visit: Visit, what: string): (seen: string, send: () => Promise<unknown>) => void {
  let told = '';
  return (seen, send) => {
    if (seen === told) return;
    told = seen;
    void noteFacts(visit, what, send).then((noted) => {
      if (!noted && told === seen) told = '';
    });
  };
}
