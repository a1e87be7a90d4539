import { elements } from './dom.ts';

/** So many parts of a choice are looked at. */
const MOST_PARTS = 15;
const STYLES = [
  'backgroundColor',
  'color',
  'borderTopColor',
  'borderBottomColor',
  'borderBottomWidth',
  'fontWeight',
  'boxShadow',
  'opacity',
  'textDecorationLine',
  'visibility',
] as const;

/**
 * Of choices that say nothing of themselves: the one that looks different from all others, which look alike. Two choices tell nothing,
 * nor does one that cannot be chosen, or that looks different because the pointer is on it.
 */
export function chosenByLook<T extends { readonly whole: Element; readonly enabled: boolean }>(
  items: readonly T[],
): T | undefined {
  if (items.length < 3 || items.some(({ enabled }) => !enabled)) return undefined;
  const looks = items.map(({ whole }) => lookOf(whole));
  if (new Set(looks).size !== 2) return undefined;
  const [item, ...more] = items.filter((_, i) => looks.filter((look) => look === looks[i]).length === 1);
  // Some browsers do not tell the pointer's place to a plain `:hover`.
  if (item === undefined || more.length > 0 || item.whole.matches(':is(:hover,:focus-visible)') || isFaded(item.whole))
    return undefined;
  return item;
}

/** What is fainter than ordinary, or says that it cannot be pressed, is switched off and not chosen. */
const isFaded = (whole: Element): boolean => {
  const { opacity, cursor, pointerEvents } = getComputedStyle(whole);
  return Number(opacity) < 1 || cursor === 'not-allowed' || pointerEvents === 'none';
};

/** How a part of the page looks once nothing in it is on its way to another look. */
function lookOf(whole: Element): string {
  const looks: string[] = [];
  for (const part of elements(whole)) {
    if (looks.length >= MOST_PARTS) break;
    const style = getComputedStyle(part);
    const ends = endOfTransitions(part);
    looks.push(STYLES.map((name) => ends.get(name) ?? style[name]).join('|'));
    for (const pseudo of ['::before', '::after']) {
      const { content, backgroundColor, opacity, transform } = getComputedStyle(part, pseudo);
      if (content !== 'none' && content !== 'normal')
        looks.push([content, backgroundColor, opacity, transform].join('|'));
    }
  }
  return looks.join('\n');
}

function endOfTransitions(part: Element): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const animation of part.getAnimations()) {
    if (!(animation instanceof CSSTransition) || !(animation.effect instanceof KeyframeEffect)) continue;
    for (const [name, value] of Object.entries(animation.effect.getKeyframes().at(-1) ?? {}))
      if (typeof value === 'string') ends.set(name, value);
  }
  return ends;
}
