import type { Text } from '../text.ts';
import type { Column, GridBlock, Row } from '../view.ts';
import { h } from './dom.ts';
import { openMenu } from './menu.ts';

/** One HTML table. New rows replace the whole table, and with it what was selected and how far it was scrolled. */
export class Grid {
  readonly element: HTMLElement;
  #block: GridBlock;
  #text: Text;
  #selected = new Set<string>();
  #page = 0;

  constructor(block: GridBlock, text: Text) {
    this.#block = block;
    this.#text = text;
    this.element = h('div', { class: block.fill ? 'listing listing-tall' : 'listing' });
    this.#draw();
  }

  get selection(): string[] {
    return this.#block.rows.filter((r) => this.#selected.has(r.id)).map((r) => r.id);
  }

  setRows(rows: Row[]): void {
    this.#block = { ...this.#block, rows };
    this.#selected.clear();
    this.#draw();
  }

  removeRow(id: string): void {
    this.#block = { ...this.#block, rows: this.#block.rows.filter((r) => r.id !== id) };
    const scroller = this.element.querySelector('.scroller');
    const top = scroller?.scrollTop ?? 0;
    this.#selected.delete(id);
    this.#draw();
    this.element.querySelector('.scroller')?.scrollTo(0, top);
  }

  select(id: string): void {
    this.#selected.add(id);
    const scroller = this.element.querySelector('.scroller');
    const top = scroller?.scrollTop ?? 0;
    this.#draw();
    this.element.querySelector('.scroller')?.scrollTo(0, top);
  }

  #draw(): void {
    const { title, columns, selectable, empty } = this.#block;
    const rows = this.#shown();
    const head = h(
      'tr',
      {},
      ...(selectable ? [h('th', { class: 'tick', scope: 'col' }, this.#all(rows))] : []),
      ...columns.map((c) => this.#header(c)),
    );
    const body = h('tbody', {}, ...rows.map((row) => this.#row(row)));
    if (rows.length === 0) {
      body.append(
        h('tr', {}, h('td', { class: 'empty', colspan: String(columns.length + (selectable ? 1 : 0)) }, empty)),
      );
    }
    this.element.replaceChildren(
      ...(title ? [h('h2', {}, title)] : []),
      h('div', { class: 'scroller' }, h('table', {}, h('thead', {}, head), body)),
      ...this.#pager(),
    );
  }

  #shown(): Row[] {
    const { rows, pageSize } = this.#block;
    if (!pageSize) return rows;
    this.#page = Math.max(0, Math.min(this.#page, Math.ceil(rows.length / pageSize) - 1));
    return rows.slice(this.#page * pageSize, (this.#page + 1) * pageSize);
  }

  #pager(): HTMLElement[] {
    const { rows, pageSize } = this.#block;
    if (!pageSize) return [];
    const { t } = this.#text;
    const pages = Math.max(1, Math.ceil(rows.length / pageSize));
    const turn = (by: number) => () => {
      this.#page += by;
      this.#selected.clear();
      this.#draw();
    };
    return [
      h(
        'div',
        { class: 'pager' },
        h('button', { type: 'button', disabled: this.#page === 0, onclick: turn(-1) }, t('previous')),
        h('span', {}, t('pageOf', this.#page + 1, pages)),
        h('button', { type: 'button', disabled: this.#page >= pages - 1, onclick: turn(1) }, t('next')),
      ),
    ];
  }

  #header(column: Column): HTMLElement {
    return h(
      'th',
      { scope: 'col', class: column.type === 'number' || column.type === 'quantity' ? 'num' : '' },
      column.header,
    );
  }

  #row(row: Row): HTMLElement {
    const line = h('tr', { class: this.#selected.has(row.id) ? 'picked' : '' });
    if (this.#block.selectable) {
      const box = h('input', {
        type: 'checkbox',
        'aria-label': this.#text.t('selectRow'),
        onchange: () => {
          this.#toggle(row.id, box.checked);
          line.className = box.checked ? 'picked' : '';
        },
      });
      box.checked = this.#selected.has(row.id);
      line.append(h('td', { class: 'tick' }, box));
    }
    line.append(...this.#block.columns.map((column) => this.#cell(column, row)));
    return line;
  }

  #cell(column: Column, row: Row): HTMLElement {
    switch (column.type) {
      case 'button':
        return h(
          'td',
          { class: 'act' },
          h('button', { type: 'button', onclick: () => column.press(row) }, column.label),
        );
      case 'menu':
        return h(
          'td',
          { class: 'act' },
          h(
            'button',
            {
              type: 'button',
              class: 'dots',
              title: column.label,
              'aria-haspopup': 'menu',
              onclick: (event) => openMenu(event.currentTarget as HTMLElement, column.items(row)),
            },
            '⋮',
          ),
        );
      case 'quantity': {
        const input = h('input', {
          type: 'number',
          min: '1',
          class: 'qty',
          value: String(row.cells[column.key] ?? 1),
          'aria-label': column.header,
          oninput: () => {
            row.cells[column.key] = Number(input.value);
          },
          onchange: () => column.change?.(row, Number(input.value)),
        });
        return h('td', { class: 'num' }, input);
      }
      default: {
        const value = row.cells[column.key] ?? null;
        const text = column.format ? column.format(value, row) : value === null ? '' : String(value);
        return h('td', { class: column.type === 'number' ? 'num' : '' }, text);
      }
    }
  }

  #all(rows: Row[]): HTMLElement {
    const box = h('input', {
      type: 'checkbox',
      'aria-label': this.#text.t('selectAll'),
      onchange: () => {
        this.#selected = new Set(box.checked ? rows.map((r) => r.id) : []);
        const on = box.checked;
        for (const other of this.element.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]'))
          other.checked = on;
        for (const line of this.element.querySelectorAll('tbody tr')) line.className = on ? 'picked' : '';
        this.#block.selected?.(this.#selected.size);
      },
    });
    return box;
  }

  #toggle(id: string, on: boolean): void {
    if (on) this.#selected.add(id);
    else this.#selected.delete(id);
    this.#block.selected?.(this.#selected.size);
  }
}
