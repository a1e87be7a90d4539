import type { MenuItem } from '../view.ts';
import { h } from './dom.ts';

let open: { list: HTMLElement; close(): void } | null = null;

/** A small menu below its button; any press elsewhere closes it. */
export function openMenu(button: HTMLElement, items: MenuItem[]): void {
  const again = open?.list.parentElement === button.parentElement;
  open?.close();
  if (again) return;
  const list = h(
    'ul',
    { class: 'popup', role: 'menu' },
    ...items.map((item) =>
      h(
        'li',
        { role: 'none' },
        h(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            onclick: () => {
              close();
              item.run();
            },
          },
          item.label,
        ),
      ),
    ),
  );
  const outside = (event: Event) => {
    if (!list.contains(event.target as Node) && event.target !== button) close();
  };
  const close = () => {
    list.remove();
    removeEventListener('pointerdown', outside, true);
    open = null;
  };
  button.after(list);
  const place = button.getBoundingClientRect();
  list.style.top = `${Math.min(place.bottom, innerHeight - list.offsetHeight - 8)}px`;
  list.style.left = `${Math.max(8, place.right - list.offsetWidth)}px`;
  addEventListener('pointerdown', outside, true);
  open = { list, close };
}

export function closeMenu(): void {
  open?.close();
}
