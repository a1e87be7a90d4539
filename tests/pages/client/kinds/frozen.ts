import './tables.css';
import type { List } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { bodyRow, headRow, table } from '../frame/tables.ts';

/** Check boxes and the first two columns stay where they are; the others scroll sideways in a container beside them. */
start('frozen', { list });

function list(place: HTMLElement, given: List): Drawn {
  const { selected, ...unmarked } = given;
  const parts: List[] = [
    { ...given, columns: given.columns.slice(0, 2) },
    { ...unmarked, columns: given.columns.slice(2) },
  ];
  const bodies = parts.map(() => h('tbody'));
  const redraw = () => {
    for (const [i, part] of parts.entries()) bodies[i]?.replaceChildren(...given.ids.map((id) => bodyRow(part, id)));
  };
  redraw();
  const sides = parts.map((part, i) => h('div', table(part, h('thead', headRow(part)), bodies[i] ?? h('tbody'))));
  const box = h('div', ...sides);
  box.style.cssText = 'display: flex; width: 1200px';
  for (const [i, side] of sides.entries()) side.style.cssText = i === 0 ? 'flex: none' : 'overflow-x: auto';
  place.append(box);
  return { redraw };
}
