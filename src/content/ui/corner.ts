import { isOwn } from '../portal/dom.ts';
import { drawn, inSlices, type Work } from '../portal/slices.ts';

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

const settled = new WeakMap<HTMLElement, { width: number; height: number; at: number }>();
const settling = new WeakMap<HTMLElement, AbortController>();
/** One after the other: two that look at once would both make room for each other. */
let others: Promise<unknown> = Promise.resolve();

/** Moves a floating host, soon, to the corner in which it covers the fewest of the page's controls. */
export function settleInCorner(host: HTMLElement): void {
  host.dataset['corner'] ??= CORNERS[0];
  settling.get(host)?.abort();
  const controller = new AbortController();
  settling.set(host, controller);
  others = others.then(drawn).then(() => inSlices(settle(host), controller.signal));
}

function* settle(host: HTMLElement): Work<void> {
  if (!host.isConnected) return;
  const box = host.getBoundingClientRect();
  const { width, height } = box;
  const last = settled.get(host);
  if (last?.width === width && last.height === height && performance.now() - last.at < GOOD_MS) return;
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
  settled.set(host, { width, height, at: performance.now() });
  host.dataset['corner'] = best;
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

/** How many controls of the page a host lies over; another of our own counts for many, since one of the two would be hidden. */
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
  return controls.size + ours;
}

const isFloating = (element: Element): boolean =>
  isOwn(element) && element instanceof HTMLElement && element.dataset['corner'] !== undefined;
