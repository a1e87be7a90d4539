import { isOwn } from '../portal/dom.ts';
import { drawn, inSlices, type Work } from '../portal/slices.ts';
import { isUnderPointer } from './pointer.ts';

/** Places that something of ours may float at, the preferred one first. */
const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const;
type Corner = (typeof CORNERS)[number];
const CONTROL =
  'button,a,input,select,textarea,label,summary,[role=button],[role=tab],[role=menuitem],[role=checkbox],[role=combobox],[tabindex]:not([tabindex^="-"])';
const STEP = 20;
/** Places looked at for one corner: in a page of thousands of elements each look costs. */
const MOST_LOOKS = 40;
/** How long a place is good for, if the host stays as large as it is. */
const GOOD_MS = 1000;

const settled = new WeakMap<HTMLElement, { width: number; height: number; at: number; covered: number }>();
const settling = new WeakMap<HTMLElement, AbortController>();
/** One after the other: two that look at once would both make room for each other. */
let others: Promise<unknown> = Promise.resolve();

/**
 * Moves a floating host, soon, to the corner in which it covers the fewest of the page's controls; until it has one, it is not seen.
 * @param moved the page is known to have moved below it since it was last settled.
 * @returns how many it covers there, the hand counting for many; `undefined` where it is settled anew before that was told.
 */
export function settleInCorner(host: HTMLElement, moved = false): Promise<number | undefined> {
  if (host.dataset['corner'] === undefined) {
    host.dataset['corner'] = CORNERS[0];
    host.dataset['settling'] = '';
  }
  settling.get(host)?.abort();
  const { signal } = settling.set(host, new AbortController()).get(host) as AbortController;
  const mine = others.then(drawn).then(() => inSlices(settle(host, moved), signal));
  others = mine.catch(() => undefined);
  return mine;
}

/** A host that goes where the page's own flow puts it has no corner any more. */
export function leaveCorner(host: HTMLElement): void {
  settling.get(host)?.abort();
  delete host.dataset['corner'];
  delete host.dataset['settling'];
}

function* settle(host: HTMLElement, moved: boolean): Work<number | undefined> {
  if (!host.isConnected) return undefined;
  const box = host.getBoundingClientRect();
  const { width, height } = box;
  const last = settled.get(host);
  if (!moved && last?.width === width && last.height === height && performance.now() - last.at < GOOD_MS)
    return last.covered;
  const now = CORNERS.find((corner) => corner === host.dataset['corner']) ?? CORNERS[0];
  let [best, fewest] = [now, yield* covers(host, box)];
  // It stays where it is as long as it is not in the way there.
  for (const corner of CORNERS) {
    if (fewest === 0) break;
    if (corner === now) continue;
    const covered = yield* covers(host, mirrored(box, now, corner));
    const isBetter = covered < fewest || (covered === fewest && CORNERS.indexOf(corner) < CORNERS.indexOf(best));
    if (isBetter) [best, fewest] = [corner, covered];
  }
  settled.set(host, { width, height, at: performance.now(), covered: fewest });
  host.dataset['corner'] = best;
  delete host.dataset['settling'];
  return fewest;
}

/** Where a box would be at another corner. */
function mirrored({ x, y, width, height }: DOMRect, from: Corner, to: Corner): DOMRect {
  const [fromEdge, fromSide] = from.split('-');
  const [toEdge, toSide] = to.split('-');
  const page = document.documentElement;
  return new DOMRect(
    fromSide === toSide ? x : page.clientWidth - x - width,
    fromEdge === toEdge ? y : page.clientHeight - y - height,
    width,
    height,
  );
}

/**
 * How many controls of the page lie under a box; another of our own counts for many, since one of the two would be hidden, and so
 * does the pointer: what comes by itself must not be what is pressed.
 */
function* covers(host: HTMLElement, box: DOMRect): Work<number> {
  const controls = new Set<Element>();
  let ours = 0;
  const step = Math.max(STEP, Math.sqrt((box.width * box.height) / MOST_LOOKS));
  for (let x = box.left + 2; x < box.right; x += step)
    for (let y = box.top + 2; y < box.bottom; y += step) {
      yield;
      const hits = document.elementsFromPoint(x, y);
      if (hits.some((element) => element !== host && isFloating(element))) ours = 50;
      const control = hits.find((element) => !isOwn(element))?.closest(CONTROL);
      // A whole list may be focusable; what counts is what is pressed.
      if (control != null && control.clientHeight < 120) controls.add(control);
    }
  return controls.size + ours + (isUnderPointer(box) ? 50 : 0);
}

const isFloating = (element: Element): boolean =>
  isOwn(element) && element instanceof HTMLElement && element.dataset['corner'] !== undefined;
