import { h, on } from './dom.ts';

export interface Question {
  text: string;
  /** `undefined`: nothing to agree to, or the page was asked to leave the button out. */
  agree: { label: string; run: () => void } | undefined;
  close: string;
}

/** A dialog that says of itself in no way that it is one: boxes that lie over the page. */
export function plainDialog({ text, agree, close }: Question, place: Node = document.body): void {
  const mask = h('div.mask');
  const answer = (label: string, run: () => void) =>
    on(h('div.btn', h('span', label)), 'mouseup', () => {
      mask.remove();
      run();
    });
  const buttons = [...(agree ? [answer(agree.label, agree.run)] : []), answer(close, () => {})];
  mask.append(h('div.box', h('div.text', text), h('div.buttons', ...buttons)));
  place.appendChild(mask);
}

/** The browser's own. */
export function nativeDialog({ text, agree, close }: Question): void {
  const dialog = h('dialog') as HTMLDialogElement;
  const answer = (label: string, run: () => void) =>
    on(h('button[type=button]', label), 'click', () => {
      dialog.close();
      dialog.remove();
      run();
    });
  dialog.append(
    h('p', text),
    ...(agree ? [answer(agree.label, agree.run)] : []),
    answer(close, () => {}),
  );
  document.body.append(dialog);
  dialog.showModal();
}
