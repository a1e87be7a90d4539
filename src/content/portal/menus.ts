import { type Action, CONTROL, findActions, isEnabled, oneAction } from './actions.ts';
import { flatClosest, flatContains, foldSpaces, isShown, nameText } from './dom.ts';
import { surveyFrame } from './known-rows.ts';
import { press } from './press.ts';
import type { ActionConcept } from './vocabulary/actions.ts';
import { opensMenu } from './vocabulary/menus.ts';
import { until } from './wait.ts';

/** As many buttons are tried that may hide what is looked for. */
const MOST_TRIED = 3;
const OPENS_MS = 1500;

/**
 * The one action of a concept, brought on show where it waits in a menu of the page ("Actions", "…"). Menus of single rows are not
 * among them. What was opened in vain is closed again.
 */
export async function broughtOut(concept: ActionConcept, signal: AbortSignal): Promise<Action | 'several' | undefined> {
  const now = () => oneAction(findActions(document.body, new Set([concept])), concept);
  const shown = now();
  if (shown !== undefined) return shown;
  for (const opener of openers().slice(0, MOST_TRIED)) {
    if (!(await press(opener, signal))) continue;
    const found = await until(now, OPENS_MS, signal);
    if (found !== undefined) return found;
    closeMenu(opener);
  }
  return undefined;
}

/** Buttons outside of the lists' rows that say by a word or a sign that they open a menu. */
function openers(): HTMLElement[] {
  const { controls, texts } = surveyFrame();
  const found = new Set<HTMLElement>();
  for (const element of [...controls, ...texts.map(({ element }) => element)]) {
    const button = flatClosest(element, `${CONTROL},[aria-haspopup]`);
    if (!(button instanceof HTMLElement) || !isShown(button) || !isEnabled(button)) continue;
    const names = [foldSpaces(button.textContent ?? ''), nameText(button), button.ariaLabel ?? '', button.title];
    const outer = flatClosest(button, '[role=row],[role=columnheader],tr,th,nav,[role=navigation]');
    if (outer === null && names.some((name) => name.length <= 30 && opensMenu(name))) found.add(button);
  }
  return [...found].filter((button) => ![...found].some((other) => other !== button && flatContains(other, button)));
}

/** What a menu closes at, without a press anywhere. */
export function closeMenu(opener: HTMLElement): void {
  for (const target of [document.activeElement ?? document.body, opener])
    for (const type of ['keydown', 'keyup'])
      target.dispatchEvent(
        new KeyboardEvent(type, { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true, composed: true }),
      );
}
