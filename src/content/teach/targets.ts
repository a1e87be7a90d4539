import { t } from '../../platform/i18n.ts';
import { CONTROL, controlOf } from '../portal/actions.ts';
import {
  type Box,
  boxOf,
  elements,
  flatContains,
  flatParent,
  foldSpaces,
  isShown,
  sameLine,
  textNodes,
} from '../portal/dom.ts';
import type { HeaderCell, HeaderLine } from '../portal/headers.ts';
import { CRUMB_MARK, cutAnywhere } from '../portal/titles.ts';

/** Something that can be pointed at, with what is said of it. */
export interface Target<T = unknown> {
  readonly value: T;
  /** What has to be in view. */
  readonly element: Element;
  box(): Box;
  readonly words: string;
}

/** What a way of pointing offers: everything, for the keyboard, and what lies at a place, for the mouse. */
export interface Choice<T = unknown> {
  readonly all: readonly Target<T>[];
  at(hit: Element, x: number, y: number): Target<T> | undefined;
}

const LONGEST = 60;

export function lists(candidates: readonly Element[]): Choice<Element> {
  const all = candidates.map((element, i) => ({
    value: element,
    element,
    box: () => boxOf(element),
    words: t('teach_target_list', i + 1, candidates.length),
  }));
  return {
    all,
    // The innermost one that holds what lies there.
    at: (hit) =>
      all
        .filter(({ element }) => flatContains(element, hit))
        .find(({ element }, _, holding) => holding.every((other) => flatContains(other.element, element))),
  };
}

/** Columns of a list, pointed at by their header or by anything below it. */
export function columns(list: Element, line: HeaderLine): Choice<{ cell: HeaderCell; index: number }> {
  const all = line.cells.map((cell, index) => ({
    value: { cell, index },
    element: cell.element,
    box: () => {
      const head = boxOf(cell.element);
      return {
        ...head,
        left: head.left,
        right: head.right,
        top: head.top,
        bottom: Math.max(head.bottom, boxOf(list).bottom),
      };
    },
    words: cell.label || t('teach_target_place', index + 1, line.cells.length),
  }));
  return {
    all,
    at: (hit, x) =>
      flatContains(list, hit)
        ? all.find(({ element }) => boxOf(element).left <= x && x < boxOf(element).right)
        : undefined,
  };
}

/** Everything that can be pressed and says what it does. */
export function buttons(): Choice<string> {
  const found = new Map<Element, Target<string>>();
  const add = (element: HTMLElement, words: string): void => {
    if (words !== '' && words.length <= LONGEST && !found.has(element) && isShown(element))
      found.set(element, { value: words, element, box: () => boxOf(element), words });
  };
  for (const node of textNodes(document.body)) {
    const parent = flatParent(node);
    if (parent === null || node.data.length > LONGEST) continue;
    const element = controlOf(parent);
    if (element !== undefined)
      add(element, foldSpaces(element.matches(CONTROL) ? (element.textContent ?? '') : node.data));
  }
  for (const element of elements(document.body))
    if (element instanceof HTMLElement && element.matches('button,[role=button],input[type=button],input[type=submit]'))
      add(
        element,
        element instanceof HTMLInputElement
          ? foldSpaces(element.value)
          : foldSpaces(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? ''),
      );
  return {
    all: [...found.values()],
    at: (hit) => {
      for (let up: Element | null = hit; up !== null; up = flatParent(up)) {
        const target = found.get(up);
        if (target !== undefined) return target;
      }
      return undefined;
    },
  };
}

const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading],nav,[role=navigation],ol,ul';
const MOST_TITLES = 60;

/** Titles and breadcrumbs: texts of the page that stand in no list, as the parts that they are made of. */
export function titles(list: Element | undefined): Choice<readonly string[]> {
  const found = new Map<Element, Target<readonly string[]>>();
  for (const node of textNodes(document.body)) {
    const parent = flatParent(node);
    if (parent === null || found.size >= MOST_TITLES || (list !== undefined && flatContains(list, parent))) continue;
    if (parent.closest('table,select,[role=grid]') !== null || !isShown(parent)) continue;
    const holder = titleAround(parent);
    const value = partsOf(holder);
    if (value.length > 0 && value.length <= 8 && !found.has(holder))
      found.set(holder, { value, element: holder, box: () => boxOf(holder), words: value.join(' · ') });
  }
  return {
    all: [...found.values()],
    at: (hit) => found.get(titleAround(hit)) ?? found.get(hit),
  };
}

function titleAround(element: Element): Element {
  const marked = element.closest(HEADING);
  if (marked !== null) return marked;
  const parent = flatParent(element);
  // Parts of a path stand side by side.
  const beside = parent === null || parent === document.body ? [] : [...parent.children].filter(isShown);
  const first = beside[0];
  return parent !== null &&
    first !== undefined &&
    beside.length > 1 &&
    beside.length < 16 &&
    beside.every((one) => sameLine(boxOf(one), boxOf(first)))
    ? parent
    : element;
}

const partsOf = (holder: Element): string[] =>
  [...textNodes(holder)]
    .map((node) => foldSpaces(node.data))
    .flatMap(cutAnywhere)
    .map((part) => part.replace(/^[›»>/→❯\s]+|[›»>/→❯\s]+$/gu, ''))
    .filter((part) => part !== '' && part.length <= 200 && !CRUMB_MARK.test(part));
