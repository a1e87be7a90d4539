import './flex.css';
import type { List } from '../../shared/list.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf, drawnTick, sized } from '../frame/plain.ts';

const ROW = 30;
const SHOWN = 16;

/** Virtual rows of divs, put in their places one by one, under a header that sticks to the top of the scrolled box. */
start('sticky', { list });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  const mark = (...inside: HTMLElement[]) => (selected ? [h('div.cell.mark', ...inside)] : []);
  const header = h(
    'div.line.names',
    ...mark(),
    ...columns.map(({ label, width }) => sized(h('div.cell', label), width)),
  );
  header.style.cssText = 'position: sticky; top: 0; z-index: 1; box-sizing: border-box';
  const space = h('div');
  space.style.cssText = `position: relative; height: ${ids.length * ROW}px`;
  const scroller = h('div', header, space);
  scroller.style.cssText = `height: ${ROW * 11}px; overflow-y: auto`;
  const row = (id: string, index: number) => {
    const line = h(
      'div.line',
      ...mark(...(selected ? [drawnTick(selected, id)] : [])),
      ...columns.map((column) => sized(cellOf('div.cell', column, id), column.width)),
    );
    line.style.cssText = `position: absolute; top: ${index * ROW}px; box-sizing: border-box`;
    return line;
  };
  const redraw = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 3);
    space.replaceChildren(...ids.slice(first, first + SHOWN).map((id, i) => row(id, first + i)));
  };
  on(scroller, 'scroll', redraw);
  redraw();
  place.append(scroller);
  return { redraw };
}
