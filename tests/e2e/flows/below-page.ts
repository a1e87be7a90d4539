import { h } from 'preact';
import { readPage } from '../../../src/content/portal/page.ts';
import { orderSurface } from '../../../src/content/ui/below-order.ts';
import type { Surface } from '../../../src/content/ui/render.ts';
import type { Visit } from '../../../src/content/visit.ts';

type Part = Parameters<typeof orderSurface>[0];
let surfaces = new Map<Part, Surface>();
let listeners: (() => void)[] = [];
let ends = new AbortController();

/** Begins anew on the page that is on show. */
export function begin(): void {
  ends.abort();
  ends = new AbortController();
  surfaces = new Map();
  listeners = [];
}

/** Shows a panel of this height. */
export function show(part: Part, height: number): void {
  const visit = {
    signal: ends.signal,
    life: ends.signal,
    page: readPage,
    onRead: (listener: () => void) => void listeners.push(listener),
  } as unknown as Visit;
  const surface = surfaces.get(part) ?? orderSurface(part, visit, []);
  surfaces.set(part, surface);
  surface.show(h('div', { style: { height: `${height}px` } }));
}

/** As after another reading of the page. */
export const readAgain = (): void => {
  for (const listener of listeners) listener();
};

/** Our panels in the page, from above, with where they stand. */
export const panels = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('wmp-companion')]
    .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map(({ dataset }) => `${dataset['part']} ${dataset['place']}`);
