import './flex.css';
import type { List } from '../../shared/list.ts';
import { nativeDialog } from '../frame/dialog.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf, sized } from '../frame/plain.ts';

/** Check boxes are pictures of one path each, with no word of what they are and nothing in the header; a dialog in the top layer. */
start('svg', { list, ask: nativeDialog });

const OUTLINE = 'M3 3h18v18H3zM5 5v14h14V5z';
const PATHS = {
  off: OUTLINE,
  on: `M3 3h18v18H3zM10 17l9-9-1.5-1.5L10 14l-3.5-3.5L5 12z`,
} as const;

function picture(selected: Set<string>, id: string): HTMLElement {
  const cell = h('div.cell.mark');
  const draw = () => {
    const [path, fill] = selected.has(id) ? [PATHS.on, '#1976d2'] : [PATHS.off, '#666'];
    cell.innerHTML = `<svg width="18" height="18" viewBox="0 0 24 24"><path fill-rule="evenodd" fill="${fill}" d="${path}"/></svg>`;
  };
  on(cell, 'click', ({ target }) => {
    if (!(target instanceof SVGElement)) return;
    if (!selected.delete(id)) selected.add(id);
    draw();
  });
  draw();
  return cell;
}

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  const header = h(
    'div.line.names',
    ...(selected ? [h('div.cell.mark')] : []),
    ...columns.map(({ label, width }) => sized(h('div.cell', label), width)),
  );
  const body = h('div.lines');
  const row = (id: string) =>
    h(
      'div.line',
      ...(selected ? [picture(selected, id)] : []),
      ...columns.map((column) => sized(cellOf('div.cell', column, id), column.width)),
    );
  const redraw = () => body.replaceChildren(...ids.map(row));
  redraw();
  place.append(h('div.list', header, body));
  return { redraw };
}
