import { flatParent } from './dom.ts';
import { flatNodes, isElement } from './flat-tree.ts';
import { keptLayers } from './layers.ts';
import { atOnce, type Work } from './slices.ts';

/** A text as it stands on the page, and the element it stands in. */
export interface Printed {
  readonly node: Text;
  readonly element: Element;
}

/** One pass over a part of the page, in flat-tree order: what every reading of it starts from. */
export interface Survey {
  readonly root: Element;
  readonly texts: readonly Printed[];
  /** Everything that says of itself what it is: to be filled in, to be pressed, a dialog. */
  readonly controls: readonly Element[];
  readonly links: readonly Element[];
  /** Open ones; changes inside them are not told outside. */
  readonly shadowRoots: readonly ShadowRoot[];
}

/** Nodes between two places where the work can stop. */
const STRIDE = 200;

/**
 * Of the page without what an app keeps of the page before it, out of sight.
 * @param skip parts that hold nothing of interest, such as rows of a list that is read by itself.
 */
export function* surveyWork(root: Element, skip: (element: Element) => boolean = () => false): Work<Survey> {
  const texts: Printed[] = [];
  const controls: Element[] = [];
  const links: Element[] = [];
  const shadowRoots: ShadowRoot[] = [];
  let count = 0;
  const kept = root === document.body ? keptLayers() : undefined;
  for (const node of flatNodes(root, (element) => kept?.has(element) !== true && !skip(element))) {
    count += 1;
    if (count % STRIDE === 0) yield;
    if (isElement(node)) {
      if (isControl(node)) controls.push(node);
      if (node.localName === 'a') links.push(node);
      if (node.shadowRoot !== null) shadowRoots.push(node.shadowRoot);
    } else if (/\S/.test(node.data)) {
      const element = flatParent(node);
      if (element !== null) texts.push({ node, element });
    }
  }
  return { root, texts, controls, links, shadowRoots };
}

/** What a function is given: a survey that was made, or an element to make one of. */
export const surveyed = (where: Element | Survey): Survey =>
  where instanceof Element ? atOnce(surveyWork(where)) : where;

const CONTROLS = new Set(['input', 'select', 'textarea', 'button', 'dialog']);

const isControl = (element: Element): boolean =>
  CONTROLS.has(element.localName) ||
  element.hasAttribute('role') ||
  element.hasAttribute('contenteditable') ||
  element.hasAttribute('aria-modal');
