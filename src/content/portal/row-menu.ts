import { type Action, CONTROL, findActions, isEnabled } from './actions.ts';
import { flatContains, foldSpaces, isShown, nameText } from './dom.ts';
import { elements } from './flat-tree.ts';
import { closeMenu } from './menus.ts';
import { press } from './press.ts';
import type { GridRow } from './rows.ts';
import type { ActionConcept } from './vocabulary/actions.ts';
import { opensMenu } from './vocabulary/menus.ts';
import { until } from './wait.ts';

/** Why a row's menu gave nothing: it has none or several, it does not open, or what is wanted is not in it once. */
export type MenuFault = 'no-menu' | 'not-opened' | 'not-in-menu';

const OPENS_MS = 2500;

/**
 * The one entry of a concept in a row's own menu (its three dots), on show. Everything that said the same before the menu
 * opened is no entry of it. A menu in which it is not is closed again.
 */
export async function rowMenuEntry(
  row: GridRow,
  concept: ActionConcept,
  signal: AbortSignal,
): Promise<Action | MenuFault> {
  const openers = menuOpeners(row);
  const [opener] = openers;
  if (opener === undefined || openers.length > 1) return 'no-menu';
  const now = () => findActions(document.body);
  const before = new Set(now().map(({ element }) => element));
  if (!(await press(opener, signal))) return 'not-opened';
  const fresh = () => now().filter(({ element }) => !before.has(element));
  const opened = await until(() => (fresh().length > 0 ? true : undefined), OPENS_MS, signal);
  if (opened === undefined) {
    closeMenu(opener);
    return 'not-opened';
  }
  const found = fresh().filter((action) => action.concept === concept && action.enabled);
  const outer = found.filter(
    ({ element }) => !found.some((other) => other.element !== element && flatContains(other.element, element)),
  );
  const [entry] = outer;
  if (entry !== undefined && outer.length === 1) return entry;
  closeMenu(opener);
  return 'not-in-menu';
}

/** What in a row says by a word or a sign that it opens a menu: in its text, or in anything that it is named by. */
function menuOpeners(row: GridRow): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const part of row.elements)
    for (const element of [part, ...elements(part)]) {
      if (!(element instanceof HTMLElement) || !element.matches(`${CONTROL},[aria-haspopup]`)) continue;
      if (isShown(element) && isEnabled(element) && saysMenu(element)) found.add(element);
    }
  return [...found].filter((one) => ![...found].some((other) => other !== one && flatContains(other, one)));
}

const LONGEST = 30;

function saysMenu(element: HTMLElement): boolean {
  const names = [foldSpaces(element.textContent ?? ''), nameText(element)];
  for (const { value } of element.attributes) names.push(value);
  return names.some((name) => name.length <= LONGEST && opensMenu(name));
}
