import { boxOf, flatContains, flatParent, isOwn } from './dom.ts';
import { pause, until } from './wait.ts';

/** Whether something of the target can be hit at its middle, where a person would press. */
export function hitPoint(target: Element): { x: number; y: number; hit: Element } | undefined {
  return pointOf(target, isThrough(target));
}

const isThrough = (target: Element): boolean => getComputedStyle(target).pointerEvents === 'none';
/** So long a list may let presses through after it was scrolled: half a second, and more where the computer is busy. */
const SCROLLED_MS = 3000;
/** An icon in a button lets them through for good. */
const ICON_MS = 300;
const ICON_SIZE = 48;
/** Kinds of elements that let presses through however long one waits. */
const forGood = new Set<string>();
const kindOf = (target: Element): string => `${target.localName} ${target.getAttribute('class') ?? ''}`;

/** Whether what lets presses through is no more than an icon; where it is what lies around the target, a list for instance, it may pass. */
function isIcon(target: Element): boolean {
  let top = target;
  for (let up = flatParent(top); up !== null && isThrough(up); up = flatParent(up)) top = up;
  const { left, right, top: above, bottom } = boxOf(top);
  return right - left <= ICON_SIZE && bottom - above <= ICON_SIZE;
}

function pointOf(target: Element, through: boolean): { x: number; y: number; hit: Element } | undefined {
  const box = boxOf(target);
  if (box.right - box.left < 1 || box.bottom - box.top < 1) return undefined;
  for (const [fx, fy] of [
    [0.5, 0.5],
    [0.25, 0.5],
    [0.75, 0.5],
    [0.5, 0.25],
    [0.5, 0.75],
  ] as const) {
    const x = box.left + (box.right - box.left) * fx;
    const y = box.top + (box.bottom - box.top) * fy;
    const hit = deepHit(x, y);
    if (hit === null) continue;
    if (hit === target || flatContains(target, hit)) return { x, y, hit };
    // What lets presses through is pressed at what lies behind it; else an element around the target means it is cut off here.
    if (through && flatContains(hit, target)) return { x, y, hit };
  }
  return undefined;
}

/** As long as a dialog may take to come in. */
const MOVING_MS = 2000;

/**
 * Whether a target, or something around it, is still on its way in or out. A press that comes earlier than a person's could is lost, or
 * worse: frameworks do not close a dialog that is still opening.
 */
export function isMoving(target: Element): boolean {
  for (let up: Element | null = target; up !== null; up = flatParent(up))
    for (const animation of up.getAnimations())
      if (animation.playState === 'running' && Number(animation.effect?.getComputedTiming().endTime) < 5000)
        return true;
  return false;
}

/** What lies at a place, into open shadow roots; what is ours is looked through. */
export function deepHit(x: number, y: number): Element | null {
  let hit = topmost(document, x, y);
  while (hit?.shadowRoot != null) {
    const inner = topmost(hit.shadowRoot, x, y);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  return hit;
}

const topmost = (root: DocumentOrShadowRoot, x: number, y: number): Element | null =>
  root.elementsFromPoint(x, y).find((element) => !isOwn(element)) ?? null;

/**
 * Presses as a person does: into view, then the whole sequence of pointer and mouse events at the place itself, since
 * frameworks listen to any of them. One press, never more.
 * @returns `false` where the target cannot be reached: off screen for good, or covered.
 */
export async function press(
  target: Element,
  signal: AbortSignal,
  modifiers: { ctrlKey?: boolean } = {},
): Promise<boolean> {
  await until(() => (isMoving(target) ? undefined : true), MOVING_MS, signal);
  // As little as it takes; to the middle where a header that sticks, or a footer, lies over the edge.
  for (const block of ['nearest', 'center'] as const)
    if (hitPoint(target) === undefined) target.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  // A list lets presses through while it is scrolled; what does so for good, an icon in a button, is pressed through.
  const through = isThrough(target);
  const kind = kindOf(target);
  const patience = !through ? 1000 : forGood.has(kind) ? 0 : isIcon(target) ? ICON_MS : SCROLLED_MS;
  const direct = await until(() => pointOf(target, false), patience, signal);
  if (direct !== undefined) forGood.delete(kind);
  else if (through && isThrough(target)) forGood.add(kind);
  const point = direct ?? hitPoint(target);
  if (point === undefined || !target.isConnected) return false;
  const { x, y, hit } = point;
  const base = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    clientX: x,
    clientY: y,
    screenX: x + screenX,
    screenY: y + screenY,
    ...modifiers,
  };
  const pointer = { ...base, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  const over = (type: string, buttons: number) => hit.dispatchEvent(new PointerEvent(type, { ...pointer, buttons }));
  const mouse = (type: string, buttons: number, detail = 0) =>
    hit.dispatchEvent(new MouseEvent(type, { ...base, buttons, detail }));
  over('pointerover', 0);
  mouse('mouseover', 0);
  over('pointermove', 0);
  mouse('mousemove', 0);
  const down = over('pointerdown', 1);
  if (down && mouse('mousedown', 1, 1)) focusable(hit)?.focus({ preventScroll: true });
  over('pointerup', 0);
  if (down) mouse('mouseup', 0, 1);
  // A framework may have drawn the target anew between press and release, as it may for a person.
  const released = hit.isConnected ? hit : (deepHit(x, y) ?? hit);
  if (released === hit || flatContains(target, released)) dispatchClick(released, base);
  await pause(0, signal);
  return true;
}

/** Tells an element, and what is around it, that the pointer is there: some menus open by that alone. */
export function hover(target: Element): void {
  for (const element of around(target).reverse()) tellPointer(element, 'enter');
}

/** Tells that the pointer has gone: what opened by {@link hover} would stay otherwise. */
export function leave(target: Element): void {
  for (const element of around(target)) tellPointer(element, 'leave');
}

function tellPointer(element: Element, what: 'enter' | 'leave'): void {
  element.dispatchEvent(new PointerEvent(`pointer${what}`, { view: window, pointerId: 1, pointerType: 'mouse' }));
  element.dispatchEvent(new MouseEvent(`mouse${what}`, { view: window }));
}

/** From the inside out. */
function around(target: Element): Element[] {
  const all: Element[] = [];
  for (let up: Element | null = target; up !== null && up !== document.body; up = flatParent(up)) all.push(up);
  return all;
}

/** `click()` runs the default action (a native check box, a link), which a made event does too, but keeps modifiers. */
function dispatchClick(element: Element, base: MouseEventInit): void {
  element.dispatchEvent(
    new PointerEvent('click', { ...base, detail: 1, pointerId: 1, pointerType: 'mouse' } as PointerEventInit),
  );
}

const focusable = (element: Element): HTMLElement | null =>
  element.closest<HTMLElement>('input,button,select,textarea,a[href],[tabindex],[contenteditable=true]');
