import './flex.css';
import type { List } from '../../shared/list.ts';
import { plainDialog } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf, drawnTick, sized } from '../frame/plain.ts';

/** Says nothing by roles: rows are flex boxes, a check box is a div whose class draws a mark, a button is a div. */
start('flex', { list, ask: plainDialog, button: (label) => h('div.btn', label) });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  const mark = (...inside: HTMLElement[]) => (selected ? [h('div.cell.mark', ...inside)] : []);
  const header = h(
    'div.line.names',
    ...mark(),
    ...columns.map(({ label, width }) => sized(h('div.cell', label), width)),
  );
  const row = (id: string) =>
    h(
      'div.line',
      ...mark(...(selected ? [drawnTick(selected, id)] : [])),
      ...columns.map((column) => sized(cellOf('div.cell', column, id), column.width)),
    );
  const body = h('div.lines');
  const redraw = () => body.replaceChildren(...ids.map(row));
  redraw();
  place.append(h('div.list', header, body));
  return { redraw };
}
