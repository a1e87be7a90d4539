import { type ComponentChild, render } from 'preact';
import { settleInCorner } from './corner.ts';
import { createHost } from './host.ts';

/** A place in the page that shows one tree of components, until its signal ends. */
export interface Surface {
  readonly host: HTMLElement;
  show(tree: ComponentChild): void;
}

export function createSurface(
  kind: string,
  signal: AbortSignal,
  place: (host: HTMLElement) => void,
  sheets: readonly CSSStyleSheet[] = [],
): Surface {
  const { host, root } = createHost(kind, sheets);
  signal.addEventListener('abort', () => {
    render(null, root);
    host.remove();
  });
  return {
    host,
    show(tree) {
      if (signal.aborted) return;
      render(tree, root);
      // Nothing to show takes no place. A re-render of the page may have thrown the host out.
      if (tree === null) host.remove();
      else if (!host.isConnected) place(host);
      else if (host.dataset['corner'] !== undefined) void settleInCorner(host);
    },
  };
}
