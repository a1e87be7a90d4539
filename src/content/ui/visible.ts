import { flatParent, isOwn } from '../portal/dom.ts';

/** Whether a person could see a button of ours now: on screen, not covered, not made transparent. */
export function isSeen(button: HTMLElement): boolean {
  if (document.hidden) return false;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  if (right - left < 8 || bottom - top < 8) return false;
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) return false;
  const host = ownHost(button);
  const onTop = [0.1, 0.5, 0.9].every((part) => {
    const hit = topmost(left + (right - left) * part, (top + bottom) / 2);
    return hit !== null && isOwn(hit) && (hit === host || hit.contains(host));
  });
  if (!onTop) return false;
  for (let up: Element | null = button; up !== null; up = flatParent(up)) {
    const { opacity, visibility, filter, clipPath } = getComputedStyle(up);
    if (visibility !== 'visible' || /opacity|brightness\(0|contrast\(0/.test(filter) || clipPath !== 'none')
      return false;
    // What waits for its half second is drawn paler by ourselves.
    if (up !== button && Number(opacity) < 0.9) return false;
  }
  return true;
}

/** What lies at a place, also inside of open shadow roots of the page, but not inside of what is ours. */
function topmost(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot != null && !isOwn(hit)) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** What of ours stands in the page, perhaps inside of one of the page's own elements. */
function ownHost(element: Element): Element {
  let host = element;
  for (let root = host.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    if (!isOwn(root.host)) break;
    host = root.host;
  }
  return host;
}
