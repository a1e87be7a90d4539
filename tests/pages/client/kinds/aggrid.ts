import './aggrid.css';
import { AllCommunityModule, createGrid, type GridApi, ModuleRegistry } from 'ag-grid-community';
import type { Device } from '../../shared/data.ts';
import { nativeDialog } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import { WIDTHS } from '../frame/widths.ts';

/** AG Grid: virtual rows that stand in the document in any order, one column frozen at each side. */
start('aggrid', ({ columns, devices, selected, place }) => {
  ModuleRegistry.registerModules([AllCommunityModule]);
  const box = h('div.ag');
  place.append(box);
  const api: GridApi<Device> = createGrid<Device>(box, {
    rowData: devices,
    getRowId: ({ data }) => data.serial,
    rowSelection: { mode: 'multiRow' },
    columnDefs: columns.map(({ key, label, text }, i) => ({
      colId: key,
      headerName: label,
      width: WIDTHS[key] + 20,
      pinned: i === 0 ? ('left' as const) : i === columns.length - 1 ? ('right' as const) : null,
      valueGetter: ({ data }) => (data ? text(data) : ''),
    })),
    onSelectionChanged: () => {
      selected.clear();
      for (const { serial } of api.getSelectedRows()) selected.add(serial);
    },
  });
  return {
    redraw() {
      api.deselectAll();
      api.refreshCells({ force: true });
    },
    ask: nativeDialog,
  };
});
