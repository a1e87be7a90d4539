import { css, html, LitElement, nothing } from 'lit';
import type { List } from '../../shared/list.ts';
import type { Question } from '../frame/dialog.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';

/** A check box of custom make: says what it is by ARIA, inside its own shadow root. */
class PageTick extends LitElement {
  static override properties = { on: { type: Boolean } };
  static override styles = css`
    div {
      width: 14px;
      height: 14px;
      border: 1px solid #444;
    }
    div[aria-checked='true'] {
      background: #06c;
    }
  `;
  declare on: boolean;
  override render() {
    return html`<div role="checkbox" tabindex="0" aria-checked=${this.on ? 'true' : 'false'}></div>`;
  }
}

/** Columns and rows are drawn inside; what stands in a cell is slotted in from outside. */
class PageRow extends LitElement {
  static override properties = { widths: { attribute: false } };
  static override styles = css`
    :host {
      display: flex;
      height: 30px;
      align-items: center;
      border-bottom: 1px solid #ddd;
    }
    span {
      box-sizing: border-box;
      padding: 0 6px;
      overflow: hidden;
      white-space: nowrap;
    }
  `;
  declare widths: number[];
  override render() {
    return this.widths.map((width, i) => html`<span style="width:${width}px"><slot name="c${i}"></slot></span>`);
  }
}

class PageList extends LitElement {
  static override properties = { version: { type: Number } };
  declare version: number;
  list: List | undefined;
  override render() {
    if (this.list === undefined) return nothing;
    const { columns, ids, selected } = this.list;
    const widths = [...(selected ? [34] : []), ...columns.map(({ width }) => width)];
    const first = selected ? 1 : 0;
    const toggle = (id: string) => {
      if (!selected?.delete(id)) selected?.add(id);
      this.version += 1;
    };
    const cell = (text: string, i: number) => html`<div slot="c${i + first}">${text}</div>`;
    const button = (text: string, i: number) => html`<button slot="c${i + first}">${text}</button>`;
    const tick = (id: string) =>
      selected && html`<page-tick slot="c0" ?on=${selected.has(id)} @click=${() => toggle(id)}></page-tick>`;
    return html`
      <page-row .widths=${widths}>${columns.map(({ label }, i) => cell(label, i))}</page-row>
      ${ids.map(
        (id) => html`<page-row .widths=${widths}>
          ${tick(id) ?? nothing} ${columns.map(({ text, press }, i) => (press ? button : cell)(text(id), i))}
        </page-row>`,
      )}
    `;
  }
}

customElements.define('page-tick', PageTick);
customElements.define('page-row', PageRow);
customElements.define('page-list', PageList);

/** A dialog in a shadow root, with nothing but its looks to say that it is one. */
class PageAsk extends LitElement {
  static override styles = css`
    section {
      position: fixed;
      top: 140px;
      left: 300px;
      z-index: 9;
      width: 400px;
      padding: 20px;
      background: #fff;
      box-shadow: 0 0 20px #0008;
    }
  `;
  question: Question | undefined;
  override render() {
    const { question } = this;
    if (question === undefined) return nothing;
    const answer = (run?: () => void) => () => {
      this.remove();
      run?.();
    };
    return html`<section>
      <p>${question.text}</p>
      ${
        question.agree === undefined
          ? nothing
          : html`<button @click=${answer(question.agree.run)}>${question.agree.label}</button>`
      }
      <button @click=${answer()}>${question.close}</button>
    </section>`;
  }
}
customElements.define('page-ask', PageAsk);

start('lit', {
  list(place, list) {
    const element = h('page-list') as PageList;
    element.list = list;
    element.version = 0;
    place.append(element);
    return {
      redraw: () => {
        element.version += 1;
      },
    };
  },
  ask(question) {
    const dialog = h('page-ask') as PageAsk;
    dialog.question = question;
    document.body.append(dialog);
  },
});
