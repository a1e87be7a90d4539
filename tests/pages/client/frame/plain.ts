import type { ListColumn } from '../../shared/list.ts';
import { h, on } from './dom.ts';

/** Small things that pages without a framework are made of. */
export function sized<E extends HTMLElement>(element: E, width: number): E {
  element.style.width = `${width}px`;
  return element;
}

export const cellOf = (what: string, { text, press }: ListColumn, id: string): HTMLElement =>
  h(what, press ? on(h('button[type=button]', text(id)), 'click', () => press(id)) : text(id));

/** A box that a class fills. */
export function drawnTick(selected: Set<string>, id: string): HTMLElement {
  const box = h('div.tick', h('i'));
  const mark = () => box.classList.toggle('on', selected.has(id));
  on(box, 'mousedown', () => {
    if (!selected.delete(id)) selected.add(id);
    mark();
  });
  mark();
  return box;
}

/** The browser's own. */
export function nativeTick(selected: Set<string>, id: string): HTMLElement {
  const box = h('input[type=checkbox]') as HTMLInputElement;
  box.checked = selected.has(id);
  return on(box, 'change', () => {
    if (box.checked) selected.add(id);
    else selected.delete(id);
  });
}

/** A letter of a font in place of a box, which says nothing by any word or role: the one with more in it is ticked. */
export function iconTick(selected: Set<string>, id: string): HTMLElement {
  const icon = h('i.icon');
  const mark = () => icon.classList.toggle('on', selected.has(id));
  on(icon, 'click', () => {
    if (!selected.delete(id)) selected.add(id);
    mark();
  });
  mark();
  return icon;
}
