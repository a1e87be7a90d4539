import './mui.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { DataGrid, type GridColDef, type GridRowId, type GridRowSelectionModel } from '@mui/x-data-grid';
import { createElement as e, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Device } from '../../shared/data.ts';
import type { Question } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import { WIDTHS } from '../frame/widths.ts';

/** MUI's Data Grid: virtual rows and columns, pages of up to a hundred rows, a dialog in a portal of its own. */
start('mui', ({ columns, devices, selected, place, settings }) => {
  let redraw = () => {};
  const columnDefs = columns.map(
    ({ key, label, text }): GridColDef<Device> => ({
      field: key,
      headerName: label === '' ? ' ' : label,
      width: WIDTHS[key] + 30,
      valueGetter: (_: unknown, device: Device) => text(device),
    }),
  );
  function List() {
    const [version, setVersion] = useState(0);
    const [model, setModel] = useState<GridRowSelectionModel>({ type: 'include', ids: new Set<GridRowId>() });
    redraw = () => {
      setModel({ type: 'include', ids: new Set<GridRowId>() });
      setVersion(version + 1);
    };
    return e(DataGrid<Device>, {
      rows: devices.map((device) => ({ ...device })),
      columns: columnDefs,
      getRowId: ({ serial }: Device) => serial,
      checkboxSelection: true,
      disableRowSelectionExcludeModel: true,
      keepNonExistentRowsSelected: true,
      rowSelectionModel: model,
      onRowSelectionModelChange: (next: GridRowSelectionModel) => {
        setModel(next);
        selected.clear();
        for (const id of next.ids) selected.add(String(id));
      },
      initialState: { pagination: { paginationModel: { pageSize: Math.min(100, settings.paged) } } },
      pageSizeOptions: [10, 25, 50, 100],
    });
  }
  const box = h('div.mui');
  place.append(box);
  createRoot(box).render(e(List));
  return { redraw: () => redraw(), ask };
});

function ask({ text, agree, close }: Question): void {
  const host = document.body.appendChild(h('div'));
  const root = createRoot(host);
  const answer = (run?: () => void) => () => {
    root.unmount();
    host.remove();
    run?.();
  };
  const buttons = [
    e(Button, { key: 'no', onClick: answer() }, close),
    ...(agree ? [e(Button, { key: 'yes', variant: 'contained', onClick: answer(agree.run) }, agree.label)] : []),
  ];
  root.render(e(Dialog, { open: true }, e(DialogContent, null, text), e(DialogActions, null, buttons)));
}
