import 'bootstrap/dist/css/bootstrap.css';
import 'datatables.net-bs5/css/dataTables.bootstrap5.css';
import { Modal } from 'bootstrap';
import DataTable from 'datatables.net-bs5';
import type { Device } from '../../shared/data.ts';
import type { Question } from '../frame/dialog.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';

const asText = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** DataTables.net: paging with its own controls and "Showing 1 to 10 of 57 entries" below. */
start('datatables', ({ columns, devices, selected, settings, place }) => {
  const table = h('table.table.table-striped');
  place.append(table);
  const draw = new DataTable(table as HTMLTableElement, {
    data: devices,
    pageLength: settings.paged,
    lengthMenu: [10, 25, 50, 100],
    order: [],
    columns: [
      {
        data: null,
        title: '',
        orderable: false,
        render: (_: unknown, __: unknown, row: Device) =>
          `<input type="checkbox" class="form-check-input"${selected.has(row.serial) ? ' checked' : ''}>`,
      },
      ...columns.map(({ label, text }) => ({
        data: null,
        title: asText(label),
        render: (_: unknown, kind: string, row: Device) => (kind === 'display' ? asText(text(row)) : text(row)),
      })),
    ],
  });
  on(table, 'change', (event) => {
    const box = event.target as HTMLInputElement;
    const device = draw.row(box.closest('tr') as HTMLTableRowElement).data() as Device;
    if (box.checked) selected.add(device.serial);
    else selected.delete(device.serial);
  });
  return {
    redraw: () => void draw.rows().invalidate().draw(false),
    ask,
    button: (label) => h('button.btn.btn-outline-primary[type=button]', label),
  };
});

/** Bootstrap's modal: it fades in, and is hidden rather than removed. */
function ask({ text, agree, close }: Question): void {
  const answer = (label: string, kind: string) => h(`button.btn.${kind}[type=button][data-bs-dismiss=modal]`, label);
  const yes = agree ? on(answer(agree.label, 'btn-primary'), 'click', agree.run) : undefined;
  const footer = h('div.modal-footer', answer(close, 'btn-secondary'), ...(yes ? [yes] : []));
  const content = h('div.modal-content', h('div.modal-body', h('p', text)), footer);
  const element = h('div.modal.fade[tabindex=-1]', h('div.modal-dialog', content));
  document.body.append(element);
  on(element, 'hidden.bs.modal', () => element.remove());
  new Modal(element).show();
}
