import { commonAncestor, elements, flatClosest, flatContains, flatParent, foldSpaces, isShown } from './dom.ts';
import { chosenByLook } from './stands-out.ts';
import type { Printed } from './survey.ts';
import { parseTerm } from './vocabulary/values.ts';

/** One of several choices that are all on show: radio buttons, a row of buttons that stay pressed, tabs. */
export interface Offered {
  readonly text: string;
  /** Where it is pressed: what its words stand in. */
  readonly element: HTMLElement;
  readonly enabled: boolean;
}

/** Choices side by side, of which one is made. */
export interface Choices {
  /** Nearest element that holds them all. */
  readonly element: HTMLElement;
  readonly offered: readonly Offered[];
  /** The one that is chosen; `undefined` where none is, or the page does not show for certain which. */
  readonly chosen: Offered | undefined;
}

/** Words beside a choice (`billed yearly`, `best value`) that are none. */
const MOST_BETWEEN = 2;
const MOST_WORDS = 40;
const ELSEWHERE = 'select,option,[role=option],[role=listbox],[role=combobox],table,[role=grid],[role=table]';

/**
 * The Durations that a page offers side by side after a label, or within what is called so. `undefined`: there are none.
 * `unclear`: there are some, but one twice, or what they are for is not certain.
 * @param after the label's own text; without it everything inside `around` counts.
 */
export function durationsOffered(
  texts: readonly Printed[],
  around: Element | undefined,
  after: Text | undefined,
  endsAt: (printed: Printed) => boolean,
): Choices | 'unclear' | undefined {
  const from = after === undefined ? 0 : texts.findIndex(({ node }) => node === after) + 1;
  const found: Printed[] = [];
  let between = 0;
  for (const printed of texts.slice(from)) {
    const { node, element } = printed;
    if (around !== undefined && !flatContains(around, element)) continue;
    if (!/[\p{L}\p{N}]/u.test(node.data) || !isShown(element)) continue;
    if (isDuration(printed)) {
      found.push(printed);
      between = 0;
      continue;
    }
    between += 1;
    // Nothing but a remark stands between a label and its first choice.
    if (after !== undefined && (between > MOST_BETWEEN || endsAt(printed))) break;
    if (found.length === 0 && after !== undefined && !/^\(.*\)[:*]?$/u.test(foldSpaces(node.data))) break;
  }
  if (found.length < 2 || !found.every(({ element }) => isPressable(element))) return undefined;
  const terms = found.map(({ node }) => parseTerm(foldSpaces(node.data)));
  if (new Set(terms).size !== terms.length) return 'unclear';
  const element = commonAncestor(found.map((printed) => printed.element));
  return element instanceof HTMLElement ? choicesIn(element, found) : 'unclear';
}

const isDuration = ({ node, element }: Printed): boolean =>
  node.data.length <= MOST_WORDS &&
  parseTerm(foldSpaces(node.data)) !== undefined &&
  flatClosest(element, ELSEWHERE) === null;

/** What is no more than printed is not offered. */
const isPressable = (element: Element): boolean =>
  flatClosest(element, 'button,a,label,[role=radio],[role=tab],[role=button],[role=menuitemradio]') !== null ||
  getComputedStyle(element).cursor === 'pointer';

interface Item extends Offered {
  /** The largest part of the page that is this choice's alone. */
  readonly whole: Element;
  /** What it says of itself; `undefined`: nothing. */
  readonly state: boolean | undefined;
}

function choicesIn(element: HTMLElement, found: readonly Printed[]): Choices {
  const items = found.flatMap((printed): Item[] => {
    const place = withBox(printed.element);
    if (!(place instanceof HTMLElement)) return [];
    const whole = aloneIn(place, element);
    const marks = marksOf(place, whole);
    return [
      {
        text: foldSpaces(printed.node.data),
        element: place,
        enabled: !marks.some(isDisabled),
        whole,
        state: stateOf(marks),
      },
    ];
  });
  const on = items.filter(({ state }) => state === true);
  const says = items.some(({ state }) => state !== undefined);
  const chosen = says ? (on.length === 1 ? on[0] : undefined) : chosenByLook(items);
  return { element, offered: items, chosen };
}

/** A slot has no place of its own: what is around it is pressed. */
function withBox(element: Element): Element {
  let place: Element | null = element;
  while (place !== null && getComputedStyle(place).display === 'contents') place = flatParent(place);
  return place ?? element;
}

function aloneIn(element: Element, all: Element): Element {
  let whole = element;
  for (let up = flatParent(whole); up !== null && up !== all && flatContains(all, up); up = flatParent(up)) whole = up;
  return whole;
}

/** Everything of a choice that may say whether it is made: its own parts, and the control that its label belongs to. */
function marksOf(element: HTMLElement, whole: Element): Element[] {
  const labelled = element.closest('label')?.control;
  return [...(labelled == null || flatContains(whole, labelled) ? [] : [labelled]), ...elements(whole)];
}

const STATES = ['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current'] as const;

function stateOf(marks: readonly Element[]): boolean | undefined {
  const said = marks.flatMap((mark): boolean[] => {
    if (mark instanceof HTMLInputElement && (mark.type === 'radio' || mark.type === 'checkbox')) return [mark.checked];
    const state = STATES.flatMap((name) => mark.getAttribute(name) ?? []).map(
      (value) => value !== 'false' && value !== '',
    );
    return state.length === 0 ? [] : [state.some(Boolean)];
  });
  return said.length === 0 ? undefined : said.some(Boolean);
}

const isDisabled = (mark: Element): boolean =>
  mark.getAttribute('aria-disabled') === 'true' || mark.matches('button:disabled,input:disabled');
