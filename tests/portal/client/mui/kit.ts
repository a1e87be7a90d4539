import Alert from '@mui/material/Alert';
import Backdrop from '@mui/material/Backdrop';
import MuiButton from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { DataGrid, type GridColDef } from '@mui/x-data-grid';
import { createElement as e, type ReactNode, useState } from 'react';
import type { Kit } from '../react/skin.ts';
import type { CheckoutAnswer, CheckoutForm, Choice, Column, Field, Row } from '../view.ts';

/** MUI: selects with their label in the frame, a Data Grid that draws the rows and columns near its window, dialogs in portals. */
export const kit: Kit = {
  fields: (fields) =>
    e(
      Stack,
      { direction: 'row', spacing: 2, sx: { my: 2 } },
      ...fields.map((field) => e(Choose, { key: field.name, field })),
    ),
  grid: ({ name, columns, rows, empty }) =>
    rows.length === 0
      ? e(Typography, null, empty)
      : e('div', { style: { height: 130 + Math.min(rows.length, 6) * 52, width: 1000 } }, [
          e(DataGrid<Row>, {
            key: name,
            rows,
            columns: columns.map(columnDef),
            hideFooter: rows.length < 7,
            disableRowSelectionOnClick: true,
          }),
        ]),
  totals: (items) =>
    e(
      Paper,
      { variant: 'outlined', sx: { p: 2, my: 2, width: 420 } },
      ...items.map(({ label, value, strong }) =>
        e(
          Stack,
          { key: label, direction: 'row', sx: { justifyContent: 'space-between' } },
          e(Typography, { variant: 'body2' }, label),
          e(Typography, { variant: strong ? 'h6' : 'body2' }, value),
        ),
      ),
    ),
  buttons: (buttons) =>
    e(
      Stack,
      { direction: 'row', spacing: 1 },
      ...buttons.map(({ label, main, press }) =>
        e(MuiButton, { key: label, variant: main ? 'contained' : 'outlined', onClick: press }, label),
      ),
    ),
  message: ({ title, lines, buttons, tone }, answer) =>
    e(
      Dialog,
      { open: true },
      e(DialogTitle, null, title),
      e(DialogContent, null, e(Alert, { severity: tone === 'question' ? 'info' : tone }, lines.join(' '))),
      e(
        DialogActions,
        null,
        ...buttons.map(({ key, label }) => e(MuiButton, { key, onClick: () => answer(key) }, label)),
      ),
    ),
  checkout: (form, send, back, inDialog) =>
    inDialog
      ? e(Dialog, { open: true }, e(DialogTitle, null, form.title), e(Confirm, { form, send, back }))
      : e(Paper, null, e(Confirm, { form, send, back })),
  busy: () => e(Backdrop, { open: true, sx: { zIndex: 2000 } }, e(CircularProgress)),
};

function Choose({ field }: { field: Field }): ReactNode {
  const [value, setValue] = useState(field.value);
  return select(field.label, field.choices, value, (next) => {
    setValue(next);
    field.change(next);
  });
}

const select = (label: string, choices: readonly Choice[], value: string, change: (value: string) => void): ReactNode =>
  e(
    TextField,
    { select: true, label, value, size: 'small', sx: { width: 260 }, onChange: ({ target }) => change(target.value) },
    ...choices.map((choice) => e(MenuItem, { key: choice.value, value: choice.value }, choice.label)),
  );

function columnDef(column: Column): GridColDef<Row> {
  const { key, header, width = 110 } = column;
  const base: GridColDef<Row> = { field: key, headerName: header || ' ', width: width + 20, sortable: false };
  switch (column.type) {
    case 'text':
    case 'number':
      return {
        ...base,
        align: column.type === 'number' ? 'right' : 'left',
        valueGetter: (_: unknown, row: Row) => {
          const cell = row.cells[key] ?? null;
          return column.format ? column.format(cell, row) : cell;
        },
        valueFormatter: (value: string | number | null) => (value === null ? '' : String(value)),
      };
    case 'button':
      return {
        ...base,
        renderCell: ({ row }) => e(MuiButton, { size: 'small', onClick: () => column.press(row) }, column.label),
      };
    case 'quantity':
      return { ...base, renderCell: ({ row }) => e(Quantity, { column, row, key: String(row.cells[key]) }) };
    case 'menu':
      return { ...base, renderCell: () => null };
  }
}

function Quantity({ column, row }: { column: Column; row: Row }): ReactNode {
  const [text, setText] = useState(String(row.cells[column.key] ?? 1));
  return e(TextField, {
    type: 'number',
    size: 'small',
    variant: 'standard',
    value: text,
    onKeyDown: (event) => event.stopPropagation(),
    onChange: ({ target }) => {
      setText(target.value);
      row.cells[column.key] = Number(target.value);
    },
    onBlur: () => column.type === 'quantity' && column.change?.(row, Number(text)),
  });
}

function Confirm(props: { form: CheckoutForm; send: (answer: CheckoutAnswer) => void; back: () => void }): ReactNode {
  const { form, send, back } = props;
  const [reference, setReference] = useState('');
  const [address, setAddress] = useState(form.addresses[0]?.value ?? '');
  const [terms, setTerms] = useState(false);
  return [
    e(
      DialogContent,
      { key: 'form' },
      e(
        Stack,
        { spacing: 2, sx: { pt: 1 } },
        e(TextField, {
          id: 'reference',
          label: form.reference,
          value: reference,
          onChange: ({ target }) => setReference(target.value),
        }),
        select(form.address, form.addresses, address, setAddress),
        e(FormControlLabel, {
          label: form.terms,
          control: e(Checkbox, { checked: terms, onChange: (_: unknown, on: boolean) => setTerms(on) }),
        }),
      ),
    ),
    e(
      DialogActions,
      { key: 'answers' },
      e(MuiButton, { onClick: back }, form.back),
      e(MuiButton, { variant: 'contained', onClick: () => send({ reference, address, terms }) }, form.confirm),
    ),
  ];
}
