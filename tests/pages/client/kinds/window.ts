import './tables.css';
import type { List } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { bodyRow, headRow, table } from '../frame/tables.ts';
import { nearWindow } from '../frame/window-list.ts';

const ROW = 40;

/** A table whose rows exist while they are near the window: the page scrolls it, header and all; blank rows keep the room of the others. */
start('window', { list });

function list(place: HTMLElement, given: List): Drawn {
  const { ids } = given;
  const body = h('tbody');
  const blank = (rows: number) => {
    const row = h('tr', h('td[colspan=20]'));
    row.style.cssText = `height: ${rows * ROW}px`;
    return rows > 0 ? [row] : [];
  };
  const line = (id: string) => {
    const row = bodyRow(given, id);
    row.style.cssText = `height: ${ROW}px`;
    return row;
  };
  let [from, to] = [0, 0];
  const draw = (first: number, end: number) => {
    [from, to] = [first, end];
    body.replaceChildren(...blank(first), ...ids.slice(first, end).map(line), ...blank(ids.length - end));
  };
  draw(0, 0);
  place.append(table(given, h('thead', headRow(given)), body), h('p', 'Management Portal'));
  nearWindow(body, ids.length, ROW, draw);
  return { redraw: () => draw(from, to) };
}
