import type { Cell, Column, GridBlock, Row } from '../view.ts';
import { type Any, framework as Ext } from './ext.ts';

/** An Ext grid as its documentation shows it: buffered rows, a checkbox selection model, widgets in cells. */
export class Grid {
  readonly panel: Any;
  #rows: Map<string, Row>;
  readonly #block: GridBlock;

  constructor(block: GridBlock) {
    this.#block = block;
    this.#rows = byId(block.rows);
    const editing = block.columns.some((c) => c.type === 'quantity' && c.change !== undefined);
    const store = Ext.create('Ext.data.Store', {
      fields: ['id', ...block.columns.map((c) => c.key)],
      data: block.pageSize ? undefined : toData(block.rows),
      pageSize: block.pageSize ?? 0,
      proxy: {
        type: 'memory',
        enablePaging: Boolean(block.pageSize),
        data: toData(block.rows),
        reader: { type: 'json' },
      },
      autoLoad: Boolean(block.pageSize),
    });
    this.panel = Ext.create('Ext.grid.Panel', {
      title: block.title,
      store,
      columns: stretched(block.columns.map((c) => this.#column(c))),
      selModel: block.selectable ? { selType: 'checkboxmodel', checkOnly: false } : 'rowmodel',
      bufferedRenderer: true,
      columnLines: true,
      viewConfig: { emptyText: Ext.htmlEncode(block.empty), deferEmptyText: false, stripeRows: true },
      plugins: editing ? [{ ptype: 'cellediting', clicksToEdit: 1 }] : [],
      bbar: block.pageSize ? { xtype: 'pagingtoolbar', store, displayInfo: true } : undefined,
      ...(block.fill ? { flex: 1, minHeight: 240 } : { minHeight: 130, maxHeight: 460 }),
      margin: '0 0 8 0',
      listeners: {
        selectionchange: (_model: Any, records: Any[]) => block.selected?.(records.length),
        edit: (_plugin: Any, context: Any) => this.#edited(context),
      },
    });
  }

  get selection(): string[] {
    return this.panel
      .getSelectionModel()
      .getSelection()
      .map((record: Any) => String(record.getId()));
  }

  setRows(rows: Row[]): void {
    this.#rows = byId(rows);
    const store = this.panel.getStore();
    this.panel.getSelectionModel().deselectAll();
    if (this.#block.pageSize) {
      store.getProxy().setData(toData(rows));
      store.load();
    } else {
      store.loadData(toData(rows));
    }
    this.panel.getView().getScrollable()?.scrollTo(0, 0);
  }

  removeRow(id: string): void {
    const store = this.panel.getStore();
    const record = store.getById(id);
    if (record) store.remove(record);
  }

  select(id: string): void {
    const record = this.panel.getStore().getById(id);
    if (record) this.panel.getSelectionModel().select(record, true);
  }

  #edited(context: Any): void {
    const column = this.#block.columns.find((c) => c.key === context.field);
    const row = this.#rows.get(String(context.record.getId()));
    if (column?.type === 'quantity' && row && context.value !== context.originalValue)
      column.change?.(row, Number(context.value));
  }

  #column(column: Column): Any {
    const plain = {
      text: Ext.htmlEncode(column.header),
      dataIndex: column.key,
      ...(column.width ? { width: column.width } : { flex: 1, minWidth: 110 }),
    };
    const bare = { sortable: false, menuDisabled: true, hideable: false, draggable: false };
    switch (column.type) {
      case 'button':
        return {
          ...plain,
          ...bare,
          xtype: 'widgetcolumn',
          dataIndex: undefined,
          widget: {
            xtype: 'button',
            text: column.label,
            textAlign: 'center',
            handler: (button: Any) => this.#withRow(button, (row) => column.press(row)),
          },
        };
      case 'menu':
        return {
          ...plain,
          ...bare,
          xtype: 'actioncolumn',
          align: 'center',
          dataIndex: undefined,
          items: [
            {
              iconCls: 'row-options',
              tooltip: column.label,
              handler: (_view: Any, _row: number, _col: number, _item: Any, event: Any, record: Any) => {
                const row = this.#rows.get(String(record.getId()));
                if (row) showMenu(column.items(row), event);
              },
            },
          ],
        };
      case 'quantity':
        if (column.change)
          return {
            ...plain,
            align: 'right',
            tdCls: 'editable',
            editor: { xtype: 'numberfield', selectOnFocus: true, minValue: 1, allowBlank: false, allowDecimals: false },
          };
        return {
          ...plain,
          ...bare,
          xtype: 'widgetcolumn',
          widget: {
            xtype: 'numberfield',
            minValue: 1,
            allowDecimals: false,
            listeners: {
              change: (field: Any, value: number | null) =>
                this.#withRow(field, (row) => {
                  row.cells[column.key] = value ?? 1;
                }),
            },
          },
        };
      default:
        return {
          ...plain,
          align: column.type === 'number' ? 'right' : 'left',
          renderer: (value: Cell, _meta: Any, record: Any) => {
            const row = this.#rows.get(String(record.getId()));
            return Ext.htmlEncode(column.format && row ? column.format(value ?? null, row) : String(value ?? ''));
          },
        };
    }
  }

  #withRow(widget: Any, use: (row: Row) => void): void {
    const row = this.#rows.get(String(widget.getWidgetRecord?.()?.getId()));
    if (row) use(row);
  }
}

function showMenu(items: { label: string; run(): void }[], event: Any): void {
  const menu = Ext.create('Ext.menu.Menu', {
    plain: true,
    items: items.map(({ label, run }) => ({ text: Ext.htmlEncode(label), handler: run })),
    listeners: { hide: () => Ext.defer(() => menu.destroy(), 50) },
  });
  menu.showAt(event.getXY());
}

/** Lets the first column take what width is left, where none asks for it. */
function stretched(columns: Any[]): Any[] {
  const [first] = columns;
  if (first && !columns.some((c) => c.flex)) Object.assign(first, { flex: 1, minWidth: first.width, width: undefined });
  return columns;
}

function byId(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function toData(rows: Row[]): object[] {
  return rows.map((row) => ({ id: row.id, ...row.cells }));
}
