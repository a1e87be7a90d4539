import './mui.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { DataGrid, type GridColDef, type GridRowId, type GridRowSelectionModel } from '@mui/x-data-grid';
import { createElement as e, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { List, ListColumn } from '../../shared/list.ts';
import type { Question } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';

interface Row {
  readonly id: string;
}

/** MUI's Data Grid: virtual rows and columns, pages of up to a hundred rows, a dialog in a portal of its own. */
start('mui', { list, ask, choice });

const columnDef = ({ key, label, width, text, press }: ListColumn): GridColDef<Row> => ({
  field: key,
  headerName: label === '' ? ' ' : label,
  width: width + 30,
  valueGetter: (_: unknown, { id }: Row) => text(id),
  ...(press && { renderCell: ({ row }: { row: Row }) => e(Button, { size: 'small' }, text(row.id)) }),
});

const nothing = (): GridRowSelectionModel => ({ type: 'include', ids: new Set<GridRowId>() });

function list(place: HTMLElement, { columns, ids, selected, paged }: List): Drawn {
  let redraw = () => {};
  const columnDefs = columns.map(columnDef);
  function Grid() {
    const [version, setVersion] = useState(0);
    const [model, setModel] = useState(nothing);
    redraw = () => {
      setModel(nothing());
      setVersion(version + 1);
    };
    return e(DataGrid<Row>, {
      rows: ids.map((id) => ({ id })),
      columns: columnDefs,
      checkboxSelection: selected !== undefined,
      disableRowSelectionOnClick: selected === undefined,
      disableRowSelectionExcludeModel: true,
      keepNonExistentRowsSelected: true,
      rowSelectionModel: model,
      onRowSelectionModelChange: (next: GridRowSelectionModel) => {
        setModel(next);
        selected?.clear();
        for (const id of next.ids) selected?.add(String(id));
      },
      initialState: { pagination: { paginationModel: { pageSize: Math.min(100, paged) } } },
      pageSizeOptions: [10, 25, 50, 100],
    });
  }
  const box = h('div.mui');
  if (ids.length < 6) box.style.height = `${130 + ids.length * 52}px`;
  place.append(box);
  createRoot(box).render(e(Grid));
  return { redraw: () => redraw() };
}

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

/** MUI's select: a box with the role of a combo box, its label printed in the frame around it. */
function choice(label: string, options: readonly string[], chosen: number): HTMLElement {
  const box = h('div.choice');
  const items = options.map((text) => e(MenuItem, { key: text, value: text }, text));
  const field = { select: true, size: 'small', label, id: label, defaultValue: options[chosen] } as const;
  createRoot(box).render(e(TextField, field, items));
  return box;
}
