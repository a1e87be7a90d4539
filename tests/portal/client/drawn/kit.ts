import { createElement as e, type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Kit } from '../react/skin.ts';
import type { CheckoutAnswer, CheckoutForm, Choice, Column, Field, Row } from '../view.ts';

/** A design system drawn by hand: no native control but the inputs of text, roles on divs, signs in place of words. */
export const kit: Kit = {
  fields: (fields) => e('div', { className: 'form' }, ...fields.map((field) => e(Choose, { key: field.name, field }))),
  grid: ({ columns, rows, empty }) =>
    e(
      'div',
      { role: 'table', className: 'rows' },
      e(
        'div',
        { role: 'row', className: 'row head' },
        ...columns.map(({ key, header, width = 110 }) =>
          e('div', { key, role: 'columnheader', style: { width } }, header),
        ),
      ),
      ...rows.map((row) =>
        e(
          'div',
          { key: row.id, role: 'row', className: 'row' },
          ...columns.map((column) =>
            e('div', { key: column.key, role: 'cell', style: { width: column.width ?? 110 } }, cell(column, row)),
          ),
        ),
      ),
      rows.length === 0 && e('div', { className: 'row' }, empty),
    ),
  totals: (items) =>
    e(
      'div',
      { className: 'sums' },
      ...items.map(({ label, value }) =>
        e('div', { key: label }, e('span', null, `${label}: `), e('strong', null, value)),
      ),
    ),
  buttons: (buttons) => e('div', { className: 'bar' }, ...buttons.map(({ label, press }) => push(label, press))),
  message: ({ title, lines, buttons }, answer) =>
    layer(
      title,
      lines.map((line) => e('p', { key: line }, line)),
      buttons.map(({ key, label }) => push(label, () => answer(key))),
    ),
  checkout: (form, send, back, inDialog) => {
    const confirm = e(Confirm, { form, send, back });
    return inDialog ? layer(form.title, confirm, null) : e('section', null, confirm);
  },
  busy: () =>
    e('div', { className: 'veil', 'aria-busy': true }, e('div', { className: 'spinner', role: 'progressbar' })),
};

const push = (label: string, press: () => void): ReactNode =>
  e('div', { key: label, role: 'button', tabIndex: 0, className: 'push', onClick: press }, e('span', null, label));

const layer = (title: string, body: ReactNode, buttons: ReactNode): ReactNode =>
  createPortal(
    e(
      'div',
      { className: 'layer' },
      e('div', { role: 'alertdialog', 'aria-modal': true, className: 'sheet' }, e('h3', null, title), body, buttons),
    ),
    document.body,
  );

function Choose({ field }: { field: Field }): ReactNode {
  const [value, setValue] = useState(field.value);
  return e(Combo, {
    label: field.label,
    choices: field.choices,
    value,
    change: (next) => {
      setValue(next);
      field.change(next);
    },
  });
}

interface ComboProps {
  label: string;
  choices: readonly Choice[];
  value: string;
  change: (value: string) => void;
}

/** Opens at the press of the mouse, and closes at any press elsewhere, as many do. */
function Combo({ label, choices, value, change }: ComboProps): ReactNode {
  const [at, setAt] = useState<{ left: number; top: number } | undefined>();
  useEffect(() => {
    if (at === undefined) return;
    const close = (event: Event) => (event.target as Element).closest('.options') === null && setAt(undefined);
    addEventListener('mousedown', close, true);
    return () => removeEventListener('mousedown', close, true);
  }, [at]);
  const options = choices.map((choice) =>
    e(
      'div',
      {
        key: choice.value,
        role: 'option',
        'aria-selected': choice.value === value,
        onClick: () => {
          setAt(undefined);
          change(choice.value);
        },
      },
      choice.label,
    ),
  );
  return e(
    'div',
    { className: 'field' },
    // The hint is a text of its own, as templates make it.
    e('div', { className: 'caption' }, label, e('i', null, '*')),
    e(
      'div',
      {
        role: 'combobox',
        tabIndex: 0,
        'aria-expanded': at !== undefined,
        'aria-haspopup': 'listbox',
        className: 'combo',
        onMouseDown: ({ currentTarget }: { currentTarget: Element }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          setAt({ left, top: bottom + scrollY });
        },
      },
      e('span', null, choices.find((choice) => choice.value === value)?.label),
      e('span', { className: 'arrow', 'aria-hidden': true }, '▾'),
    ),
    at && createPortal(e('div', { role: 'listbox', className: 'options', style: at }, ...options), document.body),
  );
}

function cell(column: Column, row: Row): ReactNode {
  const value = row.cells[column.key] ?? null;
  switch (column.type) {
    case 'text':
    case 'number':
      return column.format ? column.format(value, row) : value;
    case 'button':
      return push(column.label, () => column.press(row));
    case 'quantity':
      return e(Stepper, { column, row, key: String(value) });
    case 'menu':
      return null;
  }
}

/** A field between two signs. It is taken once it is left. */
function Stepper({ column, row }: { column: Column; row: Row }): ReactNode {
  const [text, setText] = useState(String(row.cells[column.key] ?? 1));
  const take = (next: string) => {
    setText(next);
    row.cells[column.key] = Number(next);
  };
  const done = (count: number) => column.type === 'quantity' && column.change?.(row, count);
  const step = (by: number) => () => {
    const next = Math.max(1, Number(text) + by);
    take(String(next));
    done(next);
  };
  return e(
    'div',
    { className: 'stepper' },
    e('span', { role: 'button', tabIndex: 0, onClick: step(-1) }, '−'),
    e('input', {
      role: 'spinbutton',
      inputMode: 'numeric',
      'aria-valuenow': Number(text),
      value: text,
      onChange: ({ target }: { target: HTMLInputElement }) => take(target.value),
      onBlur: () => done(Number(text)),
    }),
    e('span', { role: 'button', tabIndex: 0, onClick: step(1) }, '+'),
  );
}

function Confirm(props: { form: CheckoutForm; send: (answer: CheckoutAnswer) => void; back: () => void }): ReactNode {
  const { form, send, back } = props;
  const [reference, setReference] = useState('');
  const [address, setAddress] = useState(form.addresses[0]?.value ?? '');
  const [terms, setTerms] = useState(false);
  return e(
    'div',
    null,
    e(
      'div',
      { className: 'field' },
      e('div', { className: 'caption' }, form.reference),
      e('input', {
        value: reference,
        onChange: ({ target }: { target: HTMLInputElement }) => setReference(target.value),
      }),
    ),
    e(Combo, { label: form.address, choices: form.addresses, value: address, change: setAddress }),
    e(
      'div',
      { role: 'checkbox', 'aria-checked': terms, tabIndex: 0, className: 'tick', onClick: () => setTerms(!terms) },
      e('span', { className: terms ? 'box on' : 'box' }),
      e('span', null, form.terms),
    ),
    push(form.confirm, () => send({ reference, address, terms })),
    push(form.back, back),
  );
}
