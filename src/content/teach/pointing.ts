import { deepHit } from '../portal/press.ts';
import { createHost } from '../ui/host.ts';
import { pointerSheet } from '../ui/teach/sheets.ts';
import type { Choice, Target } from './targets.ts';

/** What pointing tells. Exactly one of `chosen` and `cancelled` comes at the end. */
export interface Pointing<T> {
  over(target: Target<T> | undefined): void;
  /** A press where nothing is on offer. */
  missed(): void;
  chosen(target: Target<T>): void;
  cancelled(): void;
}

const PRESSES = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'pointermove',
  'mousemove',
  'pointerover',
  'mouseover',
  'dragstart',
] as const;

/**
 * Lets the partner point at something of the page: a sheet lies over it, so that no press reaches it, and what would be chosen
 * is outlined. Arrow keys or Tab go through everything on offer, Enter chooses, Escape ends it. `panel` stays usable.
 */
export function point<T>(choice: Choice<T>, panel: Element, life: AbortSignal, tell: Pointing<T>): void {
  const over = new AbortController();
  const signal = AbortSignal.any([life, over.signal]);
  const { host, root } = createHost('teach-sheet', [pointerSheet()]);
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  const outline = document.createElement('div');
  outline.className = 'outline';
  outline.hidden = true;
  const words = document.createElement('span');
  words.dir = 'auto';
  outline.append(words);
  root.append(sheet, outline);
  panel.before(host);
  signal.addEventListener('abort', () => host.remove());

  let current: Target<T> | undefined;
  let frame = 0;
  follow();

  for (const type of PRESSES)
    addEventListener(
      type,
      (event) => {
        if (event.target === panel) return;
        event.stopImmediatePropagation();
        if (event.cancelable && type !== 'touchstart') event.preventDefault();
        if (!event.isTrusted || !(event instanceof MouseEvent)) return;
        if (type === 'mousemove') show(under(event));
        else if (type === 'click') press(event);
      },
      { capture: true, signal },
    );
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    addEventListener(
      type,
      (event) => {
        event.stopImmediatePropagation();
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        if (!event.isTrusted || type !== 'keydown') return;
        key(event);
        // The key that ended it is still to be let go.
        if (over.signal.aborted)
          addEventListener('keyup', (up) => up.stopImmediatePropagation(), { capture: true, once: true, signal: life });
      },
      { capture: true, signal },
    );
  sheet.addEventListener('wheel', scroll, { passive: true, signal });

  const under = (event: MouseEvent): Target<T> | undefined => {
    const hit = deepHit(event.clientX, event.clientY);
    return hit === null ? undefined : choice.at(hit, event.clientX, event.clientY);
  };

  function press(event: MouseEvent): void {
    const target = under(event);
    if (target === undefined) tell.missed();
    else end(() => tell.chosen(target));
  }

  function key({ key, shiftKey }: KeyboardEvent): void {
    const at = current === undefined ? -1 : choice.all.indexOf(current);
    const last = choice.all.length - 1;
    if (key === 'Escape') end(() => tell.cancelled());
    else if (key === 'Enter' || key === ' ') {
      const target = current;
      if (target === undefined) tell.missed();
      else end(() => tell.chosen(target));
    } else if (key === 'ArrowDown' || key === 'ArrowRight' || (key === 'Tab' && !shiftKey)) go(at >= last ? 0 : at + 1);
    else if (key === 'ArrowUp' || key === 'ArrowLeft' || key === 'Tab') go(at <= 0 ? last : at - 1);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(last);
  }

  function go(index: number): void {
    const target = choice.all[index];
    target?.element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    show(target);
  }

  function show(target: Target<T> | undefined): void {
    if (target === current) return;
    current = target;
    words.textContent = target?.words ?? '';
    outline.hidden = target === undefined;
    tell.over(target);
  }

  /** The outline goes with its target, however the page moves below it. */
  function follow(): void {
    if (signal.aborted) return;
    if (current !== undefined) {
      const { left, top, right, bottom } = current.box();
      const place = {
        left: Math.max(0, left),
        top: Math.max(0, top),
        right: Math.min(innerWidth, right),
        bottom: Math.min(innerHeight, bottom),
      };
      outline.style.insetInlineStart = 'auto';
      outline.style.left = `${place.left}px`;
      outline.style.top = `${place.top}px`;
      outline.style.width = `${Math.max(0, place.right - place.left)}px`;
      outline.style.height = `${Math.max(0, place.bottom - place.top)}px`;
      outline.classList.toggle('low', place.top < 28);
    }
    frame = requestAnimationFrame(follow);
  }

  /** What lies below the sheet still scrolls. */
  function scroll(event: WheelEvent): void {
    for (
      let up = deepHit(event.clientX, event.clientY);
      up !== null && up !== document.documentElement;
      up = up.parentElement
    ) {
      const style = getComputedStyle(up);
      const scrolls = (axis: string, inside: number, outside: number) => /auto|scroll/.test(axis) && inside > outside;
      if (
        scrolls(style.overflowY, up.scrollHeight, up.clientHeight) ||
        scrolls(style.overflowX, up.scrollWidth, up.clientWidth)
      ) {
        up.scrollBy(event.deltaX, event.deltaY);
        return;
      }
    }
  }

  function end(then: () => void): void {
    cancelAnimationFrame(frame);
    over.abort();
    then();
  }
}
