import './bar.css';
import type { List } from '../../shared/list.ts';
import { plainDialog, type Question } from '../frame/dialog.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { nativeTick, sized } from '../frame/plain.ts';

const ROW = 30;
const SHOWN = 11;
const MARK = 34;

/**
 * Drawn column by column, by whole rows, some time after a scroll bar beside it has moved; a sign to copy it stands beside each
 * value. A question in a shadow root.
 */
start('bar', { list, ask });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  const widths = [...(selected ? [MARK] : []), ...columns.map(({ width }) => width + 20)];
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const column = (index: number, ...cells: HTMLElement[]) => {
    const box = sized(h('div.bar-column', ...cells), widths[index] ?? 0);
    box.style.left = `${lefts[index]}px`;
    return box;
  };
  const labels = [...(selected ? [''] : []), ...columns.map(({ label }) => label)];
  const header = sized(h('div.bar-list', ...labels.map((label, i) => column(i, h('div.bar-cell', label)))), total);
  header.style.height = `${ROW}px`;
  const body = sized(h('div.bar-list'), total + 20);
  body.style.height = `${ROW * SHOWN}px`;
  const columnBoxes = labels.map((_, i) => column(i));
  const room = h('div');
  room.style.height = `${ids.length * ROW}px`;
  const bar = h('div.bar-scroll', room);
  const redraw = () => {
    const first = Math.round(bar.scrollTop / ROW);
    const shown = ids.slice(first, first + SHOWN);
    columnBoxes.forEach((box, i) => {
      const of = columns[selected ? i - 1 : i];
      box.replaceChildren(...shown.map((id) => h('div.bar-cell', ...inside(id, of, selected))));
    });
  };
  on(bar, 'scroll', () => requestAnimationFrame(() => requestAnimationFrame(redraw)));
  body.append(...columnBoxes, bar);
  place.append(header, body);
  redraw();
  return { redraw };
}

function inside(id: string, column: List['columns'][number] | undefined, selected: Set<string> | undefined): Node[] {
  if (column === undefined) return selected === undefined ? [] : [nativeTick(selected, id)];
  const text = column.text(id);
  return [h('span', text), ...(text === '' ? [] : [h('button[type=button][title=Copy]', '⧉')])];
}

function ask(question: Question): void {
  const host = h('div');
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  plainDialog(question, root);
  root.append(style());
}

/** What the page's own style sheet does outside. */
function style(): HTMLElement {
  const sheet = h('style');
  sheet.textContent =
    '.mask { position: fixed; inset: 0; background: #0006 } .box { margin: 300px auto; width: 400px; padding: 20px; background: #fff } .btn { display: inline-block; cursor: pointer; padding: 4px }';
  return sheet;
}
