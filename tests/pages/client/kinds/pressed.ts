import './pressed.css';
import './tables.css';
import type { List } from '../../shared/list.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { bodyRow, headRow, table } from '../frame/tables.ts';

/**
 * Rows without any box: a press selects a row and lets the others go, unless Ctrl is held, which adds it or takes it away. A selected row
 * is tinted, slowly; every other row is as well, a little. A copy of the header lies over it, so that it stays while rows scroll.
 */
start('pressed', { list });

function list(place: HTMLElement, given: List): Drawn {
  const { selected, ...plain } = given;
  const { ids } = plain;
  const body = h('tbody');
  const lines = new Map<string, HTMLElement>();
  const tint = () => {
    for (const [id, line] of lines) line.classList.toggle('chosen', selected?.has(id) === true);
  };
  const redraw = () => {
    lines.clear();
    for (const id of ids) lines.set(id, line(id));
    body.replaceChildren(...lines.values());
    tint();
  };
  redraw();
  const around = h('div.pressed', h('div', table(plain, h('thead', headRow(plain)), body)));
  around.append(h('div.copy', table(plain, h('thead', headRow(plain)))));
  place.append(around);
  return { redraw };

  function line(id: string): HTMLElement {
    const row = bodyRow(plain, id);
    if (selected === undefined) return row;
    return on(row, 'click', (event) => {
      const had = selected.has(id);
      if (!(event as MouseEvent).ctrlKey) selected.clear();
      if (had) selected.delete(id);
      else selected.add(id);
      tint();
    });
  }
}
