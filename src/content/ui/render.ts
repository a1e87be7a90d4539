import { type ComponentChild, render } from 'preact';
import { createHost } from './host.ts';

/** A place in the page that shows one tree of components, until its signal ends. */
export interface Surface {
  readonly host: HTMLElement;
  show(tree: ComponentChild): void;
}

export function createSurface(kind: string, signal: AbortSignal, place: (host: HTMLElement) => void): Surface {
  const { host, root } = createHost(kind);
  let placed = false;
  signal.addEventListener('abort', () => {
    render(null, root);
    host.remove();
  });
  return {
    host,
    show(tree) {
      if (signal.aborted) return;
      render(tree, root);
      // A re-render of the page may have thrown the host out.
      if (!placed || !host.isConnected) {
        placed = true;
        place(host);
      }
    },
  };
}
