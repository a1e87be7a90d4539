import { CONTROL, isEnabled } from './actions.ts';
import { boxOf, commonAncestor, foldSpaces, isShown, textNodes } from './dom.ts';
import { elements } from './flat-tree.ts';
import { press } from './press.ts';
import type { GridRow } from './rows.ts';
import { parseCount } from './shapes.ts';
import { until } from './wait.ts';

/** A quantity without a field: a count, between a button that takes one off and one that puts one on. */
export interface Stepper {
  readonly shown: number;
  readonly less: HTMLElement;
  readonly more: HTMLElement;
}

const LESS = /^[-−–‒]$/u;
const MORE = /^[+＋]$/u;
const STEP_MS = 1500;
/** So often a person might press at most. */
export const MOST_STEPS = 200;

/** The one stepper of a row; `undefined` where there is none, or what belongs to it is not certain. */
export function stepperIn(row: GridRow): Stepper | undefined {
  const buttons = row.elements
    .flatMap((part) => [...elements(part)])
    .filter((element): element is HTMLElement => element instanceof HTMLElement && element.matches(CONTROL))
    .filter((element) => isShown(element));
  const named = (sign: RegExp) => buttons.filter((button) => sign.test(foldSpaces(button.textContent ?? '')));
  const [less, ...moreLess] = named(LESS);
  const [more, ...moreMore] = named(MORE);
  if (less === undefined || more === undefined || moreLess.length + moreMore.length > 0) return undefined;
  const holder = commonAncestor([less, more]);
  const [from, to] = [boxOf(less), boxOf(more)];
  const texts = holder === null ? [] : [...textNodes(holder)].map((node) => node.parentElement);
  const between = texts.filter((element): element is HTMLElement => {
    if (element === null || less.contains(element) || more.contains(element)) return false;
    const { left, right, top, bottom } = boxOf(element);
    return isBetween(from.left, left, right, to.right) || isBetween(from.top, top, bottom, to.bottom);
  });
  const shown = between.length === 1 ? parseCount(foldSpaces(between[0]?.textContent ?? '')) : undefined;
  return shown === undefined ? undefined : { shown, less, more };
}

const isBetween = (from: number, start: number, end: number, to: number): boolean =>
  Math.min(from, to) < start && end < Math.max(from, to);

/**
 * Presses a stepper until it shows a quantity, each press only once the one before is seen.
 * @param now the stepper as it stands at the time; `undefined` where it is gone.
 * @returns what it shows in the end.
 */
export async function stepTo(
  quantity: number,
  now: () => Stepper | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (let presses = 0; presses <= MOST_STEPS; presses += 1) {
    const stepper = now();
    if (stepper === undefined || stepper.shown === quantity) return stepper?.shown;
    const next = stepper.shown + Math.sign(quantity - stepper.shown);
    const button = next > stepper.shown ? stepper.more : stepper.less;
    if (!isEnabled(button) || !(await press(button, signal))) return stepper.shown;
    const took = await until(() => (now()?.shown === next ? true : undefined), STEP_MS, signal);
    if (took === undefined) return now()?.shown;
  }
  return now()?.shown;
}
