import './flex.css';
import type { Device } from '../../shared/data.ts';
import { plainDialog } from '../frame/dialog.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import { WIDTHS } from '../frame/widths.ts';

/** Says nothing by roles: rows are flex boxes, a check box is a div whose class draws a mark, a button is a div. */
start('flex', ({ columns, devices, selected, place }) => {
  const cell = (text: string, width: number) => {
    const element = h('div.cell', text);
    element.style.width = `${width}px`;
    return element;
  };
  const row = (device: Device) => {
    const box = h('div.tick', h('i'));
    const mark = () => box.classList.toggle('on', selected.has(device.serial));
    on(box, 'mousedown', () => {
      if (!selected.delete(device.serial)) selected.add(device.serial);
      mark();
    });
    mark();
    return h('div.line', h('div.cell.mark', box), ...columns.map(({ key, text }) => cell(text(device), WIDTHS[key])));
  };
  const header = h('div.line.names', h('div.cell.mark'), ...columns.map(({ key, label }) => cell(label, WIDTHS[key])));
  const body = h('div.lines');
  const redraw = () => body.replaceChildren(...devices.map(row));
  redraw();
  place.append(h('div.list', header, body));
  return { redraw, ask: plainDialog, button: (label) => h('div.btn', label) };
});
