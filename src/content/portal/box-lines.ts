import { around, type Box, boxOf, elements, flatChildren, readText, sameLine } from './dom.ts';
import { type HeaderLine, headerCell } from './headers.ts';
import { atOnce, type Work } from './slices.ts';
import { columnConcepts } from './vocabulary/columns.ts';

/** Boxes side by side: what a header line or a row comes down to, in any layout and any language. */
export interface BoxLine {
  readonly parent: Element;
  readonly boxes: readonly Element[];
  readonly box: Box;
}

/** A line of a list is no higher than this: a header may have many words one below the other. */
const LINE_HEIGHT = 140;
const LEAST = 4;

/** Every line of boxes below `root`, outer ones first; `enter` says which elements are looked into. */
export function* boxLinesWork(root: Element, enter: (element: Element) => boolean): Work<BoxLine[]> {
  const lines: BoxLine[] = [];
  let count = 0;
  for (const parent of elements(root, enter)) {
    count += 1;
    if (count % 100 === 0) yield;
    if (parent.childElementCount < 2 && parent.shadowRoot === null && !(parent instanceof HTMLSlotElement)) continue;
    let line: { element: Element; box: Box }[] = [];
    for (const child of flatChildren(parent)) {
      if (!(child instanceof Element)) continue;
      const box = boxOf(child);
      if (box.right - box.left < LEAST || box.bottom - box.top < LEAST) continue;
      const [first] = line;
      if (
        first !== undefined &&
        !(
          sameLine(first.box, box) &&
          line.every((other) => box.left >= other.box.right - 2 || box.right <= other.box.left + 2)
        )
      ) {
        add(parent, line);
        line = [];
      }
      line.push({ element: child, box });
    }
    add(parent, line);
  }
  return lines;

  function add(parent: Element, line: readonly { element: Element; box: Box }[]): void {
    if (line.length < 2 || line.some(({ box }) => box.bottom - box.top > LINE_HEIGHT)) return;
    const sorted = line.toSorted((a, b) => a.box.left - b.box.left);
    lines.push({ parent, boxes: sorted.map(({ element }) => element), box: around(sorted.map(({ box }) => box)) });
  }
}

export const boxLines = (root: Element): BoxLine[] => atOnce(boxLinesWork(root, () => true));

/** A line of boxes as a header line, whatever it says. */
export const asHeader = ({ parent, boxes }: Pick<BoxLine, 'parent' | 'boxes'>): HeaderLine => {
  const cells = boxes.map((element) =>
    headerCell(element, boxOf(element), readText(element).slice(0, 80), columnConcepts(readText(element))),
  );
  return { element: parent, cells, box: around(cells.map(({ box }) => box)) };
};

/** What marks an element for what it is: its role, else its tag. */
export const markOf = (element: Element): string =>
  element.getAttribute('role')?.trim().split(/\s+/)[0] || element.tagName.toLowerCase();
