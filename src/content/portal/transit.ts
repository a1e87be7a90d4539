import { boxOf, flatContains, isOwn } from './dom.ts';

/** A box of this size at least may be a page, in pixels. */
const PAGE = { width: 300, height: 120 };
/** What goes on for longer is no change of pages. */
const LONGEST_MS = 1500;
/** What is animated where a page comes or goes. */
const MOVES = [
  'opacity',
  'transform',
  'translate',
  'scale',
  'left',
  'right',
  'top',
  'bottom',
  'marginLeft',
  'clipPath',
];

/** Parts as large as a page that fade or move now: the page before and the one that comes may both be seen meanwhile. */
function inTransit(): Animation[] {
  return document.getAnimations().filter(({ effect, playState }) => {
    if (playState !== 'running' || !(effect instanceof KeyframeEffect)) return false;
    const { target } = effect;
    const { endTime } = effect.getComputedTiming();
    if (!(target instanceof Element) || isOwn(target) || typeof endTime !== 'number' || endTime > LONGEST_MS)
      return false;
    if (!effect.getKeyframes().some((frame) => MOVES.some((property) => property in frame))) return false;
    const { left, right, top, bottom } = boxOf(target);
    return right - left >= PAGE.width && bottom - top >= PAGE.height && flatContains(document.body, target);
  });
}

/** Waits until no page comes or goes, but not for ever. */
export async function pagesRest(life: AbortSignal): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while (!life.aborted) {
    const left = until - performance.now();
    const moving = left > 0 ? inTransit() : [];
    if (moving.length === 0) return;
    const ended = Promise.allSettled(moving.map(({ finished }) => finished));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, left))]);
  }
}
