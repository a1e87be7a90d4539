import './revogrid.css';
import { defineCustomElements } from '@revolist/revogrid/loader';
import type { List } from '../../shared/list.ts';
import { nativeDialog } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';

type Row = Record<string, string>;
type Draw = (tag: string, props: object, text?: string) => unknown;

/** RevoGrid: virtual rows in a custom element, the first column frozen, a scroll bar along header and rows together. */
start('revogrid', { list, ask: nativeDialog });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  void defineCustomElements();
  const grid = document.createElement('revo-grid');
  const rows = () =>
    ids.map((id): Row => ({ id, ...Object.fromEntries(columns.map(({ key, text }) => [key, text(id)])) }));
  const tick = (draw: Draw, { model }: { model?: Row }) => {
    const id = model?.['id'] ?? '';
    return draw('input', {
      type: 'checkbox',
      checked: selected?.has(id) === true,
      onChange: () => {
        if (selected?.delete(id) === false) selected.add(id);
        // Rows are used again for others: what they were drawn with has to be known anew.
        void grid.refresh('all');
      },
    });
  };
  Object.assign(grid, {
    readonly: true,
    source: rows(),
    columns: [
      ...(selected ? [{ prop: 'id', name: '', size: 50, cellTemplate: tick }] : []),
      ...columns.map(({ key, label, width, text, press }, i) => ({
        prop: key,
        name: label || ' ',
        size: width + 30,
        ...(i === 0 && { pin: 'colPinStart' }),
        ...(press && {
          cellTemplate: (draw: Draw, { model }: { model?: Row }) => {
            const id = model?.['id'] ?? '';
            return draw('button', { type: 'button', onClick: () => press(id) }, text(id));
          },
        }),
      })),
    ],
  });
  const box = h('div.revo', grid);
  if (ids.length < 9) box.style.height = `${90 + ids.length * 27}px`;
  place.append(box);
  return {
    redraw() {
      grid.source = rows();
      void grid.refresh('all');
    },
  };
}
