import type { Visit } from '../visit.ts';
import { settleInCorner } from './corner.ts';
import { placeFloating } from './host.ts';
import { orderSheet } from './order-sheet.ts';
import { createSurface } from './render.ts';

/** What is said of a panel that is out of sight: its name, and how it stands. */
export interface Jump {
  readonly name: string;
  readonly said?: { readonly tone: 'yes' | 'no' | 'unknown'; readonly words: string } | undefined;
}

export interface OrderJump {
  /** Offers the way to a panel as long as it is not in view. */
  offer(host: HTMLElement, jump: Jump): void;
}

const SETTLE_MS = 100;
/** An edge of a panel that shows at the end of the window is not the panel; its heading is. */
const ENOUGH_SEEN = 0.3;
const ENOUGH_HEIGHT = 48;
const jumps = new WeakMap<Visit, OrderJump>();

/** The way to the panels below an order, over the page; the same for all helpers of a visit. */
export function orderJump(visit: Visit): OrderJump {
  const known = jumps.get(visit) ?? openJump(visit);
  jumps.set(visit, known);
  return known;
}

function openJump({ signal }: Visit): OrderJump {
  const offered = new Map<HTMLElement, Jump>();
  const seen = new Set<Element>();
  const surface = createSurface('order-jump', signal, (host) => placeFloating(host, 'bar', signal), [orderSheet()]);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries)
        if (intersectionRatio >= ENOUGH_SEEN || intersectionRect.height >= ENOUGH_HEIGHT) seen.add(target);
        else seen.delete(target);
      show();
    },
    { threshold: [0, 0.02, 0.05, 0.1, 0.15, 0.2, ENOUGH_SEEN, 0.5, 1] },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  let waiting = false;
  document.addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        if (!signal.aborted) show();
      }, SETTLE_MS);
    },
    { capture: true, passive: true, signal },
  );

  function show(): void {
    const hidden = [...offered].filter(
      ([host]) => host.isConnected && host.dataset['place'] === 'flow' && !seen.has(host),
    );
    surface.show(hidden.length === 0 ? null : <Jumps of={hidden} />);
    if (hidden.length === 0) return;
    // What was no matter of the page's before it scrolled may lie below it now.
    void settleInCorner(surface.host, true).then((covered) => {
      if (covered !== undefined && covered > 0) surface.show(null);
    });
  }

  return {
    offer(host, jump) {
      offered.set(host, jump);
      // Once more for a host that was put elsewhere: it is told of again.
      observer.unobserve(host);
      observer.observe(host);
    },
  };
}

const fitsWindow = (host: HTMLElement): boolean => host.offsetHeight < 0.7 * innerHeight;

const Jumps = ({ of }: { of: readonly (readonly [HTMLElement, Jump])[] }) => (
  <div class="bar jumps">
    {of.map(([host, { name, said }]) => (
      <button
        key={name}
        type="button"
        onClick={() => host.scrollIntoView({ block: fitsWindow(host) ? 'center' : 'start' })}
      >
        {name} {said !== undefined && <span class={`chip ${said.tone}`}>{said.words}</span>}{' '}
        <span aria-hidden="true">{host.getBoundingClientRect().top < 0 ? '↑' : '↓'}</span>
      </button>
    ))}
  </div>
);
