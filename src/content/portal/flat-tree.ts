/** Elements of our own, which reading passes over. */
const ownHosts = new WeakSet<Element>();
export const markOwn = (host: Element): void => void ownHosts.add(host);
export const isOwn = (node: Node): boolean => node instanceof Element && ownHosts.has(node);

const UNREAD = new Set('script style noscript template head title iframe object svg canvas'.split(' '));

/** Whether an element holds words for a person at all: it is neither code, nor a picture, nor a page of its own, nor ours. */
export const isRead = (element: Element): boolean => !UNREAD.has(element.localName) && !ownHosts.has(element);

// Much quicker than `instanceof`, which counts where every node of a page is asked.
export const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** Where a pass stands among an element's children in the flat tree. */
interface Level {
  readonly element: Element;
  readonly outer: Level | undefined;
  next: Node | null;
  /** What was put into a slot: those are no siblings of each other. */
  readonly slotted: readonly Node[] | undefined;
  index: number;
}

function levelOf(element: Element, outer: Level | undefined): Level {
  const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : undefined;
  const slotted = assigned === undefined || assigned.length === 0 ? undefined : assigned;
  const next = slotted === undefined ? (element.shadowRoot ?? element).firstChild : (slotted[0] ?? null);
  return { element, outer, next, slotted, index: 0 };
}

/**
 * One pass over a subtree in flat-tree order, without what nobody reads. `enter` is asked for each element, the root too, whether to
 * look inside it; what is passed over is not told.
 */
export function* flatNodes(root: Element, enter: (element: Element) => boolean): Generator<Element | Text, void, void> {
  if (!isRead(root)) return;
  yield root;
  if (!enter(root)) return;
  let level: Level | undefined = levelOf(root, undefined);
  while (level !== undefined) {
    const node: Node | null = level.next;
    if (node === null) {
      level = level.outer;
      continue;
    }
    level.index += 1;
    level.next = level.slotted === undefined ? node.nextSibling : (level.slotted[level.index] ?? null);
    if (isText(node)) yield node;
    else if (isElement(node) && isRead(node)) {
      yield node;
      if (enter(node)) level = levelOf(node, level);
    }
  }
}

const everything = () => true;

/** Every text node of a subtree in flat-tree order that prints something. */
export function* textNodes(root: Node): Generator<Text> {
  if (root instanceof Text) {
    if (/\S/.test(root.data)) yield root;
  } else if (root instanceof Element)
    for (const node of flatNodes(root, everything)) if (node instanceof Text && /\S/.test(node.data)) yield node;
}

/** Every element of a subtree in flat-tree order, the root included. */
export function* elements(root: Node, enter: (element: Element) => boolean = everything): Generator<Element> {
  if (!(root instanceof Element)) return;
  for (const node of flatNodes(root, enter)) if (node instanceof Element) yield node;
}
