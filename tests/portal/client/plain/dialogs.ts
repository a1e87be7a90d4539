import type { CheckoutAnswer, CheckoutForm, Message } from '../view.ts';
import { freshId, h } from './dom.ts';

export function showMessage(message: Message): Promise<string> {
  return new Promise((done) => {
    const finish = (key: string) => {
      dialog.remove();
      done(key);
    };
    const press = async (key: string) => {
      if (message.before && !(await message.before(key))) return;
      finish(key);
    };
    const id = freshId();
    const dialog = h(
      'dialog',
      { class: `box box-${message.tone}`, 'aria-labelledby': id, oncancel: () => finish('') },
      h('h2', { id }, message.title),
      ...message.lines.map((line) => h('p', {}, line)),
      h(
        'div',
        { class: 'choices' },
        ...message.buttons.map(({ key, label }, i) =>
          h('button', { type: 'button', class: i === 0 ? 'main' : '', onclick: () => void press(key) }, label),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function showCheckout(form: CheckoutForm, send: (answer: CheckoutAnswer) => Promise<boolean>): void {
  const id = freshId();
  const dialog = h(
    'dialog',
    { class: 'box box-wide', 'aria-labelledby': id },
    h('h2', { id }, form.title),
    checkoutForm(form, send, () => dialog.remove()),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** `close` is called once `send` answered true (`done`), or on Back. */
export function checkoutForm(
  form: CheckoutForm,
  send: (answer: CheckoutAnswer) => Promise<boolean>,
  close: (how: 'done' | 'back') => void,
): HTMLElement {
  const ids = [freshId(), freshId(), freshId(), freshId()] as const;
  const reference = h('input', { type: 'text', id: ids[0], maxlength: '60' });
  const address = h(
    'select',
    { id: ids[1] },
    ...form.addresses.map(({ value, label }) => h('option', { value }, label)),
  );
  const other = h('textarea', { id: ids[2], rows: '3' });
  const otherRow = h('div', { class: 'line', hidden: true }, h('label', { for: ids[2] }, form.otherText), other);
  address.addEventListener('change', () => {
    otherRow.hidden = address.value !== form.otherValue;
  });
  const terms = h('input', { type: 'checkbox', id: ids[3] });
  const confirm = h('button', { type: 'submit', class: 'main' }, form.confirm);
  return h(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        confirm.disabled = true;
        void send({
          reference: reference.value,
          address: address.value === form.otherValue ? other.value : address.value,
          terms: terms.checked,
        }).then((done) => {
          if (done) close('done');
          confirm.disabled = false;
        });
      },
    },
    h('div', { class: 'line' }, h('label', { for: ids[0] }, form.reference), reference),
    h('div', { class: 'line' }, h('label', { for: ids[1] }, form.address), address),
    otherRow,
    h('div', { class: 'line line-tick' }, terms, h('label', { for: ids[3] }, form.terms)),
    h('div', { class: 'choices' }, confirm, h('button', { type: 'button', onclick: () => close('back') }, form.back)),
  );
}

export function closeDialogs(): void {
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
}
