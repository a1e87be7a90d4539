import './aggrid.css';
import { AllCommunityModule, createGrid, type GridApi, ModuleRegistry } from 'ag-grid-community';
import type { List } from '../../shared/list.ts';
import { nativeDialog } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { cellOf } from '../frame/plain.ts';

interface Row {
  readonly id: string;
}

/** AG Grid: virtual rows that stand in the document in any order, one column frozen at each side. */
start('aggrid', { list, ask: nativeDialog });

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  ModuleRegistry.registerModules([AllCommunityModule]);
  const box = h('div.ag');
  if (ids.length < 9) box.style.height = `${60 + ids.length * 42}px`;
  place.append(box);
  const api: GridApi<Row> = createGrid<Row>(box, {
    rowData: ids.map((id) => ({ id })),
    getRowId: ({ data }) => data.id,
    ...(selected && { rowSelection: { mode: 'multiRow' } }),
    columnDefs: columns.map((column, i) => ({
      colId: column.key,
      headerName: column.label,
      width: column.width + 20,
      pinned: i === 0 ? ('left' as const) : i === columns.length - 1 ? ('right' as const) : null,
      valueGetter: ({ data }) => (data ? column.text(data.id) : ''),
      ...(column.press && {
        cellRenderer: ({ data }: { data?: Row }) => (data ? cellOf('span', column, data.id) : null),
      }),
    })),
    onSelectionChanged: () => {
      selected?.clear();
      for (const { id } of api.getSelectedRows()) selected?.add(id);
    },
  });
  return {
    redraw() {
      api.deselectAll();
      api.refreshCells({ force: true });
    },
  };
}
