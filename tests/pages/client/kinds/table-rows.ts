import './tables.css';
import type { List } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { iconTick } from '../frame/plain.ts';
import { bodyRow, headRow, table } from '../frame/tables.ts';

/** Each row is a table, and so is the header; check boxes are icons of a font. */
start('table-rows', { list });

function list(place: HTMLElement, given: List): Drawn {
  const body = h('div');
  const redraw = () =>
    body.replaceChildren(...given.ids.map((id) => h('div', table(given, h('tbody', bodyRow(given, id, iconTick))))));
  redraw();
  place.append(h('div', table(given, h('tbody', headRow(given))), body));
  return { redraw };
}
