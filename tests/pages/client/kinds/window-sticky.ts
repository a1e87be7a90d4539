import './flex.css';
import type { List } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf, drawnTick, sized } from '../frame/plain.ts';
import { nearWindow } from '../frame/window-list.ts';

const ROW = 44;

/** Divs put in their places one by one while they are near the window, under a header that sticks to it. The page scrolls slowly by itself. */
start('window-sticky', { list });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  document.documentElement.style.scrollBehavior = 'smooth';
  const mark = (...inside: HTMLElement[]) => (selected ? [h('div.cell.mark', ...inside)] : []);
  const names = columns.map(({ label, width }) => sized(h('div.cell', label), width));
  const header = h('div.line.names', ...mark(), ...names);
  header.style.cssText = 'position: sticky; top: 0; z-index: 1';
  const space = h('div');
  space.style.cssText = `position: relative; height: ${ids.length * ROW}px`;
  const row = (id: string, index: number) => {
    const cells = columns.map((column) => sized(cellOf('div.cell', column, id), column.width));
    const line = h('div.line', ...mark(...(selected ? [drawnTick(selected, id)] : [])), ...cells);
    line.style.cssText = `position: absolute; top: ${index * ROW}px; height: ${ROW}px; box-sizing: border-box`;
    return line;
  };
  let [from, to] = [0, 0];
  const draw = (first: number, end: number) => {
    [from, to] = [first, end];
    space.replaceChildren(...ids.slice(first, end).map((id, i) => row(id, first + i)));
  };
  place.append(header, space);
  nearWindow(space, ids.length, ROW, draw);
  return { redraw: () => draw(from, to) };
}
