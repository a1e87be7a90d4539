import 'bootstrap/dist/css/bootstrap.css';
import 'datatables.net-bs5/css/dataTables.bootstrap5.css';
import { Modal } from 'bootstrap';
import DataTable from 'datatables.net-bs5';
import type { List } from '../../shared/list.ts';
import type { Question } from '../frame/dialog.ts';
import { h, on } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';

const asText = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const BUTTON = 'button.btn.btn-outline-primary[type=button]';

/** DataTables.net: paging with its own controls and "Showing 1 to 10 of 57 entries" below. */
start('datatables', { list, ask, choice, button: (label) => h(BUTTON, label) });

function list(place: HTMLElement, { columns, ids, selected, paged }: List): Drawn {
  const table = h('table.table.table-striped');
  place.append(table);
  const ticks = {
    data: null,
    title: '',
    orderable: false,
    render: (_: unknown, __: unknown, { id }: { id: string }) =>
      `<input type="checkbox" class="form-check-input"${selected?.has(id) ? ' checked' : ''}>`,
  };
  const draw = new DataTable(table as HTMLTableElement, {
    data: ids.map((id) => ({ id })),
    pageLength: paged,
    lengthMenu: [10, 25, 50, 100],
    order: [],
    columns: [
      ...(selected ? [ticks] : []),
      ...columns.map(({ label, text, press }) => ({
        data: null,
        title: asText(label),
        orderable: press === undefined,
        render: (_: unknown, kind: string, { id }: { id: string }) => {
          if (kind !== 'display') return text(id);
          return press
            ? `<button type="button" class="btn btn-sm btn-link">${asText(text(id))}</button>`
            : asText(text(id));
        },
      })),
    ],
  });
  const idOf = (element: Element) =>
    (draw.row(element.closest('tr') as HTMLTableRowElement).data() as { id: string }).id;
  on(table, 'change', ({ target }) => {
    const box = target as HTMLInputElement;
    if (box.checked) selected?.add(idOf(box));
    else selected?.delete(idOf(box));
  });
  return { redraw: () => void draw.rows().invalidate().draw(false) };
}

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

/** Bootstrap's input group: the label stands beside the box, and belongs to it by id alone. */
function choice(label: string, options: readonly string[], chosen: number): HTMLElement {
  const id = `choice-${document.querySelectorAll('select').length}`;
  const select = h(`select.form-select[id=${id}]`, ...options.map((text) => h('option', text))) as HTMLSelectElement;
  select.selectedIndex = chosen;
  const group = h('div.input-group.w-auto', h(`label.input-group-text[for=${id}]`, label), select);
  return group;
}
