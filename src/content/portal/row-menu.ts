import { type Action, CONTROL, findActions, isEnabled, oneAction } from './actions.ts';
import { flatContains, foldSpaces, isShown, nameText } from './dom.ts';
import { isThreeDots } from './dots.ts';
import { elements } from './flat-tree.ts';
import { closeMenu } from './menus.ts';
import { hover, leave, press } from './press.ts';
import type { GridRow } from './rows.ts';
import type { ActionConcept } from './vocabulary/actions.ts';
import { opensMenu } from './vocabulary/menus.ts';
import { until } from './wait.ts';

/** Why a row's menu gave nothing: it has none or several, it does not open, or what is wanted is not in it once. */
export type MenuFault = 'no-menu' | 'not-opened' | 'not-in-menu';

const OPENS_MS = 2500;
const OTHERWISE_MS = 1200;
const COMES_IN_MS = 600;

/**
 * The one way of the first concept that a row has, on show: a button of its own, or an entry in its menu (its three dots). Everything
 * that said the same before the menu opened is no entry of it. A menu in which none is, is told to close. All that may be wanted is
 * asked for at once: some menus hear no Escape, and a second press on the dots would only shut them.
 * @param wanted the preferred concept first
 */
export async function rowMenuEntry(
  row: GridRow,
  wanted: readonly ActionConcept[],
  signal: AbortSignal,
): Promise<Action | MenuFault> {
  const own = row.elements.flatMap((part) => findActions(part));
  const [first, ...others] = wanted.map((concept) => enabledOne(own, concept));
  if (first !== undefined) return first;
  const entry = await menuEntry(row, wanted, signal);
  return typeof entry !== 'string' ? entry : (others.find((other) => other !== undefined) ?? entry);
}

function enabledOne(actions: readonly Action[], concept: ActionConcept): Action | undefined {
  const enabled = actions.filter((action) => action.enabled);
  const one = oneAction(enabled, concept);
  return one === 'several' ? undefined : one;
}

const firstOf = (actions: readonly Action[], wanted: readonly ActionConcept[]): Action | undefined =>
  wanted.map((concept) => enabledOne(actions, concept)).find((one) => one !== undefined);

async function menuEntry(
  row: GridRow,
  wanted: readonly ActionConcept[],
  signal: AbortSignal,
): Promise<Action | MenuFault> {
  const opener = menuOpener(row);
  if (opener === undefined) return 'no-menu';
  const fresh = await openMenu(opener, signal);
  // A menu that is still on its way in lets no press through.
  const entry = () => {
    const actions = fresh?.() ?? [];
    return actions.every(({ enabled }) => enabled) ? firstOf(actions, wanted) : undefined;
  };
  const found = fresh && ((await until(entry, COMES_IN_MS, signal)) ?? firstOf(fresh(), wanted));
  if (found !== undefined) return found;
  closeMenu(opener);
  leave(opener);
  return fresh === undefined ? 'not-opened' : 'not-in-menu';
}

/**
 * What a press on the dots brings out, or the pointer alone, or a press on the button instead of the icon in it: looked at anew
 * whenever it is asked for.
 */
async function openMenu(opener: HTMLElement, signal: AbortSignal): Promise<(() => readonly Action[]) | undefined> {
  const before = new Set(findActions(document.body).map(({ element }) => element));
  const fresh = () => findActions(document.body).filter(({ element }) => !before.has(element));
  const opened = () => (fresh().length > 0 ? fresh : undefined);
  if (!(await press(opener, signal))) return undefined;
  const pressed = await until(opened, OPENS_MS, signal);
  if (pressed !== undefined) return pressed;
  hover(opener);
  const hovered = await until(opened, OTHERWISE_MS, signal);
  if (hovered !== undefined) return hovered;
  opener.click();
  return until(opened, OTHERWISE_MS, signal);
}

/** What shows that it opens a menu, the plainest first: by a word or a sign, by its role, by its drawing, by what it says of its state. */
const SHOWS_MENU: readonly ((element: HTMLElement) => boolean)[] = [
  saysMenu,
  (element) =>
    element.matches('[aria-haspopup=menu],[aria-haspopup=true]') && !element.matches('input,[role=combobox]'),
  isThreeDots,
  (element) => element.matches('button[aria-expanded],[role=button][aria-expanded]'),
];

/** The one thing in a row that opens a menu; `undefined` where there is none, or several show it equally. */
function menuOpener(row: GridRow): HTMLElement | undefined {
  const pressed: HTMLElement[] = [];
  for (const part of row.elements)
    for (const element of [part, ...elements(part)])
      if (element instanceof HTMLElement && element.matches(`${CONTROL},[aria-haspopup],[tabindex]`))
        if (isShown(element) && isEnabled(element)) pressed.push(element);
  for (const shows of SHOWS_MENU) {
    const found = pressed.filter(shows);
    const inner = found.filter((one) => !found.some((other) => other !== one && flatContains(other, one)));
    if (inner.length > 0) return inner.length === 1 ? inner[0] : undefined;
  }
  return undefined;
}

const LONGEST = 30;

function saysMenu(element: HTMLElement): boolean {
  const names = [foldSpaces(element.textContent ?? ''), nameText(element)];
  for (const { value } of element.attributes) names.push(value);
  return names.some((name) => name.length <= LONGEST && opensMenu(name));
}
