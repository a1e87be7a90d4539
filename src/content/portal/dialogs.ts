import { type Action, findActions } from './actions.ts';
import { boxOf, flatContains, flatParent, isOwn, isShown, readText } from './dom.ts';
import type { ActionConcept } from './vocabulary/actions.ts';

/** Something that lies over the page and asks or tells. */
export interface Dialog {
  readonly element: HTMLElement;
  readonly text: string;
  readonly actions: readonly Action[];
}

const CLOSERS: ReadonlySet<ActionConcept> = new Set<ActionConcept>([
  'agree',
  'ok',
  'cancel',
  'confirmOrder',
  'back',
  'checkout',
]);

/**
 * Dialogs on show, topmost last: what the page marks as one, or a box that floats over the page (positioned, above what
 * lies under it) and can be answered.
 */
export function findDialogs(): Dialog[] {
  const found = new Set<HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(
    'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]',
  ))
    if (isShown(element) && hasText(element)) found.add(element);
  for (const action of findActions(document.body, CLOSERS)) {
    const floating = floatingBox(action.element);
    if (
      floating !== undefined &&
      ![...found].some((other) => flatContains(other, floating) || flatContains(floating, other))
    )
      found.add(floating);
  }
  return [...found]
    .filter((element) => isOnTop(element))
    .map((element) => ({ element, text: readText(element).slice(0, 4000), actions: findActions(element) }));
}

const hasText = (element: Element): boolean => /\S/.test(element.textContent ?? '');

/** Outermost positioned box around a control that is smaller than the page it lies on. */
function floatingBox(control: Element): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  for (
    let up = flatParent(control);
    up !== null && up !== document.body && up !== document.documentElement;
    up = flatParent(up)
  ) {
    const style = getComputedStyle(up);
    const floats = style.position === 'fixed' || (style.position === 'absolute' && Number(style.zIndex) > 0);
    const box = boxOf(up);
    const small = (box.right - box.left) * (box.bottom - box.top) < 0.85 * innerWidth * innerHeight;
    if (floats && small && up instanceof HTMLElement && box.bottom - box.top > 60) best = up;
  }
  return best;
}

/** Not covered by another box: what a person sees at its middle, or at its first control, belongs to it. */
function isOnTop(element: HTMLElement): boolean {
  const box = boxOf(element);
  const points: [number, number][] = [
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    [(box.left + box.right) / 2, box.top + 8],
    [(box.left + box.right) / 2, box.bottom - 8],
  ];
  return points.some(([x, y]) => {
    const hit = document.elementsFromPoint(x, y).find((candidate) => !isOwn(candidate));
    return hit !== undefined && (element === hit || flatContains(element, hit));
  });
}

/** Whether the page shows that it is at work: a mask or a progress mark over it. */
export function isBusy(): boolean {
  for (const element of document.querySelectorAll('[aria-busy=true],[role=progressbar],progress'))
    if (isShown(element)) return true;
  return false;
}
