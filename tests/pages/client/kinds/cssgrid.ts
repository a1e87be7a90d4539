import './cssgrid.css';
import type { List } from '../../shared/list.ts';
import { plainDialog } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf, drawnTick } from '../frame/plain.ts';

/** One CSS grid: cells stand one after the other, and nothing holds those of a row together. */
start('cssgrid', { list, ask: plainDialog });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  const mark = (...inside: HTMLElement[]) => (selected ? [h('div.cell', ...inside)] : []);
  const grid = h('div.cells');
  grid.style.gridTemplateColumns = `${selected ? '34px ' : ''}${columns.map(({ width }) => `${width}px`).join(' ')}`;
  const header = [...mark(), ...columns.map(({ label }) => h('div.cell.name', label))];
  const row = (id: string) => [
    ...mark(...(selected ? [drawnTick(selected, id)] : [])),
    ...columns.map((column) => cellOf('div.cell', column, id)),
  ];
  const redraw = () => grid.replaceChildren(...header, ...ids.flatMap(row));
  redraw();
  place.append(grid);
  return { redraw };
}
