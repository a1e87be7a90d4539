import type { CheckoutAnswer, CheckoutForm, Message } from '../view.ts';
import { type Any, framework as Ext } from './ext.ts';

const open = new Set<Any>();

/** Questions are windows of their own; everything else is the framework's message box. */
export function showMessage(message: Message): Promise<string> {
  return message.tone === 'question' ? ask(message) : tell(message);
}

function tell(message: Message): Promise<string> {
  const icon = { info: Ext.Msg.INFO, warning: Ext.Msg.WARNING, error: Ext.Msg.ERROR, question: Ext.Msg.QUESTION }[
    message.tone
  ];
  return new Promise((done) => {
    Ext.Msg.show({
      title: Ext.htmlEncode(message.title),
      message: message.lines.map((line) => Ext.htmlEncode(line)).join('<br>'),
      icon,
      buttons: Ext.Msg.OK,
      buttonText: { ok: message.buttons[0]?.label ?? 'OK' },
      fn: (pressed: string) => done(pressed === 'ok' ? (message.buttons[0]?.key ?? '') : ''),
    });
  });
}

function ask(message: Message): Promise<string> {
  return new Promise((done) => {
    let answer = '';
    const press = async (key: string) => {
      if (message.before && !(await message.before(key))) return;
      answer = key;
      box.close();
    };
    const box: Any = Ext.create('Ext.window.Window', {
      title: Ext.htmlEncode(message.title),
      modal: true,
      width: 480,
      bodyPadding: 16,
      resizable: false,
      items: message.lines.map((line) => ({ xtype: 'component', html: Ext.htmlEncode(line), margin: '0 0 10 0' })),
      buttons: message.buttons.map(({ key, label }) => ({
        text: Ext.htmlEncode(label),
        handler: () => void press(key),
      })),
      listeners: {
        close: () => {
          open.delete(box);
          done(answer);
        },
      },
    });
    open.add(box);
    box.show();
  });
}

export function showCheckout(form: CheckoutForm, send: (answer: CheckoutAnswer) => Promise<boolean>): void {
  const { panel, buttons } = checkoutPanel(form, send, () => box.close());
  const box: Any = Ext.create('Ext.window.Window', {
    title: Ext.htmlEncode(form.title),
    modal: true,
    width: 560,
    layout: 'fit',
    resizable: false,
    items: [panel],
    buttons,
    listeners: { close: () => open.delete(box) },
  });
  open.add(box);
  box.show();
}

/** `close` is called once `send` answered true (`done`), or on Back. */
export function checkoutPanel(
  form: CheckoutForm,
  send: (answer: CheckoutAnswer) => Promise<boolean>,
  close: (how: 'done' | 'back') => void,
): { panel: Any; buttons: Any[] } {
  const panel = Ext.create('Ext.form.Panel', {
    bodyPadding: 16,
    border: false,
    defaults: { anchor: '100%', labelAlign: 'top' },
    items: [
      { xtype: 'textfield', name: 'reference', fieldLabel: form.reference, maxLength: 60 },
      {
        xtype: 'combobox',
        name: 'address',
        fieldLabel: form.address,
        editable: false,
        queryMode: 'local',
        displayField: 'label',
        valueField: 'value',
        store: { fields: ['value', 'label'], data: form.addresses },
        value: form.addresses[0]?.value,
        listeners: {
          change: (_combo: Any, value: string) => panel.down('[name=other]').setVisible(value === form.otherValue),
        },
      },
      { xtype: 'textareafield', name: 'other', fieldLabel: form.otherText, hidden: true, height: 90 },
      { xtype: 'checkboxfield', name: 'terms', boxLabel: form.terms },
    ],
  });
  const confirm = async (): Promise<void> => {
    const value = (name: string) => panel.down(`[name=${name}]`).getValue();
    panel.setLoading(true);
    const done = await send({
      reference: String(value('reference') ?? ''),
      address: String(value('address') === form.otherValue ? (value('other') ?? '') : value('address')),
      terms: value('terms') === true,
    }).finally(() => {
      if (!panel.destroyed) panel.setLoading(false);
    });
    if (done) close('done');
  };
  const buttons = [
    { text: Ext.htmlEncode(form.confirm), handler: () => void confirm() },
    { text: Ext.htmlEncode(form.back), handler: () => close('back') },
  ];
  return { panel, buttons };
}

export function closeDialogs(): void {
  for (const box of [...open]) box.close();
  if (Ext.Msg.isVisible()) Ext.Msg.hide();
}
