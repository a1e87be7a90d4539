import { flatParent, foldSpaces, isShown, readText, textNodes } from './dom.ts';

/** What a person reads in an element but for what is struck out, unless all of it is: the row of a cancelled order may be. */
export function readUnstruck(element: Element): string {
  if (element.firstElementChild === null) return readText(element);
  const texts = [...textNodes(element)].filter((node) => /\S/.test(node.data) && isStanding(node));
  const kept = texts.filter((node) => !isStruck(node, element));
  return kept.length === texts.length || kept.length === 0
    ? readText(element)
    : foldSpaces(kept.map(({ data }) => data).join(' '));
}

const isStanding = (node: Text): boolean => {
  const parent = flatParent(node);
  return parent !== null && isShown(parent);
};

/** A line through a box goes through all that stands in it. */
function isStruck(node: Text, within: Element): boolean {
  for (let up = flatParent(node); up !== null; up = flatParent(up)) {
    if (getComputedStyle(up).textDecorationLine.includes('line-through')) return true;
    if (up === within) break;
  }
  return false;
}
