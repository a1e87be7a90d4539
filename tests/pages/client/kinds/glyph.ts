import './flex.css';
import type { List } from '../../shared/list.ts';
import type { Question } from '../frame/dialog.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf, sized } from '../frame/plain.ts';

const ROW = 30;
const SHOWN = 16;
const FILLS_AFTER = 120;

/**
 * Check boxes are letters, drawn anew with all rows at every press; rows come along with the scroll as they are, and are filled with
 * others later. A question in a popover.
 */
start('glyph', { list, ask });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  const header = h(
    'div.line.names',
    ...(selected ? [h('div.cell.mark')] : []),
    ...columns.map(({ label, width }) => sized(h('div.cell', label), width)),
  );
  const rows = h('div[role=row]');
  const space = h('div', rows);
  space.style.height = `${ids.length * ROW}px`;
  const scroller = h('div', space);
  scroller.style.cssText = `height: ${ROW * 11}px; overflow-y: auto`;
  const row = (id: string) => {
    const line = h(
      'div.line[role=row]',
      ...(selected ? [h('div.cell.mark[role=cell]', h('span', selected.has(id) ? '☑' : '☐'))] : []),
      ...columns.map((column) => sized(cellOf('div.cell[role=cell]', column, id), column.width)),
    );
    line.style.boxSizing = 'border-box';
    return line;
  };
  let first = 0;
  const redraw = () => rows.replaceChildren(...ids.slice(first, first + SHOWN).map(row));
  on(rows, 'click', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.localName !== 'span') return;
    const index = [...rows.children].findIndex((line) => line.contains(target));
    const id = ids[first + index];
    if (id !== undefined && selected?.delete(id) === false) selected.add(id);
    redraw();
  });
  on(scroller, 'scroll', () => {
    const next = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 2);
    rows.style.transform = `translateY(${next * ROW}px)`;
    setTimeout(() => {
      first = next;
      redraw();
    }, FILLS_AFTER);
  });
  redraw();
  place.append(header, scroller);
  return { redraw };
}

function ask({ text, agree, close }: Question): void {
  const box = h('div[popover=manual]', h('p', text));
  const answer = (label: string, run: () => void) =>
    on(h('button[type=button]', label), 'click', () => {
      box.remove();
      run();
    });
  if (agree !== undefined) box.append(answer(agree.label, agree.run));
  box.append(answer(close, () => {}));
  document.body.append(box);
  box.showPopover();
}
