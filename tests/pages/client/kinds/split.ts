import './tables.css';
import type { List } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { bodyRow, headRow, table } from '../frame/tables.ts';

/** The header is a table of its own, so that it stays while the other one scrolls. */
start('split', { list });

function list(place: HTMLElement, given: List): Drawn {
  const body = h('tbody');
  const redraw = () => body.replaceChildren(...given.ids.map((id) => bodyRow(given, id)));
  redraw();
  const scroller = h('div', table(given, body));
  scroller.style.cssText = 'max-height: 520px; overflow-y: auto';
  place.append(h('div', h('div', table(given, h('thead', headRow(given)))), scroller));
  return { redraw };
}
