import { boxOf, flatContains, flatParent, foldSpaces, isOwn, isShown, nameText, overlap, textNodes } from './dom.ts';
import { type Survey, surveyed } from './survey.ts';
import { type ActionConcept, actionConcepts } from './vocabulary/actions.ts';

/** Something a person would press. */
export interface Action {
  readonly concept: ActionConcept;
  readonly element: HTMLElement;
  readonly label: string;
  readonly enabled: boolean;
}

export const CONTROL =
  'button,a[href],a[role],[role=button],[role=menuitem],[role=link],[role=tab],input[type=button],input[type=submit],summary';

/** Everything on show there whose words name an action; a thing found twice (a text inside its button) counts once. */
export function findActions(where: Element | Survey, wanted?: ReadonlySet<ActionConcept>): Action[] {
  const found = new Map<HTMLElement, Action>();
  const { texts, controls } = surveyed(where);
  for (const { node, element } of texts) if (node.data.length <= 60) consider(element, foldSpaces(node.data));
  for (const element of controls)
    if (element instanceof HTMLInputElement && (element.type === 'button' || element.type === 'submit'))
      consider(element, foldSpaces(element.value));
    else if (element.matches('button,[role=button]') && !WORDED.test(element.textContent ?? ''))
      consider(element, foldSpaces(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? ''));
  return [...found.values()];

  function consider(start: Element, ownText: string): void {
    for (const concept of conceptsAround(start, ownText)) {
      if (wanted !== undefined && !wanted.has(concept.concept)) continue;
      const element = controlOf(concept.element);
      if (element === undefined || found.has(element) || !isShown(element)) continue;
      found.set(element, { concept: concept.concept, element, label: concept.label, enabled: isEnabled(element) });
    }
  }
}

/** A sign alone on a button (`✕`) does not tell what it is called. */
const WORDED = /[\p{L}\p{N}]/u;

/** A label may be cut into parts (an icon, a bold letter): the nearest element whose whole text is known counts. */
function conceptsAround(
  start: Element,
  ownText: string,
): { concept: ActionConcept; element: Element; label: string }[] {
  const own = actionConcepts(ownText);
  const control = controlAround(start);
  const whole = control === null ? '' : foldSpaces(control.textContent ?? '');
  // A control says what its whole text says: "Save" within "Save & Recalculate" is not Save.
  if (control !== null && WORDED.test(whole) && whole.length <= 60) {
    const label = actionConcepts(whole).length > 0 ? whole : nameText(control);
    const concepts = actionConcepts(label);
    if (concepts.length > 0) return concepts.map((concept) => ({ concept, element: control, label }));
    if (label !== ownText) return [];
  }
  return own.map((concept) => ({ concept, element: start, label: ownText }));
}

/** How far around a text its control may stand, out of slots and shadow roots. */
const MOST_AROUND = 12;

function controlAround(element: Element): Element | null {
  for (let up: Element | null = element, depth = 0; up !== null && depth < MOST_AROUND; up = flatParent(up), depth += 1)
    if (up.matches(CONTROL)) return up;
  return null;
}

/**
 * The thing that listens: a control around the text, else what takes the focus or shows a hand and says no more than that. Any other
 * text is just a text. A list that takes the focus would be pressed in its middle, at another entry.
 */
export function controlOf(element: Element): HTMLElement | undefined {
  const control = controlAround(element);
  if (control instanceof HTMLElement) return control;
  const said = lettersIn(element);
  let best: HTMLElement | undefined;
  for (let up: Element | null = element, depth = 0; up !== null && depth < 4; up = flatParent(up), depth += 1) {
    if (lettersIn(up, said) > said) break;
    if (up instanceof HTMLElement && (up.tabIndex >= 0 || getComputedStyle(up).cursor === 'pointer')) best = up;
    else if (best !== undefined) break;
  }
  return best;
}

/** How many letters stand in an element; counted no further than just beyond `most`: what is around may be a list of thousands. */
function lettersIn(element: Element, most = Number.POSITIVE_INFINITY): number {
  let letters = 0;
  for (const { data } of textNodes(element)) {
    letters += data.replaceAll(/[^\p{L}]/gu, '').length;
    if (letters > most) break;
  }
  return letters;
}

/** Whether a control would take a press: neither disabled by itself, nor by something around it, nor out of reach. */
export function isEnabled(element: Element): boolean {
  if (element.matches(':disabled')) return false;
  if (getComputedStyle(element).pointerEvents === 'none') return false;
  return element.closest('[aria-disabled=true],[inert]') === null;
}

/** The one action of a concept; `several` where more than one could be meant. */
export function oneAction(actions: readonly Action[], concept: ActionConcept): Action | 'several' | undefined {
  const fitting = actions.filter((action) => action.concept === concept);
  const outer = fitting.filter(
    (action) => !fitting.some((other) => other !== action && flatContains(other.element, action.element)),
  );
  return outer.length > 1 ? 'several' : outer[0];
}

/** What a press at `target` means, by the words of the control it hits. For watching the partner's own presses. */
export function actionsAt(path: readonly EventTarget[]): readonly ActionConcept[] {
  for (const target of path.slice(0, 8)) {
    if (!(target instanceof HTMLElement)) continue;
    if (isOwn(target)) return [];
    const text = target instanceof HTMLInputElement ? target.value : foldSpaces(target.textContent ?? '');
    if (text.length > 60) return [];
    const label = actionConcepts(text).length > 0 ? text : nameText(target) || text;
    const concepts = actionConcepts(label || (target.getAttribute('aria-label') ?? ''));
    if (concepts.length > 0) return concepts;
  }
  return [];
}

/** Whether two elements' boxes share a place on the screen. */
export const boxesMeet = (a: Element, b: Element): boolean => {
  const [x, y] = [boxOf(a), boxOf(b)];
  return overlap(x.left, x.right, y.left, y.right) > 1 && overlap(x.top, x.bottom, y.top, y.bottom) > 1;
};
