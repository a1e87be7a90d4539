import { isOwn } from '../portal/dom.ts';

/** Whether a person could see a button of ours now: on screen, not covered, not made transparent. */
export function isSeen(button: HTMLElement): boolean {
  if (document.hidden) return false;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  if (right - left < 8 || bottom - top < 8) return false;
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) return false;
  const host = outermostHost(button);
  const onTop = [0.1, 0.5, 0.9].every((part) => {
    const hit = document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2);
    return hit !== null && isOwn(hit) && (hit === host || hit.contains(host));
  });
  if (!onTop) return false;
  for (let up: Element | null = button; up !== null; up = around(up)) {
    const { opacity, visibility, filter, clipPath } = getComputedStyle(up);
    if (visibility !== 'visible' || /opacity|brightness\(0|contrast\(0/.test(filter) || clipPath !== 'none')
      return false;
    // What waits for its half second is drawn paler by ourselves.
    if (up !== button && Number(opacity) < 0.9) return false;
  }
  return true;
}

function around(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function outermostHost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermostHost(root.host) : element;
}
