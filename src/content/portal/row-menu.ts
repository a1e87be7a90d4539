import { type Action, CONTROL, findActions, isEnabled, oneAction } from './actions.ts';
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
 * The one entry in a row's own menu (its three dots) of the first concept that the menu has, on show. Everything that said the
 * same before the menu opened is no entry of it. A menu in which none is, is told to close. All that may be wanted is asked for at once:
 * some menus hear no Escape, and a second press on the dots would only shut them.
 * @param wanted the preferred concept first
 */
export async function rowMenuEntry(
  row: GridRow,
  wanted: readonly ActionConcept[],
  signal: AbortSignal,
): Promise<Action | MenuFault> {
  const openers = menuOpeners(row);
  const [opener] = openers;
  if (opener === undefined || openers.length > 1) return 'no-menu';
  const fresh = await openMenu(opener, signal);
  if (fresh === undefined) {
    closeMenu(opener);
    return 'not-opened';
  }
  for (const concept of wanted) {
    const entry = oneAction(
      fresh.filter(({ enabled }) => enabled),
      concept,
    );
    if (entry !== undefined && entry !== 'several') return entry;
  }
  closeMenu(opener);
  return 'not-in-menu';
}

/** What a press on the dots brings out. */
async function openMenu(opener: HTMLElement, signal: AbortSignal): Promise<readonly Action[] | undefined> {
  const before = new Set(findActions(document.body).map(({ element }) => element));
  if (!(await press(opener, signal))) return undefined;
  const fresh = () => findActions(document.body).filter(({ element }) => !before.has(element));
  const opened = await until(() => (fresh().length > 0 ? true : undefined), OPENS_MS, signal);
  return opened && fresh();
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
