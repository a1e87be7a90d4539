import { boxOf, flatContains, flatParent, foldSpaces, isShown, sameLine } from './dom.ts';
import type { Printed } from './survey.ts';

/** What stands alone with a label on a line of its own, however far away: `Customer ……… Acme`. */
export interface OnOwnLine {
  readonly text: string;
  /** The lines around it are pairs too, with their values along one edge: it is this label's value and no heading of a column. */
  readonly isPair: boolean;
}

interface Line {
  readonly row: Element;
  readonly other: Printed;
}

/** So far apart two edges that are meant to be one may stand, in pixels. */
const ONE_EDGE = 3;

/** `undefined`: nothing, or more than one text, stands with the label in the box that is its line. */
export function onOwnLine(label: Element, texts: readonly Printed[]): OnOwnLine | undefined {
  const line = lineOf(label, texts);
  if (line === undefined) return undefined;
  const neighbours = [line.row.previousElementSibling, line.row.nextElementSibling];
  const isPair = neighbours.some((row) => row !== null && endsAlike(row, line, texts));
  return { text: foldSpaces(line.other.node.data), isPair };
}

/**
 * The value that stands alone with a label in a box of their own, before or behind it: `<li>Acme <small>Customer</small></li>`. Only
 * where a box beside it is such a pair too, its label on the same side: whether values stand above or below their labels, a whole
 * list of them tells. `undefined`: there is no such box.
 */
export function pairedWith(
  label: Element,
  texts: readonly Printed[],
  isLabel: (text: string) => boolean,
): string | undefined {
  let row: Element | null = flatParent(label);
  while (row !== null && withinRow(row, texts, 1, label).length === 0) row = flatParent(row);
  if (row === null) return undefined;
  const [first, second, ...more] = withinRow(row, texts, 3);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  // Boxes around the pair that hold nothing else are its own.
  for (let up = flatParent(row); up !== null && withinRow(up, texts, 3).length === 2; up = flatParent(up)) row = up;
  const leads = flatContains(label, first.element);
  const value = foldSpaces((leads ? second : first).node.data);
  const alike = [row.previousElementSibling, row.nextElementSibling].some((other) => {
    const [one, two, ...rest] = other === null ? [] : withinRow(other, texts, 3);
    if (one === undefined || two === undefined || rest.length > 0) return false;
    const [name, said] = leads ? [one, two] : [two, one];
    return isLabel(foldSpaces(name.node.data)) && !isLabel(foldSpaces(said.node.data));
  });
  return alike && !isLabel(value) ? value : undefined;
}

/** The nearest box that holds a label and something else, where that is one text beside it. */
function lineOf(label: Element, texts: readonly Printed[]): Line | undefined {
  for (let row = flatParent(label); row !== null; row = flatParent(row)) {
    const [other, ...more] = withinRow(row, texts, 2, label);
    if (other === undefined) continue;
    return more.length === 0 && sameLine(boxOf(label), textBox(other)) ? { row, other } : undefined;
  }
  return undefined;
}

/** The texts on show in a box but those of one element; no more than `most`, which is enough to know that it is no pair. */
function withinRow(row: Element, texts: readonly Printed[], most: number, except?: Element): Printed[] {
  const found: Printed[] = [];
  for (const text of texts) {
    if (found.length === most) break;
    const { element } = text;
    if (!flatContains(row, element) || (except !== undefined && flatContains(except, element))) continue;
    if (isShown(element)) found.push(text);
  }
  return found;
}

/** Whether a neighbouring row is two texts on a line as well, of which the second ends where ours ends, and ours begins elsewhere. */
function endsAlike(row: Element, line: Line, texts: readonly Printed[]): boolean {
  const [first, second, ...more] = withinRow(row, texts, 3);
  if (first === undefined || second === undefined || more.length > 0) return false;
  const [ours, theirs] = [textBox(line.other), textBox(second)];
  if (!sameLine(textBox(first), theirs)) return false;
  const rtl = getComputedStyle(line.row).direction === 'rtl';
  const [end, start] = rtl ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return Math.abs(ours[end] - theirs[end]) <= ONE_EDGE && Math.abs(ours[start] - theirs[start]) > ONE_EDGE;
}

function textBox({ node }: Printed): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}
