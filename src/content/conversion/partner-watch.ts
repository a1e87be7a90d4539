import { isOwn } from '../portal/dom.ts';
import type { Watch } from './ports.ts';

/** A press or a key of the partner's own in WMP, while a run selects and asks, ends the run: two hands at one selection. */
export function watchPartner(signal: AbortSignal): Watch {
  const hand = new AbortController();
  const listening = new AbortController();
  let touched = false;
  const touch = (event: Event) => {
    if (!event.isTrusted || isOurs(event) || (event instanceof KeyboardEvent && MODIFIERS.has(event.key))) return;
    touched = true;
    hand.abort();
  };
  for (const type of ['pointerdown', 'mousedown', 'keydown'] as const)
    addEventListener(type, touch, { capture: true, signal: listening.signal });
  return {
    signal: AbortSignal.any([signal, hand.signal]),
    get touched() {
      return touched;
    },
    end: () => listening.abort(),
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

const isOurs = (event: Event): boolean => event.target instanceof Node && isOwn(event.target);
