import { type Action, findActions } from './actions.ts';
import { mayRefuse } from './confirmation.ts';
import { boxOf, flatContains, flatParent, isOwn, isShown, readText, textNodes } from './dom.ts';
import { surveyFrame } from './known-rows.ts';
import { deepHit } from './press.ts';
import type { Survey } from './survey.ts';
import type { ActionConcept } from './vocabulary/actions.ts';

/** Something that lies over the page and asks or tells. */
export interface Dialog {
  readonly element: HTMLElement;
  readonly text: string;
  readonly actions: readonly Action[];
  /** It only tells something, beside a page that can be used meanwhile, and can at most be closed. */
  readonly passing?: true;
}

const CLOSERS: ReadonlySet<ActionConcept> = new Set<ActionConcept>([
  'agree',
  'ok',
  'cancel',
  'confirmOrder',
  'back',
  'checkout',
]);

const DIALOG = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';

/**
 * Dialogs on show, topmost last: what the page marks as one, or a box that floats over the page (positioned, above what
 * lies under it) and can be answered.
 */
export function findDialogs(frame: Survey = surveyFrame()): Dialog[] {
  const found = new Set<HTMLElement>();
  for (const element of frame.controls)
    if (element instanceof HTMLElement && element.matches(DIALOG) && isShown(element) && hasText(element))
      found.add(element);
  for (const action of findActions(frame, CLOSERS)) {
    const floating = floatingBox(action.element, frame);
    if (
      floating !== undefined &&
      !isBesidePage(floating, frame) &&
      ![...found].some((other) => flatContains(other, floating) || flatContains(floating, other))
    )
      found.add(floating);
  }
  return [...found]
    .filter((element) => isOnTop(element))
    .map((element) => {
      const [text, actions] = [readText(element).slice(0, 4000), findActions(element)];
      return { element, text, actions, ...(isPassing(element, text, actions) && { passing: true as const }) };
    });
}

/** A message of one line or two in a corner (`3 × Vision added [OK]`): what asks something, or is marked as a dialog, is more than that. */
function isPassing(element: HTMLElement, text: string, actions: readonly Action[]): boolean {
  if (element.matches(DIALOG) || element.querySelector(DIALOG) !== null || element.querySelector(FIELDS) !== null)
    return false;
  // Several of them in one corner are closed one by one, each by the same.
  const [only] = actions;
  if (actions.some(({ concept, label }) => (concept !== 'ok' && concept !== 'cancel') || label !== only?.label))
    return false;
  if (text.length > MOST_TOLD || /[?？]/.test(text) || mayRefuse(text)) return false;
  const box = boxOf(element);
  const isSmall = (box.right - box.left) * (box.bottom - box.top) < 0.1 * innerWidth * innerHeight;
  return isSmall && !isUnderSheet(element);
}
const FIELDS = 'input,select,textarea';
const MOST_TOLD = 160;

/** Whether something lies over the page from corner to corner, beside what is told. */
function isUnderSheet(told: HTMLElement): boolean {
  return [0.25, 0.5, 0.75].some((x) =>
    [0.25, 0.5, 0.75].some((y) => {
      for (let at = deepHit(innerWidth * x, innerHeight * y); at !== null; at = flatParent(at)) {
        if (at === told || flatContains(told, at)) return false;
        if (at === document.body || at === document.documentElement || !(at instanceof HTMLElement)) continue;
        if (getComputedStyle(at).position !== 'fixed' || isOwn(at)) continue;
        const box = boxOf(at);
        const isSheet = box.right - box.left > 0.95 * innerWidth && box.bottom - box.top > 0.95 * innerHeight;
        if (isSheet && !/\S/.test(at.textContent ?? '')) return true;
      }
      return false;
    }),
  );
}

/**
 * A column that stands beside the page, from top to bottom at a side of the window (a drawer that is always open): nothing of the page
 * lies below it.
 */
function isBesidePage(floating: HTMLElement, { texts, controls }: Survey): boolean {
  const box = boxOf(floating);
  const isColumn =
    box.bottom - box.top > 0.6 * innerHeight &&
    box.right - box.left < 0.5 * innerWidth &&
    (box.left <= 2 || box.right >= document.documentElement.clientWidth - 2);
  if (!isColumn || floating.matches(DIALOG) || isUnderSheet(floating)) return false;
  const under = (element: Element) => {
    if (flatContains(floating, element) || flatContains(element, floating) || !isShown(element)) return false;
    const other = boxOf(element);
    return (
      overlaps(box.left, box.right, other.left, other.right) && overlaps(box.top, box.bottom, other.top, other.bottom)
    );
  };
  return !texts.some(({ element }) => under(element)) && !controls.some(under);
}

const overlaps = (a: number, b: number, c: number, d: number): boolean => Math.min(b, d) - Math.max(a, c) > 4;

const hasText = (element: Element): boolean => textNodes(element).next().done === false;

/** Outermost box around a control that floats over the page, or stands in a sheet that lies over it, and is smaller than the page. */
function floatingBox(control: Element, frame: Survey): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let inner: HTMLElement | undefined;
  for (
    let up = flatParent(control);
    up !== null && up !== document.body && up !== document.documentElement;
    up = flatParent(up)
  ) {
    if (!(up instanceof HTMLElement)) continue;
    const style = getComputedStyle(up);
    const floats = style.position === 'fixed' || (style.position === 'absolute' && Number(style.zIndex) > 0);
    const box = boxOf(up);
    const small = (box.right - box.left) * (box.bottom - box.top) < 0.85 * innerWidth * innerHeight;
    if (small && box.bottom - box.top > 60) {
      inner = up;
      if (floats) best = up;
    } else if (floats && !small && best === undefined && inner !== undefined && liesOver(up, inner, frame))
      best = inner;
  }
  return best;
}

/** Whether a sheet over the whole window has something of the page below it: else it is the page. */
function liesOver(sheet: HTMLElement, inner: HTMLElement, { texts }: Survey): boolean {
  // What is shown in the browser's own top layer lies over everything, also where the page below takes no presses.
  if (sheet.matches(':modal') || sheet.matches(':popover-open')) return true;
  // What is asked may stand over an empty part of the page: then a title or a button lies under the sheet's edges.
  const outside = texts.filter(({ element }) => !flatContains(sheet, element) && isShown(element));
  return [inner, ...outside.slice(0, MOST_BELOW).map(({ element }) => element)].some((place) => {
    const box = boxOf(place);
    const at = document.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    // Of what stands in a shadow root, its host is told.
    const first = at.findIndex((each) => flatContains(sheet, each) || (each.shadowRoot && flatContains(each, sheet)));
    return at
      .slice(first < 0 ? at.length : first)
      .some((element) => !isOwn(element) && !flatContains(sheet, element) && !flatContains(element, sheet));
  });
}

/** As many of the page's other texts are looked for under a sheet. */
const MOST_BELOW = 30;

/** Not covered by another box: what a person sees at its middle, or at its first control, belongs to it. */
function isOnTop(element: HTMLElement): boolean {
  const box = boxOf(element);
  const points: [number, number][] = [
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    [(box.left + box.right) / 2, box.top + 8],
    [(box.left + box.right) / 2, box.bottom - 8],
  ];
  return points.some(([x, y]) => {
    const hit = deepHit(x, y);
    return hit !== null && (element === hit || flatContains(element, hit));
  });
}

/** Whether the page shows that it is at work: a mask or a progress mark over it. */
export function isBusy(): boolean {
  for (const element of document.querySelectorAll('[aria-busy=true],[role=progressbar],progress'))
    if (isShown(element)) return true;
  return false;
}
