import { isOwn } from './portal/dom.ts';
import type { Grid } from './portal/grid.ts';

/** More than this is the whole page. */
const MOST_TARGETS = 1000;

/** What moved on the page since it was last read. */
export class Changes {
  #targets = new Set<Node>();
  #everything = true;

  /** @returns whether any of it is the page's own doing. */
  gather(records: readonly MutationRecord[]): boolean {
    let any = false;
    for (const record of records) {
      if (isOurs(record)) continue;
      any = true;
      if (this.#targets.size < MOST_TARGETS) this.#targets.add(record.target);
      else this.#everything = true;
    }
    return any;
  }

  /** A change of which nothing more is known: a press, a key, another size of the window. */
  everything(): void {
    this.#everything = true;
  }

  /** Whether something moved in a list. */
  touch(grid: Grid): boolean {
    if (this.#everything) return true;
    for (const target of this.#targets) {
      const element = target instanceof ShadowRoot ? target.host : target;
      if (grid.element.contains(element) || within(element, grid.element)) return true;
    }
    return false;
  }

  /** Gives what was gathered, and begins anew. */
  take(): Changes {
    const taken = new Changes();
    taken.#targets = this.#targets;
    taken.#everything = this.#everything;
    this.#targets = new Set();
    this.#everything = false;
    return taken;
  }

  add(other: Changes): void {
    for (const target of other.#targets) this.#targets.add(target);
    this.#everything ||= other.#everything;
  }
}

/** Whether a node stands below an element across the borders of shadow roots. */
function within(node: Node, element: Element): boolean {
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if (element.contains(root.host)) return true;
  return false;
}

function isOurs(record: MutationRecord): boolean {
  if (isOwn(record.target)) return true;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every((node) => isOwn(node));
}
