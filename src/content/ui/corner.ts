import { isOwn } from '../portal/dom.ts';
import { isUnderPointer } from './pointer.ts';

/** Places that something of ours may float at, the preferred one first. */
const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const;
const CONTROL =
  'button,a,input,select,textarea,label,summary,[role=button],[role=tab],[role=menuitem],[role=checkbox],[role=combobox],[tabindex]:not([tabindex^="-"])';
const STEP = 20;
/** Places looked at for one corner: in a page of thousands of elements each look costs. */
const MOST_LOOKS = 40;
/** How long a place is good for, if the host stays as large as it is. */
const GOOD_MS = 1000;

const settled = new WeakMap<HTMLElement, { width: number; height: number; at: number }>();

/**
 * Moves a floating host to the corner in which it covers the fewest of the page's controls.
 * @param moved the page is known to have moved below it since it was last settled.
 */
export function settleInCorner(host: HTMLElement, moved = false): void {
  const { width, height } = host.getBoundingClientRect();
  const last = settled.get(host);
  if (!moved && last?.width === width && last.height === height && performance.now() - last.at < GOOD_MS) return;
  settled.set(host, { width, height, at: performance.now() });
  // It stays where it is as long as it is not in the way there.
  if (host.dataset['corner'] !== undefined && covers(host) === 0) return;
  let best: (typeof CORNERS)[number] = CORNERS[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const corner of CORNERS) {
    host.dataset['corner'] = corner;
    const covered = covers(host);
    if (covered < fewest) [best, fewest] = [corner, covered];
    if (covered === 0) break;
  }
  host.dataset['corner'] = best;
}

/**
 * How many controls of the page a host lies over; another of our own counts for many, since one of the two would be hidden, and so
 * does the pointer: what comes by itself must not be what is pressed.
 */
function covers(host: HTMLElement): number {
  const box = host.getBoundingClientRect();
  const controls = new Set<Element>();
  let ours = 0;
  const step = Math.max(STEP, Math.sqrt((box.width * box.height) / MOST_LOOKS));
  for (let x = box.left + 2; x < box.right; x += step)
    for (let y = box.top + 2; y < box.bottom; y += step) {
      const hits = document.elementsFromPoint(x, y);
      if (
        hits.some(
          (element) =>
            isOwn(element) &&
            element !== host &&
            element instanceof HTMLElement &&
            element.dataset['corner'] !== undefined,
        )
      )
        ours = 50;
      const control = hits.find((element) => !isOwn(element))?.closest(CONTROL);
      // A whole list may be focusable; what counts is what is pressed.
      if (control != null && control.clientHeight < 120) controls.add(control);
    }
  return controls.size + ours + (isUnderPointer(box) ? 50 : 0);
}

/** Whether a host lies over something of the page's that is pressed, or under the hand. */
export const isInTheWay = (host: HTMLElement): boolean => covers(host) > 0;
